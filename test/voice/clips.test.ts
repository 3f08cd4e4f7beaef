import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Office } from '../../protocol/office.ts'
import { clipOf, slugOf } from '../../voice/clip-of.ts'
import { officePhrases, productPhrases, unique } from '../../voice/studio/all-phrases.ts'
import { spellOut } from '../../voice/studio/lexicon.ts'
import { sayTime } from '../../voice/times.ts'
import { DENPASAR } from '../support/denpasar.ts'
import { hasShipped, SHIPPED, SHIPPED_DIR } from './shipped.ts'

const phrases = unique([...productPhrases(), ...officePhrases(Office.parse(DENPASAR))])

test('every phrase of the product and of the example office has a clip with these very words', () => {
  expect(phrases.length).toBeGreaterThan(700)
  const wrong = phrases.filter(({ lang, words }) => SHIPPED[clipOf(lang, words)]?.words !== words)
  expect(wrong, 'make them with `npm run voice`').toEqual([])
})

test('the list has no clip that nobody says', () => {
  const said = new Set(phrases.map(({ lang, words }) => clipOf(lang, words)))
  expect(Object.keys(SHIPPED).filter((id) => !said.has(id))).toEqual([])
})

test('every file is the one of the list, and no other lies there', () => {
  const files = ['id', 'en'].flatMap((lang) => readdirSync(join(SHIPPED_DIR, lang)).map((name) => `${lang}/${name}`))
  expect(files.sort()).toEqual(
    Object.values(SHIPPED)
      .map(({ file }) => file)
      .sort(),
  )
  for (const { file, sha256 } of Object.values(SHIPPED)) {
    const bytes = readFileSync(join(SHIPPED_DIR, file))
    expect(createHash('sha256').update(bytes).digest('hex'), file).toBe(sha256)
    expect(bytes.subarray(0, 4).toString(), file).toBe('OggS')
    expect(bytes.subarray(28, 36).toString(), file).toBe('OpusHead')
  }
})

test('all clips together are small enough to lie in the repository, and each is as long as a phrase', () => {
  const bytes = Object.values(SHIPPED).map(({ file }) => statSync(join(SHIPPED_DIR, file)).size)
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(6_000_000)
  for (const [id, { ms }] of Object.entries(SHIPPED)) {
    expect(ms, id).toBeGreaterThan(80)
    expect(ms, id).toBeLessThan(12_000)
  }
})

test('every minute of the day can be said', () => {
  for (const lang of ['id', 'en'] as const)
    for (let minute = 0; minute <= 24 * 60; minute += 1) {
      const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}.${String(minute % 60).padStart(2, '0')}`
      for (const piece of sayTime(time, lang))
        if ('clip' in piece) expect(hasShipped(piece.clip), piece.clip).toBe(true)
    }
})

test('a clip is named by its words, short ones readably and long ones by their beginning', () => {
  expect(clipOf('id', 'Silakan menuju loket')).toBe('id/silakan-menuju-loket')
  expect(slugOf("Isra and Mi'raj (2026)")).toBe('isra-and-miraj-2026')
  const long = 'Keluarga yang datang bersama dipanggil bersama. '
  expect(slugOf(long.repeat(2))).toMatch(/^keluarga-yang-datang-bersama-[a-z-]+-[a-z0-9]{7}$/)
  expect(slugOf(long.repeat(2))).not.toBe(slugOf(`${long.repeat(2)}lagi`))
})

test('words that espeak-ng misreads are handed over as sounds, the others as they are', () => {
  expect(spellOut('silakan menuju loket tiga')).toBe("silakan menuju [[lok'Et]] tiga")
  expect(spellOut('Enam, M-Paspor')).toBe("[[@n'am]], M-Paspor")
})
