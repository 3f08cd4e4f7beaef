import type { Alerts, LiveTickets } from '../../protocol/desk/floor.ts'
import type { SupervisorView } from '../../protocol/supervisor-view.ts'
import { promisesInDanger } from '../../server/rules/promises.ts'
import type { State } from '../../server/rules/state.ts'
import { everyTicket } from '../../server/rules/tickets.ts'
import { supervisorView } from '../../server/views/supervisor-view.ts'
import { at, DENPASAR, window } from '../support/denpasar.ts'
import { booking, counter, morning, rehearse } from '../support/rules.ts'
import type { AlbumState, DeskAnswer } from './album-state.ts'
import { DESK_OVERVIEW, DESK_SIZE } from './supervisor-desk.ts'

const viewOf = (state: State, clock: string): SupervisorView =>
  supervisorView(state, DENPASAR, '90', { epoch: 'album', seq: 1, at: at(clock), tokenOf: () => 'token' })

/** A full morning: thirty of 10.00 and some of later hours before two document counters. */
const fullHall = (): State => {
  const codes = Array.from({ length: 30 }, (_, i) => `TEN${i}`)
  const day = rehearse(
    morning(
      ...codes.map((code) => booking(code, '10.00-11.00')),
      ...Array.from({ length: 34 }, (_, i) => booking(`ONE${i}`, '13.00-14.00')),
      booking('OLD', '10.00-11.00', { priority: true }),
    ),
  )
  day.open(1, ['documents'])
  day.open(2, ['documents'])
  day.open(3, ['interview'])
  day.open(4, ['interview'])
  for (const code of codes) day.scan(code, '10.00')
  day.scan('OLD', '10.02')
  day.scan('ONE1', '10.03')
  day.call(1, '10.05')
  day.taken({ type: 'Start', ticketId: '2026-11-24/R001' }, counter(1), '10.06')
  day.call(2, '10.07')
  day.taken({ type: 'PauseCounter', reason: 'prayer' }, counter(4), '10.08')
  return day.state()
}

const HALL = fullHall()
const DANGER = promisesInDanger(HALL, at('10.30'))[0]?.tickets ?? []
const AFTERNOON = viewOf(HALL, '10.30').load.find(({ window: { startAt } }) => startAt === at('13.00'))
const ALERTS: Alerts = {
  at: at('10.30'),
  alerts: [
    {
      ...{ kind: 'promises', window: window('10.00-11.00'), count: Math.max(1, DANGER.length), tickets: [] },
      help: { kind: 'help', counter: 3, stage: 'documents', helps: ['documents'], gainMin: 12 },
    },
    { kind: 'oversold', window: window('13.00-14.00'), booked: 34, capacity: AFTERNOON?.capacity ?? 0 },
    { kind: 'devices', count: 1 },
  ],
}
const TICKETS: LiveTickets = {
  tickets: everyTicket(HALL.tickets)
    .slice(0, 9)
    .map(({ ticketId, number, letter, window: own, arrival, checkedInAt, stage }) => ({
      ...{ ticketId, number, letter, window: own, arrival, checkedInAt, stage },
      ...{ service: { id: 'Paspor baru', en: 'New passport' }, status: 'waiting', counter: null, range: null },
    })),
}

const state = (name: string, view: SupervisorView, alerts: Alerts, act?: AlbumState['act']): AlbumState => ({
  ...{ name, path: '/supervisor/floor', size: DESK_SIZE, view },
  desk: {
    ...{ '': DESK_OVERVIEW, '/floor/alerts': ok(alerts), '/floor/tickets': ok(TICKETS) },
  },
  ...(act === undefined ? {} : { act }),
})
const ok = (body: unknown): DeskAnswer => ({ status: 200, body })
const CALM: Alerts = { at: at('07.30'), alerts: [] }

/** The floor: before the office opens, in a full hall, while something is down, and a question over it. */
export const SUPERVISOR_FLOOR_STATES: readonly AlbumState[] = [
  state('floor-early', viewOf(rehearse(morning(booking('FIRST', '10.00-11.00'))).state(), '07.30'), CALM),
  state('floor', viewOf(HALL, '10.30'), ALERTS),
  state('floor-outage', viewOf({ ...HALL, outage: { scope: 'national', sinceAt: at('10.10') } }, '10.30'), ALERTS),
  state('floor-move', viewOf(HALL, '10.30'), ALERTS, async ({ page }) => {
    await page.getByRole('button', { name: 'Pindahkan A003' }).click()
    await page.getByRole('dialog').waitFor()
  }),
]
