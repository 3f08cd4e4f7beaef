import { say } from '../../ui/texts.ts'
import { clockTime, windowText } from '../../ui/time.ts'
import type { Ticket } from '../choose-screen.ts'
import type { Kiosk } from '../deeds.ts'
import { TICKET } from '../texts.ts'
import type { Field } from './TicketCard.tsx'

/** The hour of the booking, none for a ticket without one. */
export const windowField = (ticket: Ticket, { lang, zone }: Kiosk): Field[] =>
  ticket.window ? [{ label: say(TICKET.window, lang), value: windowText(ticket.window, zone), clock: true }] : []

/**
 * From when the turn counts. Left out for priority: its head start puts the turn before the person's own hour, which
 * would read as a time already missed.
 */
export const turnField = (ticket: Ticket, { lang, zone }: Kiosk): Field[] =>
  ticket.priority ? [] : [{ label: say(TICKET.turn, lang), value: clockTime(ticket.turnAt, zone), clock: true }]

/** Where to be: in the room of the ticket's stage, or at the counter that calls or serves. */
export const waitField = (ticket: Ticket, { lang }: Kiosk): Field[] => [
  ticket.counter === null
    ? { label: say(TICKET.waitAt, lang), value: say(ticket.waitAt, lang) }
    : { label: say(TICKET.counter, lang), value: String(ticket.counter) },
]
