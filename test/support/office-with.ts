import { Office } from '../../protocol/office.ts'
import type { Booking } from '../../server/rules/events.ts'
import { evolve } from '../../server/rules/evolve.ts'
import type { State } from '../../server/rules/state.ts'
import { at, DENPASAR } from './denpasar.ts'
import { morning } from './givens.ts'

/** The example office with some of its document changed; checked as a real one is. */
export const officeWith = (change: Partial<Office>): Office => Office.parse({ ...DENPASAR, ...change })

/** The morning of the day in a changed office, which tells no likely calls: its tests ask for other things, many times. */
export const morningWith = (change: Partial<Office>, ...bookings: Booking[]): State => {
  const office = officeWith({ estimate: { runs: 0 }, ...change })
  return evolve(morning(...bookings), { type: 'OfficeConfigured', office }, at('07.00'))
}

/** The lanes of the example office, one of them changed. */
export const lanesWith = (letter: string, change: Partial<Office['lanes'][number]>): Office['lanes'] =>
  DENPASAR.lanes.map((lane) => (lane.letter === letter ? { ...lane, ...change } : lane))

/** The example office with a percepatan lane H and its service, finished by `finishBy`. */
export const percepatanOffice = (finishBy: string): Partial<Office> => ({
  lanes: [
    ...DENPASAR.lanes,
    {
      letter: 'H',
      name: { id: 'Percepatan', en: 'Same day' },
      shape: 'arrow',
      kind: 'percepatan',
      cap: null,
      numbers: null,
      grantedBy: 'kiosk',
      finishBy,
      windows: null,
    },
  ],
  services: [
    ...DENPASAR.services,
    {
      id: 'passport-today',
      name: { id: 'Paspor hari ini', en: 'Passport today' },
      lane: 'H',
      journey: ['documents', 'interview'],
      documents: [],
    },
  ],
})
