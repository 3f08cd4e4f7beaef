// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact'
import { afterEach, describe, expect, test } from 'vitest'
import { countText, minutesText } from '../../ui/figures/numbers.ts'
import { openHub } from './open-hub.tsx'
import { sampleCompare, sampleSurvey } from './sample-board.ts'

afterEach(cleanup)

describe('the comparison', () => {
  test('asks for three weeks up to the hub’s day, and for a region that is chosen', async () => {
    const { asked } = openHub('/offices')
    await screen.findByRole('heading', { level: 1, name: 'Perbandingan' })
    await screen.findByRole('rowheader', { name: 'Semua bersama' })
    expect(asked).toContain('offices?from=2026-11-04&until=2026-11-24')
    fireEvent.change(screen.getByLabelText('Wilayah'), { target: { value: 'region bali' } })
    await screen.findByRole('rowheader', { name: 'Semua bersama' })
    expect(asked).toContain('offices?from=2026-11-04&until=2026-11-24&region=bali')
    expect(location.search).toBe('?region=bali')
  })

  test('ends with all visits together, as the hub reckoned them', async () => {
    openHub('/offices')
    const row = (await screen.findByRole('rowheader', { name: 'Semua bersama' })).parentElement
    const cells = [...(row?.querySelectorAll('td') ?? [])].map(({ textContent }) => textContent)
    const { visits, waits, noShows } = sampleCompare().all
    expect(cells[2]).toBe(countText(visits, 'id'))
    expect(cells.slice(4, 6)).toEqual([minutesText(waits.medianMin, 'id'), minutesText(waits.p90Min, 'id')])
    expect(cells[8]).toBe(countText(noShows, 'id'))
  })

  test('says the hub’s own sentence about a span that is too long', async () => {
    const detail = 'Paling banyak 92 hari sekaligus.'
    openHub('/offices?from=2026-01-01&until=2026-11-24', {
      offices: { status: 400, body: { type: 'about:blank', title: 'Bad Request', status: 400, detail } },
    })
    await screen.findByText(`Belum terbaca: ${detail}`)
  })

  test('takes three weeks where the address names no days that are a span', async () => {
    const { asked } = openHub('/offices?from=2026-11-31&until=x')
    await screen.findByRole('rowheader', { name: 'Semua bersama' })
    expect(asked).toContain('offices?from=2026-11-04&until=2026-11-24')
  })
})

describe('the figures', () => {
  test('of all offices show the five at the head and every table', async () => {
    const { asked } = openHub('/figures')
    await screen.findByText('Dipanggil dalam jamnya')
    screen.getByRole('heading', { level: 2, name: 'Semua kantor' })
    screen.getByRole('heading', { level: 2, name: /^Per jalur/ })
    expect(asked).toContain('figures?from=2026-11-04&until=2026-11-24&lang=id')
  })

  test('of one office are asked for by its id, in the language of the page', async () => {
    const { asked } = openHub('/figures?office=denpasar')
    await screen.findByRole('heading', { level: 2, name: 'Kanim Kelas I TPI Denpasar' })
    fireEvent.click(screen.getByRole('button', { name: 'English' }))
    await screen.findByRole('heading', { level: 1, name: 'Figures' })
    expect(asked).toContain('figures?from=2026-11-04&until=2026-11-24&office=denpasar&lang=id')
    expect(asked).toContain('figures?from=2026-11-04&until=2026-11-24&office=denpasar&lang=en')
  })
})

describe('the survey', () => {
  test('shows the index with its band, the elements, and the offices from the lowest on', async () => {
    const { asked } = openHub('/survey')
    await screen.findByText('84,61')
    expect(asked).toContain('survey?from=2026-07&until=2026-11')
    screen.getByText('U3 Waktu pelayanan')
    const table = screen.getAllByRole('region', { name: 'Per kantor' }).at(-1)
    const first = table === undefined ? [] : within(table).getAllByRole('row').slice(1, 2)
    const lowest = sampleSurvey().offices.reduce((a, b) => ((b.ikm ?? 999) < (a.ikm ?? 999) ? b : a))
    expect(first.map(({ textContent }) => textContent).join('')).toContain(lowest.name)
  })

  test('without answers says why there are none', async () => {
    openHub('/survey', { survey: { status: 200, body: sampleSurvey(false) } })
    expect(await screen.findAllByText(/Belum ada jawaban dalam rentang ini/)).not.toHaveLength(0)
  })
})

test('the bar goes from page to page, and back', async () => {
  openHub('/')
  fireEvent.click(await screen.findByRole('link', { name: 'Angka' }))
  await screen.findByRole('heading', { level: 1, name: 'Angka' })
  expect(location.pathname).toBe('/figures')
  expect(document.title).toBe('Angka, Pusat Antrean')
  fireEvent.click(screen.getByRole('link', { name: 'Papan' }))
  await screen.findByRole('heading', { level: 1, name: 'Papan' })
})
