import { Window } from 'happy-dom'
import { render } from 'preact'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { chooseScreen } from '../../kiosk/choose-screen.ts'
import { drawScreen } from '../../kiosk/draw-screen.tsx'
import { evolveLocal, UNTOUCHED } from '../../kiosk/local.ts'
import type { Lang } from '../../ui/texts.ts'
import { TODAY } from '../support/denpasar.ts'
import { NOW, ticketOf, viewOf, visitOf } from './sample-views.ts'

// Only the document is a browser's: the office of these tests is read from disk, which a browser's URL cannot name.
vi.stubGlobal('document', new Window().document)
afterAll(() => vi.unstubAllGlobals())

/** What a kiosk says to somebody whose code was scanned before. */
const said = (counter: number | null, lang: Lang): string => {
  const local = evolveLocal(UNTOUCHED, { type: 'joined', at: NOW, staffCalledAt: null })
  const view = viewOf({ visit: visitOf('already-in', { ticket: ticketOf({ counter }) }) })
  const screen = chooseScreen({ status: 'live', view, lostAt: null }, local, NOW)
  const kiosk = { lang, zone: view.office.zone, day: TODAY, place: '1', now: NOW, perform: () => undefined }
  const root = document.createElement('div')
  render(drawScreen(screen, kiosk), root)
  return root.textContent ?? ''
}

describe('who scans the code again', () => {
  test('while waiting is told that nothing changed and where to wait', () => {
    const text = said(null, 'id')
    for (const words of ['Nomor Anda masih berlaku', 'Urutan tidak berubah.', 'Tunggu di'])
      expect(text).toContain(words)
    expect(text).not.toContain('sudah dipanggil')
  })

  test('while called or served is sent to the counter and not to the waiting room', () => {
    const text = said(3, 'id')
    expect(text).toContain('Silakan ke Loket 3')
    expect(text).toContain('Nomor Anda sudah dipanggil.')
    for (const words of ['Urutan tidak berubah', 'Tunggu di', 'Ruang A', 'ruang tunggu'])
      expect(text).not.toContain(words)
  })

  test('reads the same in English', () => {
    const text = said(3, 'en')
    expect(text).toContain('Please go to counter 3')
    expect(text).toContain('Your number has been called.')
    for (const words of ['Your place has not changed', 'Wait in']) expect(text).not.toContain(words)
  })
})
