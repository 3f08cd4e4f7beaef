import { z } from 'zod'
import { DeviceStatus, OutageScope } from './commands.ts'
import { Head, HoursFace, LaneFace } from './faces.ts'
import { Instant, LaneLetter, Minutes, Place, Slug, StaffNumber, TicketId, TicketNumber, Window, Words } from './ids.ts'
import { Announcement } from './office-screens.ts'

/** A case takes long from this multiple of what its stage is expected to take. */
export const LONG_CASE = 1.5

const FloorCounter = z.strictObject({
  counter: z.int(),
  /** free: open, nobody in hand; paused, too, holds nobody. */
  status: z.enum(['closed', 'free', 'paused', 'called', 'serving']),
  /** Who opened it, null while closed. */
  staff: StaffNumber.nullable(),
  stages: z.array(Slug),
  helps: z.array(Slug),
  /** The case in hand: null unless called or served. */
  ticketId: TicketId.nullable(),
  number: TicketNumber.nullable(),
  stage: Slug.nullable(),
  /** Since when it serves, calls, pauses or is free; null while closed. */
  since: Instant.nullable(),
  /** What the stage in hand is expected to take; null without a case. */
  standardMin: Minutes.nullable(),
  /** Why it pauses; null unless paused. */
  pause: Words.nullable(),
})
/** One counter as the supervisor sees it. */
export type FloorCounter = z.infer<typeof FloorCounter>

const FloorQueue = z.strictObject({
  stage: Slug,
  letter: LaneLetter,
  window: Window.nullable(),
  /** Those who wait, `held` of them not callable yet. */
  waiting: z.int().min(1),
  held: z.int().min(0),
  /** Since when the longest of them waits: from the check-in, or the window's start where that is later. */
  longestSinceAt: Instant,
})
/** Those who wait for one stage, of one lane and window. */
export type FloorQueue = z.infer<typeof FloorQueue>

const FloorLoad = z.strictObject({
  window: Window,
  booked: z.int().min(0),
  /** Of the booked those who have come. */
  came: z.int().min(0),
  /** How many the counters can serve in it; null when nobody serves then. */
  capacity: z.int().min(0).nullable(),
})
/** One window of the day as it was sold. */
export type FloorLoad = z.infer<typeof FloorLoad>

/** What a supervisor may see of the floor: counters, queues, load, arrivals. Numbers alone, no booking and nobody's name. */
export const SupervisorView = z.strictObject({
  role: z.literal('supervisor'),
  ...Head,
  staff: StaffNumber.nullable(),
  hours: HoursFace,
  stages: z.array(z.strictObject({ id: Slug, name: Words })),
  lanes: z.array(LaneFace),
  counters: z.array(FloorCounter),
  queues: z.array(FloorQueue),
  load: z.array(FloorLoad),
  arrivals: z.strictObject({
    booked: z.int(),
    came: z.int(),
    early: z.int(),
    onTime: z.int(),
    late: z.int(),
    walkIn: z.int(),
    turnedAway: z.int(),
  }),
  /** Tickets by where they stand. */
  standing: z.strictObject({ waiting: z.int(), inHand: z.int(), parked: z.int(), missed: z.int(), done: z.int() }),
  overrides: z.int(),
  outage: z.strictObject({ scope: OutageScope, sinceAt: Instant }).nullable(),
  /** Outages of today that are over, oldest first. */
  outages: z.array(z.strictObject({ scope: OutageScope, sinceAt: Instant, untilAt: Instant })),
  announcement: z.strictObject({ words: Announcement, at: Instant }).nullable(),
  staffCalls: z.array(z.strictObject({ kiosk: Place, at: Instant })),
  printers: z.array(z.strictObject({ place: Place, status: DeviceStatus })),
  /** The office's codes. */
  reasons: z.strictObject({
    override: z.array(z.strictObject({ id: Slug, name: Words })),
    cancel: z.array(z.strictObject({ id: Slug, name: Words })),
  }),
})
export type SupervisorView = z.infer<typeof SupervisorView>
