import { say } from '../../ui/texts.ts'
import { clockTime, rangeText, windowText } from '../../ui/time.ts'
import type { Kiosk } from '../deeds.ts'
import type { Ticket } from '../screen.ts'
import { TICKET } from '../texts.ts'
import type { Field } from './TicketCard.tsx'

/** The hour of the booking, none for a ticket without one. */
export const windowField = (ticket: Ticket, { lang, zone }: Kiosk): Field[] =>
  ticket.window ? [{ label: say(TICKET.window, lang), value: windowText(ticket.window, zone), clock: true }] : []

/**
 * From when the turn counts. Left out for priority: its head start puts the turn before the person's own hour, which
 * would read as a time already missed.
 */
const turnField = (ticket: Ticket, { lang, zone }: Kiosk): Field[] =>
  ticket.priority ? [] : [{ label: say(TICKET.turn, lang), value: clockTime(ticket.turnAt, zone), clock: true }]

/** When the ticket is likely called, nothing where nobody can say. */
export const likelyField = ({ range }: Ticket, { lang, zone }: Kiosk): Field[] =>
  range ? [{ label: say(TICKET.likely, lang), value: rangeText(range, zone), clock: true }] : []

/** When the ticket is likely called; where nobody can say, from when its turn counts. */
export const callField = (ticket: Ticket, kiosk: Kiosk): Field[] =>
  ticket.range ? likelyField(ticket, kiosk) : turnField(ticket, kiosk)

/** By when somebody without an appointment is called at the latest, nothing where nobody can say. */
export const latestField = ({ range }: Ticket, { lang, zone }: Kiosk): Field[] =>
  range ? [{ label: say(TICKET.latest, lang), value: clockTime(range.untilAt, zone), clock: true }] : []

/** Where to be: in the room of the ticket's stage, or at the counter that calls or serves. */
export const waitField = (ticket: Ticket, { lang }: Kiosk): Field[] => [
  ticket.counter === null
    ? { label: say(TICKET.waitAt, lang), value: say(ticket.waitAt, lang) }
    : { label: say(TICKET.counter, lang), value: String(ticket.counter) },
]
