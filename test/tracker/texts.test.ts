import { expect, test } from 'vitest'
import { STATUS_WORDS, TEXTS } from '../../tracker/texts.ts'

/** Spellings that KBBI does not have, and the word the office does not use for a new passport. */
const WRONG = /antrian|silahkan|perpanjangan|jadual|\bnomer|\bijin/i
const blanks = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([blank]) => blank).sort()

test.each([...Object.entries(TEXTS), ...Object.entries(STATUS_WORDS)])(
  'the phone says "%s" in both languages, with the same blanks',
  (_name, words) => {
    expect(words.id.trim()).not.toBe('')
    expect(words.en.trim()).not.toBe('')
    expect(blanks(words.id)).toEqual(blanks(words.en))
    expect(words.id).not.toMatch(WRONG)
  },
)
