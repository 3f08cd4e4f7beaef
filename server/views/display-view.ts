import type { Office } from '../../protocol/office.ts'
import type { DisplayView, ShownCall } from '../../protocol/views.ts'
import { CALL_LIVE_MS } from '../rules/deadlines.ts'
import { byTurn } from '../rules/dispatch.ts'
import type { State, Ticket } from '../rules/state.ts'
import { callFace, type Frame, headOf, laneFace, windowInService } from './faces.ts'

/** A call is live until its person is there, or nobody came for a minute; a recall replaces the call before it. */
const isLive = (ticket: Ticket | undefined, call: ShownCall, at: number): boolean =>
  ticket?.standing.status === 'called' &&
  ticket.standing.lastCalledAt === call.at &&
  ticket.standing.counter === call.counter &&
  at - call.at < CALL_LIVE_MS

/** What a waiting-room display shows: numbers, counters, lanes and windows, nobody's name. */
export const displayView = (state: State, office: Office, frame: Frame): DisplayView => {
  const live: ShownCall[] = []
  const last: ShownCall[] = []
  const seen = new Set<string>()
  for (const call of state.calls) {
    const shown = callFace(state, office, call)
    const once = `${call.ticketId} ${call.counter}`
    if (shown === null || seen.has(once)) continue
    seen.add(once)
    if (live.length < 3 && isLive(state.tickets[call.ticketId], shown, frame.at)) live.push(shown)
    else if (last.length < 5) last.push(shown)
  }
  const waiting = Object.values(state.tickets).filter(({ standing }) => standing.status === 'waiting')
  const lanes = office.lanes.map((lane) => {
    const own = waiting.filter(({ letter }) => letter === lane.letter).sort(byTurn)
    return { lane: laneFace(office, lane.letter), next: own[0]?.number ?? null, waiting: own.length }
  })
  return {
    role: 'display',
    ...headOf(state, office, frame),
    live,
    last,
    lanes,
    serving: windowInService(state, frame.at),
  }
}
