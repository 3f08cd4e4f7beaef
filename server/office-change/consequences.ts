import type { Instant } from '../../protocol/ids.ts'
import type { Office } from '../../protocol/office.ts'
import type { Consequences } from '../../protocol/office-change.ts'
import { blockersOf } from '../rules/configure.ts'
import { windowLoads } from '../rules/load.ts'
import type { State } from '../rules/state.ts'
import { everyTicket } from '../rules/tickets.ts'

/** The rules that decide the turn of somebody who checks in on this lane, as one text that can be compared. */
const rulesOf = (office: Office | null, letter: string): string => {
  const lane = office?.lanes.find((one) => one.letter === letter)
  return JSON.stringify([lane?.windows ?? office?.windows, lane?.kind, lane?.finishBy])
}

/** What entering `office` at `at` would bring about in the day as it stands. */
export const consequencesOf = (state: State, office: Office, at: Instant): Consequences => {
  const waiting = everyTicket(state.tickets).filter(
    ({ standing, letter }) =>
      standing.status === 'waiting' && rulesOf(state.office, letter) !== rulesOf(office, letter),
  )
  const idOf = ({ startAt, endAt }: { startAt: Instant; endAt: Instant }): string => `${startAt} ${endAt}`
  const before = new Map(windowLoads(state, at).map((one) => [idOf(one.window), one.load]))
  const loads = windowLoads({ ...state, office }, at).flatMap(({ window, booked, load: after }) => {
    const was = before.get(idOf(window)) ?? null
    return booked > 0 && window.endAt > at && was !== after ? [{ window, booked, before: was, after }] : []
  })
  const ends = state.office?.example === true && !office.example
  return {
    blockers: blockersOf(state, office),
    waiting: waiting.length,
    loads,
    forgotten: ends ? Object.keys(state.bookings).length : 0,
  }
}
