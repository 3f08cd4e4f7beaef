import { describe, expect, test } from 'vitest'
import { KIOSK_TEXTS } from '../../kiosk/texts.ts'
import { Words } from '../../protocol/ids.ts'
import { Office } from '../../protocol/office.ts'
import { otherLang } from '../../ui/texts.ts'
import { dayText } from '../../ui/time.ts'
import { readText } from '../../voice/read-text.ts'
import { DENPASAR } from '../support/denpasar.ts'
import { hasShipped, heard } from './shipped.ts'

const read = (text: string, lang: 'id' | 'en' = 'id') => heard(readText(text, lang, hasShipped).pieces)

/** What a blank of the kiosk's texts is filled with on a real screen. */
const FILLS: Record<string, (lang: 'id' | 'en') => string> = {
  hari: (lang) => dayText('2026-11-24', lang),
  jam: () => '10.00–11.00',
  kira: () => '10.20–10.45',
  ruang: (lang) => (lang === 'id' ? 'Ruang A, lantai 1' : 'Room A, floor 1'),
  place: () => '1',
}
const filled = (text: string, lang: 'id' | 'en'): string =>
  text.replace(/\{(\w+)\}/g, (_, blank: string) => FILLS[blank]?.(lang) ?? '12')

const TEXTS = Object.entries(KIOSK_TEXTS).flatMap(([group, texts]) =>
  Object.entries(texts).map(([name, words]) => ({ name: `${group}.${name}`, words })),
)

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
const wordsIn = (value: unknown): Words[] => {
  const words = Words.safeParse(value)
  if (words.success) return [words.data]
  return isObject(value) ? Object.values(value).flatMap(wordsIn) : []
}

describe.each(['id', 'en'] as const)('read aloud in %s', (lang) => {
  test('every text of the kiosk is heard without a gap', () => {
    expect(TEXTS.length).toBeGreaterThan(150)
    const gaps = TEXTS.flatMap(({ name, words }) => {
      // One text is shown in the other language on purpose: for whoever cannot read the first.
      const text = words[name === 'IDLE.startOther' ? otherLang(lang) : lang]
      const { missing } = readText(filled(text, lang), lang, hasShipped)
      return missing.length > 0 ? [`${name}: ${missing.join(' ')}`] : []
    })
    expect(gaps, 'make the missing clips with `npm run voice`').toEqual([])
  })

  test('every name of the example office is heard without a gap', () => {
    const names = wordsIn(Office.parse(DENPASAR))
    expect(names.length).toBeGreaterThan(40)
    expect(names.flatMap((words) => readText(words[lang], lang, hasShipped).missing)).toEqual([])
  })
})

describe('what stands between the phrases', () => {
  test.each([
    [
      'Perkiraan dipanggil 10.20–10.45',
      'Perkiraan dipanggil pukul sepuluh lewat dua puluh menit sampai pukul sepuluh lewat empat puluh lima menit',
    ],
    ['Buka pukul 08.00.', 'Buka pukul delapan'],
    ['Nomor Anda A037', 'Nomor Anda A nol tiga tujuh'],
    ['Sisa hari ini: 12 nomor.', 'Sisa hari ini dua belas nomor'],
    ['Ruang C, lantai 2', 'ruang C lantai dua'],
    ['Silakan ke Loket 13 sekarang.', 'Silakan ke Loket tiga belas sekarang'],
  ])('%s', (text, words) => {
    // Whether a clip's words end in a stop depends on where else they are said.
    expect(read(text).replaceAll('.', '')).toBe(words)
  })

  test('days are heard with their date', () => {
    expect(read(dayText('2026-11-24', 'id'))).toBe('Selasa dua puluh empat November dua ribu dua puluh enam')
    expect(read(dayText('2026-11-24', 'en'), 'en')).toBe('Tuesday twenty-four November two thousand and twenty-six')
  })

  test('times are heard in English as trains are announced', () => {
    expect(read('09.05', 'en')).toBe('nine zero five')
    expect(read('10.20–13.00', 'en')).toBe('ten twenty to thirteen hundred')
    expect(read('10.00', 'en')).toBe("ten o'clock")
  })

  test("a stop between two sentences is a pause, inside of a phrase it is the clip's own", () => {
    const { pieces } = readText(
      'Giliran dihitung mulai 10.00. Bila loket kosong, Anda bisa dipanggil sejak 9.15.',
      'id',
      hasShipped,
    )
    expect(pieces.filter((piece) => 'pauseMs' in piece && piece.pauseMs > 100)).toHaveLength(1)
  })

  test('a word without a clip is left out and named', () => {
    const { pieces, missing } = readText('Nomor Anda zzz A037', 'id', hasShipped)
    expect([heard(pieces), missing]).toEqual(['Nomor Anda A nol tiga tujuh', ['zzz']])
  })
})
