import { z } from 'zod'
import { OutageScope } from '../commands.ts'
import { UsedTwice } from '../devices-view.ts'
import { Arrival } from '../faces.ts'
import { Instant, LaneLetter, Minutes, Place, Slug, TicketId, TicketNumber, Window, Words } from '../ids.ts'
import { Range } from '../range.ts'

/** A change that the day was rolled forward with, and by how many minutes those at risk are called earlier by it. */
export const Help = z.discriminatedUnion('kind', [
  /** An open counter helps with a stage: `helps` is what it would help with then. */
  z.strictObject({ kind: z.literal('help'), counter: z.int(), stage: Slug, helps: z.array(Slug), gainMin: z.number() }),
  /** A counter that is closed is opened for a stage. */
  z.strictObject({ kind: z.literal('open'), counter: z.int(), stage: Slug, gainMin: z.number() }),
])
export type Help = z.infer<typeof Help>

const InDanger = z.strictObject({ ticketId: TicketId, number: TicketNumber, range: Range.nullable() })

/** Something that wants a supervisor, the most pressing first. */
export const Alert = z.discriminatedUnion('kind', [
  /** People of a window who are likely called after its end; `help`: what would help most, null when nothing does. */
  z.strictObject({
    kind: z.literal('promises'),
    window: Window,
    count: z.int().min(1),
    tickets: z.array(InDanger).max(30),
    help: Help.nullable(),
  }),
  /** A case that takes far longer than the stage is expected to. */
  z.strictObject({
    kind: z.literal('long-case'),
    counter: z.int(),
    ticketId: TicketId,
    number: TicketNumber,
    minutes: Minutes,
    standardMin: Minutes,
  }),
  /** A counter whose screen is gone while it has somebody in hand. */
  z.strictObject({ kind: z.literal('unattended'), counter: z.int(), ticketId: TicketId, number: TicketNumber }),
  /** A window not yet over that was sold beyond what the counters can do. */
  z.strictObject({ kind: z.literal('oversold'), window: Window, booked: z.int(), capacity: z.int().nullable() }),
  z.strictObject({ kind: z.literal('staff-call'), kiosk: Place, sinceAt: Instant }),
  z.strictObject({ kind: z.literal('devices'), count: z.int().min(1) }),
  /** Somebody may have copied a device's token. */
  UsedTwice.extend({ kind: z.literal('used-twice') }),
  /** The machine's clock shows `machineAt` where the office reckons with `officeAt`; it wants somebody who knows the time. */
  z.strictObject({ kind: z.literal('clock'), machineAt: Instant, officeAt: Instant }),
  /** The server's disk is low; `stopped`: so full that no new number is given. */
  z.strictObject({ kind: z.literal('disk'), freeMb: z.int(), stopped: z.boolean() }),
])
export type Alert = z.infer<typeof Alert>

/** All alerts as they were at an instant. */
export const Alerts = z.strictObject({ at: Instant, alerts: z.array(Alert) })
export type Alerts = z.infer<typeof Alerts>

/** A ticket of today that is not over, for finding it and acting on it. */
export const LiveTicket = z.strictObject({
  ticketId: TicketId,
  number: TicketNumber,
  letter: LaneLetter,
  service: Words,
  window: Window.nullable(),
  arrival: Arrival,
  checkedInAt: Instant,
  stage: Slug,
  status: z.enum(['waiting', 'called', 'serving', 'parked', 'missed']),
  /** The counter that has it, has set it aside, or alone may call it; null: none. */
  counter: z.int().nullable(),
  range: Range.nullable(),
})
export type LiveTicket = z.infer<typeof LiveTicket>

/** All tickets of today that are not over, in the order of their numbers. */
export const LiveTickets = z.strictObject({ tickets: z.array(LiveTicket) })
export type LiveTickets = z.infer<typeof LiveTickets>

/** Somebody whom an outage held up, or whose window lay in it: evidence for a special reschedule (domain section 3). */
export const Affected = z.strictObject({
  /** Null: booked, and never came. */
  number: TicketNumber.nullable(),
  /** The app's running number of the booking, where the list had it. */
  bookingNo: z.int().nullable(),
  service: Words,
  window: Window.nullable(),
  checkedInAt: Instant.nullable(),
  /** Where they stood when it began or they came: their stage; null for who never came. */
  stage: Words.nullable(),
  /** Minutes of the outage that they spent in the office. */
  heldUpMin: Minutes,
  /** What became of them by now. */
  status: z.enum(['expected', 'absent', 'here', 'served', 'left']),
})
export type Affected = z.infer<typeof Affected>

/** An outage of today, and everybody it touched. `untilAt` null: it goes on. */
export const AffectedList = z.strictObject({
  outage: z.strictObject({ scope: OutageScope, sinceAt: Instant, untilAt: Instant.nullable() }),
  people: z.array(Affected),
})
export type AffectedList = z.infer<typeof AffectedList>
