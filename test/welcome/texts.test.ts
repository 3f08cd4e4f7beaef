import { describe, expect, test } from 'vitest'
import type { Words } from '../../protocol/ids.ts'
import { DEVICES, DRIVEN, PAPERS, PLACES, PRINTER_STATES } from '../../ui/devices/devices-texts.ts'
import { SOUND_STATES, TEXTS, troubleText, VERDICTS } from '../../welcome/texts.ts'

const every: [string, Words][] = [
  ...Object.entries(TEXTS),
  ...Object.entries(PLACES),
  ...Object.entries(DEVICES),
  ...Object.entries(DRIVEN),
  ...Object.entries(PAPERS),
  ...Object.entries(PRINTER_STATES),
  ...Object.entries(SOUND_STATES),
  ...Object.entries(VERDICTS).map(([name, { words }]): [string, Words] => [name, words]),
]
const blanks = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([blank]) => blank).sort()

describe('the words of the set-up page', () => {
  test.each(every)('%s is said in both languages with the same blanks', (_, words) => {
    expect(words.id.trim()).not.toBe('')
    expect(words.en.trim()).not.toBe('')
    expect(blanks(words.en)).toEqual(blanks(words.id))
  })

  test.each(every)('%s is spelled as the dictionary does', (_, { id }) => {
    expect(id).not.toMatch(/antrian|silahkan|jadual|\bprinter\b|\bklik disini\b/i)
  })

  test('every trouble has its sentence', () => {
    const said = [
      troubleText({ status: 'locked' }, 'id', TEXTS.wrongCode),
      troubleText({ status: 'locked' }, 'id'),
      troubleText({ status: 'elsewhere' }, 'id'),
      troubleText({ status: 'too-many' }, 'id'),
      troubleText({ status: 'unreachable' }, 'id'),
      troubleText({ status: 'refused', refusal: null }, 'id'),
      troubleText({ status: 'refused', refusal: { code: 'day-not-open' } }, 'id'),
    ]
    expect(new Set(said).size).toBe(said.length)
    for (const sentence of said) expect(sentence).toMatch(/\.$/)
  })
})
