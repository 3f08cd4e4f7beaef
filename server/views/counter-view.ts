import { isStopped } from '../../protocol/commands.ts'
import type { Slug } from '../../protocol/ids.ts'
import type { Office } from '../../protocol/office.ts'
import type { Sender } from '../../protocol/roles.ts'
import type { CounterView, OtherCounter } from '../../protocol/views.ts'
import { otherCounters } from '../rules/desk.ts'
import { chooseNext, inHandAt, waitingFor } from '../rules/dispatch.ts'
import { kiosksAt } from '../rules/printer-of.ts'
import type { OpenCounter, State } from '../rules/state.ts'
import { everyTicket } from '../rules/tickets.ts'
import { undoableAt } from '../rules/undo.ts'
import { type Frame, headOf, queuedFace, ticketFace } from './faces.ts'
import { hoursFace } from './hours-face.ts'
import { inHandFace } from './in-hand-face.ts'

const QUEUE_SHOWN = 30

type Named = { id: Slug; name: { id: string; en: string } }

/** Those of a list that are asked for, in the list's order, without what else the document says of them. */
const namedOf = (list: readonly Named[], ids?: readonly Slug[]): Named[] =>
  list.filter(({ id }) => ids === undefined || ids.includes(id)).map(({ id, name }) => ({ id, name }))

const pausedFace = ({ reasons }: Office, open: OpenCounter | undefined): CounterView['paused'] => {
  if (!open?.paused) return null
  const { reason, sinceAt } = open.paused
  const name = reasons.pause.find(({ id }) => id === reason)?.name ?? { id: reason, en: reason }
  return { reason: name, sinceAt }
}

const undoFace = (state: State, office: Office, number: number, at: number): CounterView['undo'] => {
  const undo = undoableAt(state, number, at)
  if (undo === null) return null
  const { ticketId, number: shown } = undo.before
  return { act: undo.act, ticketId, number: shown, untilAt: undo.at + office.undoSec * 1000 }
}

const parkedAt = (state: State, counter: number): CounterView['parked'] =>
  everyTicket(state.tickets)
    .flatMap(({ ticketId, number, standing }) =>
      standing.status === 'parked' && standing.counter === counter
        ? [{ ticketId, number, sinceAt: standing.sinceAt }]
        : [],
    )
    .sort((a, b) => a.sinceAt - b.sinceAt)

/** What another counter does; a number that it called or serves is on the displays already. */
const otherFace = (state: State, counter: number): OtherCounter => {
  const inHand = inHandAt(state, counter)
  const nobody = { counter, ticketId: null, number: null, since: null }
  if (inHand !== undefined) {
    const { ticketId, number, standing } = inHand
    if (standing.status === 'called') return { counter, status: 'called', ticketId, number, since: standing.calledAt }
    if (standing.status === 'serving')
      return { counter, status: 'serving', ticketId, number, since: standing.startedAt }
  }
  const open = state.counters[counter]
  if (open === undefined) return { ...nobody, status: 'closed' }
  if (open.paused !== null) return { ...nobody, status: 'paused', since: open.paused.sinceAt }
  return { ...nobody, status: 'free' }
}

const targetsFrom = (state: State, office: Office, number: number): CounterView['targets'] => {
  const others = otherCounters(state, number)
  const served = others.flatMap(({ open }) => open.stages)
  return {
    stages: namedOf(office.stages, served),
    counters: others.map(({ number: counter, open }) => ({ counter, stages: namedOf(office.stages, open.stages) })),
  }
}

/** Those that a person has to come for, then those whose paper is low. One that never said how it is worries nobody here. */
const printersToSee = (state: State, office: Office): CounterView['printers'] => {
  const printers = office.printers.flatMap(({ place }) => {
    const device = state.devices[place]
    return device === undefined ? [] : [{ place, kiosks: kiosksAt(office, place), status: device.status }]
  })
  return [
    ...printers.filter(({ status }) => isStopped(status)),
    ...printers.filter(({ status }) => status === 'paper-low'),
  ]
}

/**
 * What one counter may see. Its queue and its cases only while somebody is signed in: an unattended desk shows nothing but
 * the one number that the displays have called to it.
 */
export const counterView = (state: State, office: Office, sender: Sender, frame: Frame): CounterView => {
  const stageFaces = (ids: readonly Slug[]) => namedOf(office.stages, ids)
  const number = Number(sender.place)
  const offers = office.counters.find((counter) => counter.number === number)
  const open = state.counters[sender.place]
  const inHand = inHandAt(state, number)
  const signedIn = sender.staff !== null
  const attended = signedIn ? open : undefined
  const choice = attended && attended.paused === null ? chooseNext(state, number, attended, frame.at) : null
  const queue = attended ? waitingFor(state, [...attended.stages, ...attended.helps]) : []
  return {
    role: 'counter',
    ...headOf(state, office, frame),
    place: sender.place,
    staff: sender.staff,
    offers: { stages: stageFaces(offers?.stages ?? []), helps: stageFaces(offers?.helps ?? []) },
    open: open ? { stages: stageFaces(open.stages), helps: stageFaces(open.helps), openedAt: open.openedAt } : null,
    openedBy: open?.staff ?? null,
    lockMin: office.lockMin,
    lockedNumber: signedIn ? null : (inHand?.number ?? null),
    inHand: signedIn ? inHandFace(state, office, inHand) : null,
    paused: pausedFace(office, open),
    undo: signedIn ? undoFace(state, office, number, frame.at) : null,
    parked: signedIn ? parkedAt(state, number) : [],
    next: choice && {
      ...queuedFace(state, office, choice.ticket, frame.at),
      service: ticketFace(office, choice.ticket).service,
      helping: choice.helping,
    },
    queue: queue.slice(0, QUEUE_SHOWN).map((ticket) => queuedFace(state, office, ticket, frame.at)),
    waiting: queue.length,
    others: office.counters
      .filter((counter) => counter.number !== number)
      .map((counter) => otherFace(state, counter.number)),
    targets: targetsFrom(state, office, number),
    reasons: {
      override: namedOf(office.reasons.override),
      extraDocument: namedOf(office.reasons.extraDocument),
      pause: namedOf(office.reasons.pause),
      walkIn: namedOf(office.reasons.walkIn),
    },
    services: namedOf(office.services),
    outage: state.outage,
    hours: hoursFace(state, office, frame.at),
    kiosks: office.kiosks.map(({ place }) => place),
    staffCalls: Object.entries(state.kiosks).flatMap(([kiosk, { staffCalledAt }]) =>
      staffCalledAt === null ? [] : [{ kiosk, at: staffCalledAt }],
    ),
    printers: printersToSee(state, office),
  }
}
