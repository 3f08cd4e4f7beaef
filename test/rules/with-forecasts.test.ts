import { describe, expect, test } from 'vitest'
import type { Sender } from '../../protocol/roles.ts'
import { forecastWaiting } from '../../server/rules/estimate/forecast.ts'
import type { EventOf, Forecast, OfficeEvent } from '../../server/rules/events.ts'
import { evolve } from '../../server/rules/evolve.ts'
import { shapeOfDay } from '../../server/rules/measure.ts'
import type { State } from '../../server/rules/state.ts'
import { at, DENPASAR, TODAY } from '../support/denpasar.ts'
import { remembering, usualDay } from '../support/history.ts'
import { booking, counter, KIOSK, keyOf, morning, rehearse } from '../support/rules.ts'

const CLOCK: Sender = { role: 'clock', device: 'clock', place: 'clock', staff: null }
const codes = Array.from({ length: 12 }, (_, i) => `P${i}`)
const start = (): State =>
  remembering(
    morning(...codes.map((code) => booking(code, '08.00-09.00'))),
    ...Array.from({ length: 5 }, () => usualDay({ shape: shapeOfDay(morning()) })),
  )

const day = (state: State = start()) => {
  const office = rehearse(state)
  office.open(1, ['documents'])
  return office
}
type Office = ReturnType<typeof day>

const scan = (office: Office, code: string, clock: string): EventOf<'CheckedIn'> => {
  const presented = { status: 'code', key: keyOf(code) } as const
  const given = office.taken({ type: 'CheckIn', presented }, KIOSK, clock).find(({ type }) => type === 'CheckedIn')
  return given?.type === 'CheckedIn' ? given : expect.fail('no number was given')
}
const refresh = (office: Office, clock: string): OfficeEvent[] => office.taken({ type: 'Refresh' }, CLOCK, clock)
const shown = (events: readonly OfficeEvent[]): string[] =>
  events.flatMap((event) => (event.type === 'ForecastsShown' ? event.forecasts.map(({ ticketId }) => ticketId) : []))
const isWhole = ({ fromAt, untilAt }: Forecast) => fromAt % 300_000 === 0 && untilAt % 300_000 === 0 && fromAt < untilAt
const withRuns = (runs: number): State =>
  evolve(start(), { type: 'OfficeConfigured', office: { ...DENPASAR, estimate: { runs } } }, at('07.00'))

describe('a likely call is told', () => {
  test('with the number, on whole five minutes, around the median, and kept as promised', () => {
    const office = day()
    for (const code of codes.slice(0, 6)) scan(office, code, '08.00')
    const { forecast, ticketId } = scan(office, 'P6', '08.01')
    if (!forecast) expect.fail('nothing was told')
    expect(isWhole(forecast)).toBe(true)
    expect(forecast.fromAt).toBeLessThanOrEqual(forecast.medianAt)
    expect(forecast.untilAt).toBeGreaterThanOrEqual(forecast.medianAt)
    expect(forecast.medianAt).toBeGreaterThan(at('08.20'))
    expect(forecast.medianAt).toBeLessThan(at('08.50'))
    expect(office.ticket(ticketId.slice(11)).promised).toEqual(forecast)
  })

  test('also on an office’s first day, by the fluid projection', () => {
    const office = day(morning(...codes.map((code) => booking(code, '08.00-09.00'))))
    for (const code of codes.slice(0, 6)) scan(office, code, '08.00')
    // Six ahead, one counter free and the other one about to open: 6 × 5 ÷ 2 minutes.
    expect(scan(office, 'P6', '08.01').forecast?.medianAt).toBe(at('08.16'))
  })

  test('on entering the next stage', () => {
    const office = day()
    office.open(5, ['interview'])
    const { ticketId } = scan(office, 'P0', '08.00')
    office.call(1, '08.00')
    office.taken({ type: 'Start', ticketId }, counter(1), '08.00')
    const events = office.taken({ type: 'Finish', ticketId, outcome: 'completed' }, counter(1), '08.05')
    const finished = events.find(({ type }) => type === 'StageFinished')
    expect(finished?.type === 'StageFinished' && finished.next?.forecast?.medianAt).toBe(at('08.05'))
  })

  test('anew to whoever did not come and is called again later', () => {
    const office = day()
    const { ticketId } = scan(office, 'P0', '08.00')
    office.call(1, '08.00')
    expect(shown(office.taken({ type: 'NoShow', ticketId }, counter(1), '08.02'))).toEqual([ticketId])
    expect(office.ticket('A001').forecast?.medianAt).toBeGreaterThanOrEqual(at('08.12'))
  })

  test('to everybody at once from one look at the bookings, however many wait', () => {
    const office = day(morning(...codes.map((code) => booking(code, '08.00-09.00'))))
    for (const code of codes) scan(office, code, '08.00')
    let looks = 0
    const ownKeys = (bookings: State['bookings']) => {
      looks += 1
      return Reflect.ownKeys(bookings)
    }
    const state = office.state()
    const watched = { ...state, bookings: new Proxy(state.bookings, { ownKeys }) }
    expect(forecastWaiting(watched, at('08.01')).size).toBe(codes.length)
    expect(looks).toBe(1)
  })

  test('to nobody where the office wants no estimates', () => {
    const office = day(withRuns(0))
    expect(scan(office, 'P0', '08.00').forecast ?? null).toBeNull()
    expect(refresh(office, '08.01')).toEqual([])
  })

  test('to nobody at a stage that no counter serves', () => {
    const office = rehearse(start())
    office.open(5, ['interview'])
    expect(scan(office, 'P0', '08.00').forecast).toBeNull()
  })
})

