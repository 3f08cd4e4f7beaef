import type { Office } from '../../protocol/office.ts'
import type { Blocker } from '../../protocol/office-change.ts'
import { type Decision, refuse, type SealedOf, take } from './decision.ts'
import type { State } from './state.ts'
import type { Ticket } from './ticket.ts'
import { everyTicket } from './tickets.ts'

/** What a ticket would lose by a document, null when it keeps all it needs. */
const lostBy = (before: Office | null, after: Office, ticket: Ticket): 'service' | 'stage' | 'counter' | null => {
  const { stage, service, standing } = ticket
  if (standing.status === 'done' || standing.status === 'ended') return null
  const journeyIn = (office: Office | null) => office?.services.find(({ id }) => id === service)?.journey ?? []
  const journey = journeyIn(after)
  if (journey.length === 0) return 'service'
  // Sent to a stage outside of its journey, a ticket needs no more than that the stage is still there.
  const sentThere = !journeyIn(before).includes(stage) && after.stages.some(({ id }) => id === stage)
  if (!(journey.includes(stage) || sentThere)) return 'stage'
  return 'counter' in standing && !after.counters.some(({ number }) => number === standing.counter) ? 'counter' : null
}

/**
 * Who stands in the way of a changed document: while a day is open nobody may lose their place by it. A ticket keeps its
 * stage, its service and the counter that has it; staff keep the counter they opened; and the hours of the day keep their
 * zone, but in an office that is only tried out. Empty when nothing does.
 */
export const blockersOf = (state: State, office: Office): Blocker[] => {
  if (state.day?.status !== 'open') return []
  const tickets = everyTicket(state.tickets).flatMap((ticket): Blocker[] => {
    const lost = lostBy(state.office, office, ticket)
    return lost === null ? [] : [{ kind: 'ticket', number: ticket.number, stage: ticket.stage, lost }]
  })
  const counters = Object.keys(state.counters).flatMap((text): Blocker[] => {
    const counter = Number(text)
    return office.counters.some(({ number }) => number === counter) ? [] : [{ kind: 'counter', counter }]
  })
  const { office: now } = state
  const zone: Blocker[] = now !== null && !now.example && now.zone !== office.zone ? [{ kind: 'zone' }] : []
  return [...zone, ...counters, ...tickets]
}

/** Takes a changed office document. Refused with `office-in-use` while somebody stands in its way. */
export const decideConfigureOffice = (state: State, { office }: SealedOf<'ConfigureOffice'>): Decision =>
  blockersOf(state, office).length > 0 ? refuse('office-in-use') : take([{ type: 'OfficeConfigured', office }])
