import { isStopped } from '../../protocol/commands.ts'
import type { Alert } from '../../protocol/desk/floor.ts'
import type { DevicesView } from '../../protocol/devices-view.ts'
import type { Instant } from '../../protocol/ids.ts'
import { LONG_CASE } from '../../protocol/supervisor-view.ts'
import { loadAlerts } from './load.ts'
import { MINUTE, type State } from './state.ts'
import { ticketBy } from './tickets.ts'

/** A page that is loaded anew is back within seconds; one that is missing for so long is gone, ms. */
const GONE_MS = 60_000

const longCases = (state: State, at: Instant): Alert[] =>
  Object.values(state.tickets.inHand).flatMap((id): Alert[] => {
    const ticket = ticketBy(state.tickets, id)
    const stage = state.office?.stages.find((one) => one.id === ticket?.stage)
    if (ticket?.standing.status !== 'serving' || stage === undefined) return []
    const { counter, startedAt } = ticket.standing
    const minutes = Math.floor((at - startedAt) / MINUTE)
    if (minutes < stage.standardMin * LONG_CASE) return []
    const { ticketId, number } = ticket
    return [{ kind: 'long-case', counter, ticketId, number, minutes, standardMin: stage.standardMin }]
  })

/** Counters whose screen was here and is gone, with somebody in hand. */
const unattended = (state: State, { screens }: DevicesView, now: Instant): Alert[] =>
  screens.flatMap(({ role, place, connected, at }): Alert[] => {
    const ticket = ticketBy(state.tickets, state.tickets.inHand[Number(place)])
    const isGone = connected === 0 && at !== null && now - at >= GONE_MS
    if (role !== 'counter' || !isGone || ticket === undefined) return []
    return [{ kind: 'unattended', counter: Number(place), ticketId: ticket.ticketId, number: ticket.number }]
  })

const staffCalls = (state: State): Alert[] =>
  Object.entries(state.kiosks).flatMap(([kiosk, { staffCalledAt }]): Alert[] =>
    staffCalledAt === null ? [] : [{ kind: 'staff-call', kiosk, sinceAt: staffCalledAt }],
  )

/** Printers that have stopped and everything else that wants somebody; paper that is low can wait. */
const devicesToSee = ({ printers, toSee }: DevicesView): Alert[] => {
  const stopped = printers.filter(({ status }) => isStopped(status)).length
  const count = stopped + toSee - printers.filter(({ care }) => care !== 'none').length
  return count > 0 ? [{ kind: 'devices', count }] : []
}

/** What wants a supervisor at `at`, the most pressing first: `promises` about to break, then people, then what is to come. */
export const floorAlerts = (state: State, devices: DevicesView, at: Instant, promises: readonly Alert[]): Alert[] => [
  ...promises,
  ...unattended(state, devices, at),
  ...staffCalls(state),
  ...longCases(state, at),
  ...loadAlerts(state, at).map(
    ({ window, booked, capacity }): Alert => ({
      ...{ kind: 'oversold', window, booked, capacity: capacity === null ? null : Math.floor(capacity) },
    }),
  ),
  ...devicesToSee(devices),
]
