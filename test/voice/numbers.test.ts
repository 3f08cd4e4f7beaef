import { describe, expect, test } from 'vitest'
import type { Lang } from '../../voice/clip-of.ts'
import { letterName, sayCount, sayNumber } from '../../voice/numbers.ts'
import { heard } from './shipped.ts'

/** Numbers as a school book reads them, written without a look at the code. */
const readIndonesian = (n: number): string => {
  const small = [
    '',
    'satu',
    'dua',
    'tiga',
    'empat',
    'lima',
    'enam',
    'tujuh',
    'delapan',
    'sembilan',
    'sepuluh',
    'sebelas',
  ]
  if (n < 12) return small[n] ?? ''
  if (n < 20) return `${readIndonesian(n - 10)} belas`
  if (n < 100) return `${readIndonesian(Math.trunc(n / 10))} puluh ${readIndonesian(n % 10)}`.trim()
  if (n < 200) return `seratus ${readIndonesian(n - 100)}`.trim()
  if (n < 1000) return `${readIndonesian(Math.trunc(n / 100))} ratus ${readIndonesian(n % 100)}`.trim()
  if (n < 2000) return `seribu ${readIndonesian(n - 1000)}`.trim()
  return `${readIndonesian(Math.trunc(n / 1000))} ribu ${readIndonesian(n % 1000)}`.trim()
}

const readEnglish = (n: number): string => {
  const small =
    ' one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
  const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
  if (n < 20) return small.split(' ')[n] ?? ''
  if (n < 100) return `${tens[Math.trunc(n / 10)]}${n % 10 > 0 ? `-${readEnglish(n % 10)}` : ''}`
  const [unit, name] = n < 1000 ? [100, 'hundred'] : [1000, 'thousand']
  const rest = n % unit
  const and = rest > 0 && rest < 100 ? ' and' : ''
  return `${readEnglish(Math.trunc(n / unit))} ${name}${and} ${readEnglish(rest)}`.trim()
}

const DIGITS: Record<Lang, Record<string, string>> = {
  id: {
    0: 'nol',
    1: 'satu',
    2: 'dua',
    3: 'tiga',
    4: 'empat',
    5: 'lima',
    6: 'enam',
    7: 'tujuh',
    8: 'delapan',
    9: 'sembilan',
  },
  en: { 0: 'zero', 1: 'one', 2: 'two', 3: 'three', 4: 'four', 5: 'five', 6: 'six', 7: 'seven', 8: 'eight', 9: 'nine' },
}
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const READ = { id: readIndonesian, en: readEnglish }

describe.each(['id', 'en'] as const)('the numbers of all tickets, said in %s', (lang) => {
  test.each(['digits', 'whole'] as const)(
    '%s: every number from 001 to 9999 is heard with every letter as it is read',
    (style) => {
      const wrong: string[] = []
      for (let n = 1; n <= 9999; n += 1) {
        const printed = String(n).padStart(3, '0')
        const read = style === 'whole' ? READ[lang](n) : [...printed].map((digit) => DIGITS[lang][digit]).join(' ')
        for (const letter of LETTERS) {
          const said = heard(sayNumber(`${letter}${printed}`, { style, zero: 'nol' }, lang))
          if (said !== `${letter} ${read}`) wrong.push(`${letter}${printed}: ${said}`)
        }
      }
      expect(wrong.slice(0, 5)).toEqual([])
    },
  )

  test('every count from 0 to 9999 is heard as it is read', () => {
    expect(heard(sayCount(0, lang))).toBe(DIGITS[lang]['0'])
    const wrong = Array.from({ length: 9999 }, (_, i) => i + 1).filter(
      (n) => heard(sayCount(n, lang)) !== READ[lang](n),
    )
    expect(wrong).toEqual([])
  })
})

test('an office may say kosong for zero; English and whole numbers do not change', () => {
  expect(heard(sayNumber('A007', { style: 'digits', zero: 'kosong' }, 'id'))).toBe('A kosong kosong tujuh')
  expect(heard(sayNumber('A007', { style: 'digits', zero: 'kosong' }, 'en'))).toBe('A zero zero seven')
  expect(heard(sayNumber('A120', { style: 'whole', zero: 'kosong' }, 'id'))).toBe('A seratus dua puluh')
})

test('letters are called by their Indonesian names', () => {
  const names = 'a be ce de e ef ge ha i je ka el em en o pe ki er es te u ve we eks ye zet'
  expect([...LETTERS].map((letter) => letterName(letter, 'id')).join(' ')).toBe(names)
})
