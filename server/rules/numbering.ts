import type { DayStamp, LaneLetter, SlipId, TicketId, TicketNumber } from '../../protocol/ids.ts'
import type { State } from './state.ts'
import type { Ticket } from './ticket.ts'

/** The last number of a lane. */
const LAST = 9999

/**
 * The next number of a lane today: letter and three digits, four above 999. A series belongs to the day, so no clock can
 * make it start again. Null once all are given: what is spoken and printed has room for no more digits.
 */
export const nextNumber = (state: State, letter: LaneLetter): TicketNumber | null => {
  const next = (state.lastNumber[letter] ?? 0) + 1
  return next > LAST ? null : `${letter}${String(next).padStart(3, '0')}`
}

/** The id of a number on a day. */
export const ticketIdOf = (day: DayStamp, number: TicketNumber): TicketId => `${day}/${number}`

/** The id of a ticket's next paper. */
export const nextSlipId = (ticket: Pick<Ticket, 'ticketId' | 'papers'>): SlipId =>
  `${ticket.ticketId}/${ticket.papers + 1}`
