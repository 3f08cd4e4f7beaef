import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Window } from 'happy-dom'
import { render } from 'preact'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { drawScreen } from '../../kiosk/draw-screen.tsx'
import { sayKey, sayScreen, sayWarning, seeScreen } from '../../kiosk/guidance/read-screen.ts'
import { levelWith, nextLevel } from '../../kiosk/guidance/sound-level.ts'
import { evolveLocal, UNTOUCHED, wipe } from '../../kiosk/local.ts'
import { type Face, TIMEOUT_SEC, warningOf } from '../../kiosk/screen.ts'
import type { Lang } from '../../ui/texts.ts'
import { TODAY } from '../support/denpasar.ts'
import { hasShipped, heard } from '../voice/shipped.ts'
import { NOW, ticketOf } from './sample-views.ts'

// Only the document is a browser's: the office of these tests is read from disk, which a browser's URL cannot name.
const browser = new Window()
for (const name of ['document', 'Element', 'Text'] as const) vi.stubGlobal(name, browser[name])
afterAll(() => vi.unstubAllGlobals())

// The look decides what stands in one line and what is not shown at all.
const folder = fileURLToPath(new URL('../../kiosk', import.meta.url))
const style = document.createElement('style')
style.textContent = readdirSync(folder)
  .filter((name) => name.endsWith('.css'))
  .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
  .join('\n')
document.head.append(style)

const reader = { has: hasShipped, style: { style: 'digits', zero: 'nol' } as const }

const draw = (face: Face, lang: Lang, leftMs = 15_000) => {
  const sec = TIMEOUT_SEC[face.name]
  const timeout = sec === undefined ? null : { totalMs: sec * 1000, leftMs, warning: warningOf(face) }
  const root = document.createElement('div')
  root.className = 'kiosk'
  document.body.replaceChildren(root)
  const kiosk = { lang, zone: 'Asia/Makassar', day: TODAY, place: '1', now: NOW, perform: () => undefined }
  render(drawScreen({ ...face, timeout, expired: null }, kiosk), root)
  return root
}
const hear = (face: Face, lang: Lang = 'id') => heard(sayScreen(seeScreen(draw(face, lang), lang), lang, reader))

describe('a screen that is said', () => {
  test('is its headline, its words, and its buttons in order, as they are shown', () => {
    expect(hear({ name: 'unpaid' })).toBe(
      'Belum dibuatkan nomor Pembayaran belum tercatat Tunjukkan bukti bayar kepada petugas. Panggil petugas Saya mengerti',
    )
    expect(hear({ name: 'unpaid' }, 'en')).toContain(
      'Payment not recorded yet Please show staff your proof of payment.',
    )
  })

  test('has the number right after the headline, and is filled with times as they are spoken', () => {
    const said = hear({ name: 'ticket', ticket: ticketOf() })
    expect(said).toMatch(/^Anda tepat waktu Nomor Anda A nol tiga tujuh /)
    expect(said).toContain(
      'Perkiraan dipanggil pukul sepuluh lewat dua puluh menit sampai pukul sepuluh lewat empat puluh lima menit',
    )
    expect(said).toContain('Tunggu di Ruang A, lantai 1')
    expect(said).toMatch(/Selesai$/)
  })

  test('says the number again where the paper did not come', () => {
    const seen = seeScreen(draw({ name: 'printer-trouble', ticket: ticketOf(), printer: 'ready' }, 'id'), 'id')
    expect(heard(sayScreen(seen, 'id', reader, true)).match(/Nomor Anda A nol tiga tujuh/g)).toHaveLength(2)
  })

  test('says a sentence in the other language in that language', () => {
    const face: Face = { name: 'start', walkIn: true, camera: false }
    const { body } = seeScreen(draw(face, 'id'), 'id')
    expect(body.map(({ lang }) => lang)).toContain('en')
    expect(hear(face)).toMatch(/^Pindai kode M-Paspor Anda .* Ketik kode .* Tanpa janji Tidak punya kode$/)
  })

  test('does not spell out the whole keypad', () => {
    const said = hear({ name: 'keypad', code: 'K7', length: 8 })
    expect(said).toContain('Ketik kode dari surat Anda')
    expect(said).not.toContain('satu dua tiga')
    expect(said).toMatch(/Kembali Hapus Cari janji saya kurang enam lagi$/)
  })

  test('says a button without clips by its place', () => {
    const reasons = [
      { id: 'a', name: { id: 'Aplikasi bermasalah', en: 'App problem' } },
      { id: 'b', name: { id: 'Sepeda rusak', en: 'Bicycle' } },
    ]
    const silence = { type: 'choose-reason', reason: 'b' } as const
    expect(hear({ name: 'walk-in-reason', reasons, page: 0, silence })).toMatch(
      /Aplikasi bermasalah Pilihan dua Kembali$/,
    )
  })

  test('warns before it goes, where the number stays in sight', () => {
    const face: Face = { name: 'ticket', ticket: ticketOf() }
    expect(heard(sayWarning(draw(face, 'id', 9_000), 'id', reader))).toBe('Masih di sini? Layar akan kembali ke awal.')
    expect(sayWarning(draw(face, 'id'), 'id', reader)).toEqual([])
  })
})

test('typed keys are heard one by one, and that one was taken back', () => {
  expect(heard(sayKey('', 'K', 'id', reader))).toBe('K')
  expect(heard(sayKey('K', 'K7', 'id', reader))).toBe('tujuh')
  expect(heard(sayKey('K7', 'K70o', 'id', reader))).toBe('nol O')
  expect(heard(sayKey('K7', 'K', 'en', reader))).toBe('Deleted')
})

describe('the sound of a kiosk', () => {
  test('goes from off to on to louder to off', () => {
    expect(['off', 'on', 'loud'].map((level) => nextLevel(level as 'off'))).toEqual(['on', 'loud', 'off'])
  })

  test('begins when headphones come and ends when they go', () => {
    expect(levelWith('off', true)).toBe('on')
    expect(levelWith('loud', true)).toBe('loud')
    expect(levelWith('loud', false)).toBe('off')
    const plugged = evolveLocal(UNTOUCHED, { type: 'jack', plugged: true })
    expect(plugged).toMatchObject({ sound: 'on', headphones: true })
    expect(evolveLocal(plugged, { type: 'jack', plugged: false })).toMatchObject({ sound: 'off', headphones: false })
  })

  test('ends with the visit, at the usual loudness; who still has headphones in goes on to be spoken to', () => {
    const on = evolveLocal(UNTOUCHED, { type: 'sound' })
    expect(evolveLocal(on, { type: 'put-away', view: null }).sound).toBe('on')
    expect(wipe(evolveLocal(on, { type: 'sound' }), null).sound).toBe('off')
    const plugged = evolveLocal(evolveLocal(UNTOUCHED, { type: 'jack', plugged: true }), { type: 'sound' })
    expect(plugged.sound).toBe('loud')
    expect(wipe(plugged, null)).toMatchObject({ sound: 'on', headphones: true })
  })
})
