import { expect, test } from 'vitest'
import {
  ARRIVALS,
  CONDITIONS,
  ENDINGS,
  HOURS,
  KEPT,
  NEAR_END,
  OTHERS,
  OUTAGES,
  PRINTERS,
  REASONS,
  START_BY,
  UNDOABLE,
} from '../../counter/state-texts.ts'
import { TEXTS } from '../../counter/texts.ts'
import type { Words } from '../../protocol/ids.ts'

/** Spellings that KBBI does not have, and the word the office does not use for a new passport. */
const WRONG = /antrian|silahkan|perpanjangan|jadual|\bnomer|\bijin/i
const blanks = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([blank]) => blank).sort()

test.each(
  [
    TEXTS,
    REASONS,
    CONDITIONS,
    ARRIVALS,
    ENDINGS,
    OUTAGES,
    PRINTERS,
    OTHERS,
    UNDOABLE,
    KEPT,
    HOURS,
    { NEAR_END, START_BY },
  ].flatMap(Object.entries<Words>),
)('the counter says "%s" in both languages, with the same blanks', (_name, words) => {
  expect(words.id.trim()).not.toBe('')
  expect(words.en.trim()).not.toBe('')
  expect(blanks(words.id)).toEqual(blanks(words.en))
  expect(words.id).not.toMatch(WRONG)
})
