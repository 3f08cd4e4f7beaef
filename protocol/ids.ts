import { z } from 'zod'

/** Made by the sender of a command; the same id is the same command for 48 hours. 16–64 characters of base64url. */
export const CommandId = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/)

/** A day in the office's own calendar, `2026-11-24`. Never derived from UTC. */
export const DayStamp = z.iso.date()
export type DayStamp = z.infer<typeof DayStamp>

/** Milliseconds since 1970-01-01T00:00Z, whole. Names of instants end in `At`. */
export const Instant = z.int().min(0).max(8_640_000_000_000_000)
export type Instant = z.infer<typeof Instant>

/** A length of time in minutes. Names of durations carry their unit: `graceMin`. */
export const Minutes = z.number().min(0).max(1440)
export type Minutes = z.infer<typeof Minutes>

/** A time of day in the office's zone, `08.00` to `24.00`, as it is written on the door. */
export const ClockTime = z.string().regex(/^(?:[01]\d|2[0-3])\.[0-5]\d$|^24\.00$/)
export type ClockTime = z.infer<typeof ClockTime>

/** The arrival window of a booking: `startAt` belongs to it, `endAt` does not. */
export const Window = z.strictObject({ startAt: Instant, endAt: Instant }).refine((w) => w.startAt < w.endAt, {
  message: 'the window must end after it starts',
})
export type Window = z.infer<typeof Window>

/** One text in the two languages of the screens. Paper carries the Indonesian one. */
export const Words = z.strictObject({ id: z.string().min(1).max(120), en: z.string().min(1).max(120) })
export type Words = z.infer<typeof Words>

/** Capital letter of a lane. I and O are not given: on paper they read as 1 and 0. */
export const LaneLetter = z.string().regex(/^[A-HJ-NP-Z]$/)
export type LaneLetter = z.infer<typeof LaneLetter>

/** What is printed, shown and spoken: the lane's letter and three digits, four above 999 (`A037`). */
export const TicketNumber = z.string().regex(/^[A-HJ-NP-Z]\d{3,4}$/)
export type TicketNumber = z.infer<typeof TicketNumber>

/** A ticket among all days: `2026-11-24/A037`. */
export const TicketId = z.string().regex(/^\d{4}-\d{2}-\d{2}\/[A-HJ-NP-Z]\d{3,4}$/)
export type TicketId = z.infer<typeof TicketId>

/** One paper of one ticket: the ticket's id and the count of its papers, `2026-11-24/A037/1`. */
export const SlipId = z.string().regex(/^\d{4}-\d{2}-\d{2}\/[A-HJ-NP-Z]\d{3,4}\/\d{1,2}$/)
export type SlipId = z.infer<typeof SlipId>

/** A stage or service in the office's document: `documents`, `passport-new`. */
export const Slug = z.string().regex(/^[a-z][a-z0-9-]{0,31}$/)
export type Slug = z.infer<typeof Slug>

/** Where a paired device stands: the number of a counter, kiosk, display or printer, or an integration's name. */
export const Place = z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/)
export type Place = z.infer<typeof Place>

/** The number a staff member signs in with, as on the badge: `07`. */
export const StaffNumber = z.string().regex(/^\d{2,6}$/)
export type StaffNumber = z.infer<typeof StaffNumber>

/** Keyed hash of a booking code (base64url of 128 bits); the code itself never enters a room behind the Door. */
export const BookingKey = z.string().regex(/^[A-Za-z0-9_-]{22}$/)
export type BookingKey = z.infer<typeof BookingKey>
