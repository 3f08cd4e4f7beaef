import { decide } from '../../server/rules/decide.ts'
import type { OfficeEvent } from '../../server/rules/events.ts'
import { evolve } from '../../server/rules/evolve.ts'
import { MINUTE, type State } from '../../server/rules/state.ts'
import { at, TODAY, window } from '../support/denpasar.ts'
import { counter, KIOSK, keyOf, morning } from '../support/givens.ts'
import type { Cost, Figures } from './figures.ts'

const CALLS = 400

const stampOf = (order: number): string => String(order).padStart(3, '0')

/** A hall with `waiting` people of ten windows in front of one open counter. */
const hallOf = (waiting: number): State => {
  const opened: OfficeEvent = {
    ...{ type: 'CounterOpened', counter: 1, staff: '07' },
    ...{ stages: ['documents'], helps: ['interview'] },
  }
  const events = Array.from({ length: waiting }, (_, i): OfficeEvent => {
    // Nine lanes' letters, because a lane ends at 9999.
    const letter = 'ABCDEFGHJ'.charAt(i % 9)
    const number = `${letter}${stampOf(Math.floor(i / 9) + 1)}`
    return {
      type: 'CheckedIn',
      visitId: `visit-of-${String(i).padStart(12, '0')}`,
      kiosk: '1',
      ticketId: `${TODAY}/${number}`,
      number,
      order: i + 1,
      letter,
      service: 'passport-new',
      key: null,
      priority: false,
      window: window('09.00-10.00'),
      arrival: 'early',
      shiftMin: 0,
      turnAt: at('08.00') + ((i * 7919) % 600) * MINUTE,
      callableFromAt: at('08.00') + ((i * 104_729) % 120) * MINUTE,
      stage: i % 2 === 0 ? 'documents' : 'interview',
    }
  })
  return [opened, ...events].reduce((state, event) => evolve(state, event, at('07.30')), morning())
}

const timed = (into: Figures, work: () => void): void => {
  const startAt = performance.now()
  work()
  into.samples.push(performance.now() - startAt)
}

/** Deciding a call with `waiting` people in the hall: at one instant half of them may be called, at the other nobody. */
const callWith = (waiting: number): Figures => {
  const figures: Figures = { name: `decide a call, ${waiting} waiting`, samples: [] }
  const hall = hallOf(waiting)
  for (let i = 0; i < CALLS; i += 1)
    timed(figures, () =>
      decide(
        hall,
        { type: 'CallNext', commandId: `bench-call-${i}-000000` },
        counter(1),
        at(i % 2 === 0 ? '09.00' : '07.59') + i,
      ),
    )
  return figures
}

/** A check-in with its likely call, in a hall of `waiting`. */
const checkInWith = (waiting: number): Figures => {
  const figures: Figures = { name: `decide a check-in with its likely call, ${waiting} waiting`, samples: [] }
  const hall = hallOf(waiting)
  const booked = evolve(
    hall,
    {
      type: 'AgendaImported',
      bookings: Array.from({ length: CALLS }, (_, i) => ({
        ...{ key: keyOf(`B${i}`), day: TODAY, window: window('10.00-11.00') },
        ...{ service: 'passport-new', status: 'booked' as const, priority: false },
      })),
    },
    at('07.30'),
  )
  for (let i = 0; i < CALLS; i += 1)
    timed(figures, () =>
      decide(
        booked,
        { type: 'CheckIn', commandId: `bench-scan-${i}-000000`, presented: { status: 'code', key: keyOf(`B${i}`) } },
        KIOSK,
        at('10.05') + i,
      ),
    )
  return figures
}

/** What the law costs by itself: pure calls on a state in memory, no disk and no network. */
export const measureLaw = (): Cost[] => {
  for (const warmUp of [100, 100]) callWith(warmUp)
  return [
    { of: callWith(1_000), most: 2 },
    { of: callWith(10_000), most: 5 },
    { of: checkInWith(60), most: 20 },
    { of: checkInWith(300), most: 20 },
  ]
}
