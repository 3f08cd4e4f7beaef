import type { BookingKey, Instant, LaneLetter, Slug, TicketId } from '../../protocol/ids.ts'
import { type Shelves, shelve, shelved } from './shelves.ts'
import type { Ticket } from './ticket.ts'

/**
 * All tickets of the day, and who waits where. Persistent: `putTicket` leaves the old value as it was and costs a copy of
 * two arrays, so a hall of thousands is changed and searched in microseconds.
 */
export type Tickets = {
  /** Per lane in the order of numbers: `A037` is at place 36. */
  readonly lanes: Readonly<Record<LaneLetter, readonly Ticket[]>>
  /** Waiting tickets per stage, in the order of their turns. */
  readonly queues: Readonly<Record<Slug, readonly Ticket[]>>
  /** From when each of a queue may be called, in the same order: one flat list is read a hundred times faster than tickets. */
  readonly callableFrom: Readonly<Record<Slug, Float64Array>>
  /** The ticket called to or served at a counter, by the counter's number. */
  readonly inHand: Readonly<Record<number, TicketId>>
  /** The ticket of a booking, by its key; shelves by the key's first letter. */
  readonly ofBookings: Shelves<TicketId>
}

/** Before anybody came. */
export const NO_TICKETS: Tickets = { lanes: {}, queues: {}, callableFrom: {}, inHand: {}, ofBookings: {} }

const NOBODY: readonly Ticket[] = []

/** What decides whose turn it is. */
export type Turned = Pick<Ticket, 'turnAt' | 'tie' | 'order'>

/** Smaller turn key first; between equal keys the smaller tie (check-in or booking number), then the earlier check-in. */
export const byTurn = (a: Turned, b: Turned): number => a.turnAt - b.turnAt || a.tie - b.tie || a.order - b.order

/** `2026-11-24/A037` → lane `A`, place 36. */
const placeOf = (ticketId: TicketId): { letter: LaneLetter; place: number } => ({
  letter: ticketId.charAt(11),
  place: Number(ticketId.slice(12)) - 1,
})

/** A ticket by its id; undefined when this day has none. */
export const ticketBy = (tickets: Tickets, ticketId: TicketId | null | undefined): Ticket | undefined => {
  if (!ticketId) return undefined
  const { letter, place } = placeOf(ticketId)
  const found = tickets.lanes[letter]?.[place]
  return found?.ticketId === ticketId ? found : undefined
}

/** The ticket of a booking; undefined when its person has not come today. */
export const ticketIdOf = (tickets: Tickets, key: BookingKey): TicketId | undefined =>
  shelved(tickets.ofBookings, key.charAt(0), key)

/** Every ticket of the day, lane by lane in the order of numbers. */
export const everyTicket = (tickets: Tickets): Ticket[] => Object.values(tickets.lanes).flat()

/** The tickets that wait for one stage, in the order of their turns, callable now or not. */
export const queueOf = (tickets: Tickets, stage: Slug): readonly Ticket[] => tickets.queues[stage] ?? NOBODY

const NO_TIMES = new Float64Array()

/** From when each ticket of `queueOf` may be called, in its order. */
export const callableFromOf = (tickets: Tickets, stage: Slug): Float64Array => tickets.callableFrom[stage] ?? NO_TIMES

const withoutPlace = (times: Float64Array, place: number): Float64Array => {
  const left = new Float64Array(times.length - 1)
  left.set(times.subarray(0, place))
  left.set(times.subarray(place + 1), place)
  return left
}

const withPlace = (times: Float64Array, place: number, time: Instant): Float64Array => {
  const more = new Float64Array(times.length + 1)
  more.set(times.subarray(0, place))
  more[place] = time
  more.set(times.subarray(place), place + 1)
  return more
}

/** The counter that has a ticket in hand, null when none has. */
export const counterOf = ({ standing }: Ticket): number | null =>
  standing.status === 'called' || standing.status === 'serving' ? standing.counter : null

/** Where a ticket is in a queue that is in order, or would be. */
const rankIn = (queue: readonly Ticket[], ticket: Turned): number => {
  let [low, high] = [0, queue.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const there = queue[middle]
    if (there !== undefined && byTurn(there, ticket) < 0) low = middle + 1
    else high = middle
  }
  return low
}

/** The tickets that wait for one stage with this very turn key, in the order of their turns; the others are not read. */
export const withTurn = (tickets: Tickets, stage: Slug, turnAt: Instant): readonly Ticket[] => {
  const queue = queueOf(tickets, stage)
  const from = rankIn(queue, { turnAt, tie: 0, order: 0 })
  return queue.slice(from, rankIn(queue, { turnAt: turnAt + 1, tie: 0, order: 0 }))
}

/** Adds a ticket or replaces it by its id; queues and hands follow. A new one must be the next number of its lane. */
export const putTicket = (tickets: Tickets, ticket: Ticket): Tickets => {
  const { letter, place } = placeOf(ticket.ticketId)
  const lane = tickets.lanes[letter] ?? NOBODY
  const before = lane[place]
  const lanes = {
    ...tickets.lanes,
    [letter]: before === undefined ? [...lane, ticket] : lane.with(place, ticket),
  }
  let { queues, callableFrom, inHand, ofBookings } = tickets
  const { key } = ticket
  if (before === undefined && key !== null) ofBookings = shelve(ofBookings, key.charAt(0), key, ticket.ticketId)
  if (before?.standing.status === 'waiting') {
    const { stage } = before
    const queue = queueOf(tickets, stage)
    const rank = rankIn(queue, before)
    queues = { ...queues, [stage]: queue.toSpliced(rank, 1) }
    callableFrom = { ...callableFrom, [stage]: withoutPlace(callableFromOf(tickets, stage), rank) }
  }
  if (ticket.standing.status === 'waiting') {
    const { stage } = ticket
    const queue = queues[stage] ?? NOBODY
    const rank = rankIn(queue, ticket)
    queues = { ...queues, [stage]: queue.toSpliced(rank, 0, ticket) }
    callableFrom = { ...callableFrom, [stage]: withPlace(callableFrom[stage] ?? NO_TIMES, rank, ticket.callableFromAt) }
  }
  const [left, taken] = [before && counterOf(before), counterOf(ticket)]
  if (left !== taken) {
    const hands: Record<number, TicketId> = { ...inHand }
    if (left != null && hands[left] === ticket.ticketId) delete hands[left]
    if (taken !== null) hands[taken] = ticket.ticketId
    inHand = hands
  }
  return { lanes, queues, callableFrom, inHand, ofBookings }
}
