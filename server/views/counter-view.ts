import type { Slug } from '../../protocol/ids.ts'
import type { Office } from '../../protocol/office.ts'
import type { Sender } from '../../protocol/roles.ts'
import type { CounterView } from '../../protocol/views.ts'
import { chooseNext, inHandAt, waitingFor } from '../rules/dispatch.ts'
import type { State, Ticket } from '../rules/state.ts'
import { type Frame, headOf, queuedFace, termsOf, ticketFace } from './faces.ts'

const QUEUE_SHOWN = 30

const inHandFace = (office: Office, ticket: Ticket | undefined): CounterView['inHand'] => {
  if (ticket === undefined) return null
  const { standing } = ticket
  if (standing.status !== 'called' && standing.status !== 'serving') return null
  const { service, stage } = termsOf(office, ticket)
  const journey = service?.journey ?? []
  const nextId = journey[journey.indexOf(ticket.stage) + 1]
  return {
    ...ticketFace(office, ticket),
    ticketId: ticket.ticketId,
    step: standing.status,
    calledAt: standing.calledAt,
    lastCalledAt: standing.lastCalledAt,
    times: standing.times,
    startedAt: standing.status === 'serving' ? standing.startedAt : null,
    standardMin: stage?.standardMin ?? 10,
    nextStage: office.stages.find(({ id }) => id === nextId)?.name ?? null,
  }
}

/**
 * What one counter may see. Its queue and its case only while somebody is signed in: an unattended desk shows numbers to
 * nobody.
 */
export const counterView = (state: State, office: Office, sender: Sender, frame: Frame): CounterView => {
  const stageFaces = (ids: readonly Slug[]) =>
    office.stages.filter(({ id }) => ids.includes(id)).map(({ id, name }) => ({ id, name }))
  const number = Number(sender.place)
  const offers = office.counters.find((counter) => counter.number === number)
  const open = state.counters[sender.place]
  const attended = sender.staff !== null ? open : undefined
  const choice = attended ? chooseNext(state, attended, frame.at) : null
  const queue = attended ? waitingFor(state, [...attended.stages, ...attended.helps]) : []
  return {
    role: 'counter',
    ...headOf(state, office, frame),
    place: sender.place,
    staff: sender.staff,
    offers: { stages: stageFaces(offers?.stages ?? []), helps: stageFaces(offers?.helps ?? []) },
    open: open ? { stages: stageFaces(open.stages), helps: stageFaces(open.helps), openedAt: open.openedAt } : null,
    inHand: sender.staff === null ? null : inHandFace(office, inHandAt(state, number)),
    next: choice && {
      ...queuedFace(office, choice.ticket, frame.at),
      service: ticketFace(office, choice.ticket).service,
      helping: choice.helping,
    },
    queue: queue.slice(0, QUEUE_SHOWN).map((ticket) => queuedFace(office, ticket, frame.at)),
    waiting: queue.length,
    others: office.counters
      .filter((counter) => counter.number !== number)
      .map((counter) => {
        const inHand = inHandAt(state, counter.number)
        const standing = inHand?.standing
        return {
          counter: counter.number,
          open: state.counters[counter.number] !== undefined,
          number: inHand?.number ?? null,
          since: standing && 'calledAt' in standing ? standing.calledAt : null,
        }
      }),
    staffCalls: Object.entries(state.kiosks).flatMap(([kiosk, { staffCalledAt }]) =>
      staffCalledAt === null ? [] : [{ kiosk, at: staffCalledAt }],
    ),
  }
}
