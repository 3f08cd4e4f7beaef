import type { Sender } from '../../protocol/roles.ts'
import type { Booking, OfficeEvent } from '../../server/rules/events.ts'
import { evolve } from '../../server/rules/evolve.ts'
import { NOTHING_YET, type State } from '../../server/rules/state.ts'
import { at, DENPASAR, TODAY, window } from './denpasar.ts'

export const KIOSK: Sender = { role: 'kiosk', device: 'k', place: '1', staff: null }
export const PRINTER: Sender = { role: 'printer', device: 'p', place: '1', staff: null }
export const counter = (place: number, staff = '07'): Sender => ({
  role: 'counter',
  device: `c${place}`,
  place: String(place),
  staff,
})

/** The key that stands for a code in tests of the pure rules. */
export const keyOf = (code: string): string => code.padEnd(22, '_')

export const booking = (code: string, hours: string, change: Partial<Booking> = {}): Booking => ({
  key: keyOf(code),
  day: TODAY,
  window: window(hours),
  service: 'passport-new',
  status: 'booked',
  priority: false,
  ...change,
})

/** The office on the morning of the day, its agenda in. */
export const morning = (...bookings: Booking[]): State =>
  (
    [
      { type: 'OfficeConfigured', office: DENPASAR },
      { type: 'DayOpened', day: TODAY },
      { type: 'AgendaImported', bookings },
    ] satisfies OfficeEvent[]
  ).reduce((state: State, event) => evolve(state, event, at('07.00')), NOTHING_YET)