describe('a shown range stands', () => {
  const waiting = () => {
    const office = day()
    for (const code of codes.slice(0, 8)) scan(office, code, '08.00')
    office.call(1, '08.00')
    return office
  }

  test('while the median stays in it and no end moves by more than five minutes', () => {
    const office = waiting()
    refresh(office, '08.00')
    const before = office.ticket('A008').forecast
    expect(shown(refresh(office, '08.02'))).not.toContain(`${TODAY}/A008`)
    expect(office.ticket('A008').forecast).toEqual(before)
  })

  test('until the case before takes so long that the median leaves it', () => {
    const office = waiting()
    expect(shown(refresh(office, '08.55'))).toContain(`${TODAY}/A008`)
    expect(office.ticket('A008').forecast?.medianAt).toBeGreaterThan(at('09.20'))
    expect(office.ticket('A008').promised?.untilAt).toBeLessThan(at('09.20'))
  })

  test('during an outage, whatever passes; when it ends all are held against the clock', () => {
    const office = waiting()
    office.taken({ type: 'StartOutage', scope: 'national' }, counter(1), '08.05')
    expect(refresh(office, '08.50')).toEqual([])
    expect(shown(office.taken({ type: 'EndOutage' }, counter(1), '08.55'))).toContain(`${TODAY}/A008`)
  })

  test('until a counter closes', () => {
    const office = day()
    office.open(2, ['documents'])
    for (const code of codes) scan(office, code, '08.00')
    office.call(1, '08.00')
    refresh(office, '08.00')
    const before = office.ticket('A012').forecast
    expect(shown(office.taken({ type: 'CloseCounter' }, counter(2), '08.01'))).toContain(`${TODAY}/A012`)
    expect(office.ticket('A012').forecast?.medianAt).toBeGreaterThan((before?.medianAt ?? 0) + 10 * 60_000)
  })

  test('and how the promises came out is counted', () => {
    const office = day()
    scan(office, 'P0', '08.00')
    scan(office, 'P1', '08.00')
    office.call(1, '08.00')
    const { ticketId } = office.ticket('A001')
    office.taken({ type: 'Start', ticketId }, counter(1), '08.00')
    office.taken({ type: 'Finish', ticketId, outcome: 'rejected' }, counter(1), '09.30')
    expect(office.call(1, '09.30')).toBe('A002')
    expect(office.state().measured.today.coverage).toEqual({ shown: 2, inside: 1, above: 1 })
    expect(office.state().measured.widened.documents?.high).toBeGreaterThan(1)
  })
})
