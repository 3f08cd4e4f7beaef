import type { Affected, AffectedList, Alert, Help, LiveTicket } from '../../protocol/desk/floor.ts'
import type { Instant, Words } from '../../protocol/ids.ts'
import { affectedBy } from '../rules/affected.ts'
import type { InDanger } from '../rules/promises.ts'
import type { State } from '../rules/state.ts'
import { counterOf, everyTicket } from '../rules/tickets.ts'
import { rangeOf } from './faces.ts'

/** Of a window's tickets in danger so many are named. */
const NAMED = 30
const NOWHERE: Words = { id: '-', en: '-' }

/** A window whose promises are about to break, and what would help most. */
export const promiseFace = ({ window, tickets }: InDanger, help: Help | null): Alert => ({
  ...{ kind: 'promises', window, count: tickets.length, help },
  tickets: tickets
    .slice(0, NAMED)
    .map((ticket) => ({ ticketId: ticket.ticketId, number: ticket.number, range: rangeOf(ticket) })),
})

/** Every ticket of today that is not over, as a supervisor finds it. */
export const liveTickets = (state: State): LiveTicket[] =>
  everyTicket(state.tickets).flatMap((ticket): LiveTicket[] => {
    const { standing, ticketId, number, letter, window, arrival, checkedInAt, stage, reserved } = ticket
    if (standing.status === 'done' || standing.status === 'ended') return []
    const service = state.office?.services.find(({ id }) => id === ticket.service)?.name ?? NOWHERE
    const counter = counterOf(ticket) ?? ('counter' in standing ? standing.counter : (reserved?.counter ?? null))
    const face = { ticketId, number, letter, service, window, arrival, checkedInAt, stage }
    return [{ ...face, status: standing.status, counter, range: rangeOf(ticket) }]
  })

/** Whom an outage of today touched, `which` counted from 0 in the order of their starts; null when there is none such. */
export const affectedList = (state: State, which: number, at: Instant): AffectedList | null => {
  const all = [...state.outages, ...(state.outage === null ? [] : [{ ...state.outage, untilAt: null }])]
  const outage = all[which]
  if (outage === undefined) return null
  const { stages = [], services = [] } = state.office ?? {}
  const people = affectedBy(state, { sinceAt: outage.sinceAt, untilAt: outage.untilAt ?? at }, at).map(
    ({ ticket, service, window, bookingNo, heldUpMin, status }): Affected => ({
      ...{ number: ticket?.number ?? null, bookingNo, window, heldUpMin, status },
      service: services.find(({ id }) => id === service)?.name ?? NOWHERE,
      checkedInAt: ticket?.checkedInAt ?? null,
      stage: ticket === null ? null : (stages.find(({ id }) => id === ticket.stage)?.name ?? NOWHERE),
    }),
  )
  return { outage, people }
}
