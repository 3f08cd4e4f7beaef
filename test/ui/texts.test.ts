import { describe, expect, test } from 'vitest'
import { RefusalCode } from '../../protocol/refusals.ts'
import { fill, otherLang, REFUSAL_WORDS, refusalText, SHARED } from '../../ui/texts.ts'

/** Spellings that KBBI does not have, and the word the office does not use for a new passport. */
const WRONG = /antrian|silahkan|perpanjangan|jadual/i

describe('words that screens share', () => {
  test('every refusal of the protocol has a sentence in both languages', () => {
    for (const code of RefusalCode.options) {
      for (const lang of ['id', 'en'] as const) expect(refusalText(code, lang)).toMatch(/^\S.{4,}\.$/)
      expect(REFUSAL_WORDS[code].id).not.toBe(REFUSAL_WORDS[code].en)
    }
  })

  test('a locked sign-in says for how long', () => {
    expect(refusalText({ code: 'sign-in-locked', retryInSec: 40 }, 'id')).toBe(
      'Terlalu banyak percobaan. Coba lagi 40 detik.',
    )
  })

  test('Indonesian words are spelled as in KBBI', () => {
    for (const words of [...Object.values(REFUSAL_WORDS), ...Object.values(SHARED)]) expect(words.id).not.toMatch(WRONG)
  })

  test('blanks are filled, and a blank without a filling stays to be seen', () => {
    expect(fill('Loket {loket}, {no}', { loket: 3, no: 'A037' })).toBe('Loket 3, A037')
    expect(fill('Loket {loket}', {})).toBe('Loket {loket}')
  })

  test('the button offers the language that is not shown', () => {
    expect(otherLang('id')).toBe('en')
    expect(otherLang('en')).toBe('id')
  })
})
