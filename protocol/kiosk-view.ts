import { z } from 'zod'
import { Verdict } from './answers.ts'
import { DeviceStatus } from './commands.ts'
import { Head, HoursFace, OutageFace, PaperState, TicketFace } from './faces.ts'
import { CommandId, DayStamp, Instant, Place, Slug, TicketId, Window, Words } from './ids.ts'
import { Voice } from './office-screens.ts'

/** The last presentation at a kiosk. The screen shows it until its visitor is done; `visitId` tells a new one apart. */
export const Visit = z.strictObject({
  visitId: CommandId,
  at: Instant,
  verdict: Verdict,
  ticket: z
    .strictObject({
      ...TicketFace,
      ticketId: TicketId,
      paper: PaperState,
      /** Where the paper comes out when it is not here: the kiosk whose printer took over. */
      paperAt: Place.nullable(),
      reprintsLeft: z.int().min(0),
      /** Where to go now, while called or served; null otherwise. */
      counter: z.int().nullable(),
      /** Members of its family who are booked for today: with a number, this one included, and still to come. Null alone. */
      family: z.strictObject({ here: z.int().min(1), toCome: z.int().min(0) }).nullable(),
    })
    .nullable(),
  /** When the booking is for, where the verdict speaks of it (wrong-day, too-late). */
  booked: z.strictObject({ day: DayStamp, window: Window }).nullable(),
  /** Originals that the visitor is asked about before the number; empty where the office does not ask. */
  documents: z.array(Words),
})
export type Visit = z.infer<typeof Visit>

/** What one kiosk may see: its own last visit and its printer. */
export const KioskView = z.strictObject({
  role: z.literal('kiosk'),
  ...Head,
  place: Place,
  codeLength: z.int().nullable(),
  visit: Visit.nullable(),
  staffCalledAt: Instant.nullable(),
  printer: DeviceStatus,
  /** What may be had without a booking: `left` null without a cap, `untilAt` null when the numbers' end is not known. */
  walkIn: z.array(
    z.strictObject({
      service: Slug,
      name: Words,
      /** Originals that are asked about before the number; empty where the office does not ask. */
      documents: z.array(Words),
      left: z.int().min(0).nullable(),
      /** When its numbers are given, `[fromAt, untilAt)`; null where the hours do not say. */
      fromAt: Instant.nullable(),
      untilAt: Instant.nullable(),
      /** `staff`: the kiosk sends people to the desk. */
      grantedBy: z.enum(['kiosk', 'staff']),
    }),
  ),
  /** Why somebody comes without an appointment, to choose from. */
  walkInReasons: z.array(z.strictObject({ id: Slug, name: Words })),
  /** Today's windows to choose from, in an office without a list; else empty. */
  windows: z.array(Window),
  /** Whether booked visitors get a number now. */
  givesNumbers: z.boolean(),
  hours: HoursFace,
  outage: OutageFace.nullable(),
  /** How numbers are read out to whoever wants to hear them. */
  voice: Voice,
})
export type KioskView = z.infer<typeof KioskView>
