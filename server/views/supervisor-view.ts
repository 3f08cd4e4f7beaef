import type { Instant } from '../../protocol/ids.ts'
import type { Office } from '../../protocol/office.ts'
import type { FloorCounter, FloorLoad, FloorQueue, SupervisorView } from '../../protocol/supervisor-view.ts'
import { wholeCapacity } from '../rules/capacity.ts'
import { inHandAt } from '../rules/dispatch.ts'
import { windowLoads } from '../rules/load.ts'
import type { State } from '../rules/state.ts'
import type { Ticket } from '../rules/ticket.ts'
import { everyTicket, queueOf } from '../rules/tickets.ts'
import { type Frame, headOf, laneFace } from './faces.ts'
import { hoursFace } from './hours-face.ts'

const CLOSED = { staff: null, ticketId: null, number: null, stage: null, since: null, standardMin: null, pause: null }

/** When a counter last became free: opened, or done with its last case. */
const freeSince = (state: State, counter: number, openedAt: Instant): Instant =>
  Math.max(openedAt, state.measured.readyAt[counter] ?? 0)

const counterFace = (state: State, office: Office, counter: number): FloorCounter => {
  const open = state.counters[counter]
  if (open === undefined) return { ...CLOSED, counter, status: 'closed', stages: [], helps: [] }
  const { staff, paused, openedAt, stages, helps } = open
  const face = { ...CLOSED, counter, staff, stages: [...stages], helps: [...helps] }
  const ticket = inHandAt(state, counter)
  if (ticket?.standing.status === 'called' || ticket?.standing.status === 'serving') {
    const { ticketId, number, stage, standing } = ticket
    const standardMin = office.stages.find(({ id }) => id === stage)?.standardMin ?? null
    const since = standing.status === 'serving' ? standing.startedAt : standing.calledAt
    return { ...face, status: standing.status, ticketId, number, stage, since, standardMin }
  }
  if (paused !== null) {
    const pause = office.reasons.pause.find(({ id }) => id === paused.reason)?.name
    return {
      ...face,
      status: 'paused',
      since: paused.sinceAt,
      pause: pause ?? { id: paused.reason, en: paused.reason },
    }
  }
  return { ...face, status: 'free', since: freeSince(state, counter, openedAt) }
}

/** From when the wait of a ticket counts at its stage: when it came there, at the first one not before its window. */
export const waitsSince = ({ enteredAt, window, done }: Ticket): Instant =>
  done.length === 0 && window !== null ? Math.max(enteredAt, window.startAt) : enteredAt

const queueFaces = (state: State, office: Office, at: Instant): FloorQueue[] => {
  const byKey = new Map<string, FloorQueue>()
  for (const { id } of office.stages)
    for (const ticket of queueOf(state.tickets, id)) {
      const { letter, window } = ticket
      const key = `${id} ${letter} ${window?.startAt ?? ''} ${window?.endAt ?? ''}`
      const held = at < ticket.callableFromAt ? 1 : 0
      const known = byKey.get(key)
      byKey.set(key, {
        ...{ stage: id, letter, window },
        waiting: (known?.waiting ?? 0) + 1,
        held: (known?.held ?? 0) + held,
        longestSinceAt: Math.min(known?.longestSinceAt ?? Number.MAX_SAFE_INTEGER, waitsSince(ticket)),
      })
    }
  return [...byKey.values()]
}

const loadFaces = (state: State, tickets: readonly Ticket[], at: Instant): FloorLoad[] =>
  windowLoads(state, at).map(({ window, booked, capacity }) => ({
    window,
    booked,
    came: tickets.filter(({ key, window: own }) => key !== null && own?.startAt === window.startAt).length,
    capacity: wholeCapacity({ capacity }),
  }))

/** The floor as its supervisor sees it. */
export const supervisorView = (
  state: State,
  office: Office,
  staff: SupervisorView['staff'],
  frame: Frame,
): SupervisorView => {
  const tickets = everyTicket(state.tickets)
  const came = (...of: Ticket['arrival'][]) => tickets.filter(({ arrival }) => of.includes(arrival)).length
  const standing = (...of: Ticket['standing']['status'][]) =>
    tickets.filter((ticket) => of.includes(ticket.standing.status)).length
  const named = (list: Office['reasons']['cancel']) => list.map(({ id, name }) => ({ id, name }))
  return {
    role: 'supervisor',
    ...headOf(state, office, frame),
    staff,
    hours: hoursFace(state, office, frame.at),
    stages: office.stages.map(({ id, name }) => ({ id, name })),
    lanes: office.lanes.map(({ letter }) => laneFace(office, letter)),
    counters: office.counters.map(({ number }) => counterFace(state, office, number)),
    queues: queueFaces(state, office, frame.at),
    load: loadFaces(state, tickets, frame.at),
    arrivals: {
      booked: Object.values(state.bookings).filter(({ day, status }) => day === state.day?.day && status === 'booked')
        .length,
      came: tickets.filter(({ key }) => key !== null).length,
      early: came('early'),
      onTime: came('on-time', 'late-grace'),
      late: came('late'),
      walkIn: came('walk-in'),
      turnedAway: Object.values(state.turnedAway).reduce((sum, count) => sum + count, 0),
    },
    standing: {
      waiting: standing('waiting'),
      inHand: standing('called', 'serving'),
      parked: standing('parked'),
      missed: standing('missed'),
      done: standing('done'),
    },
    overrides: state.overrides.length,
    outage: state.outage,
    outages: [...state.outages],
    announcement: state.announcement,
    staffCalls: Object.entries(state.kiosks).flatMap(([kiosk, { staffCalledAt }]) =>
      staffCalledAt === null ? [] : [{ kiosk, at: staffCalledAt }],
    ),
    printers: office.printers.map(({ place }) => ({ place, status: state.devices[place]?.status ?? 'offline' })),
    reasons: { override: named(office.reasons.override), cancel: named(office.reasons.cancel) },
  }
}
