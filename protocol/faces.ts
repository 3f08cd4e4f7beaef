import { z } from 'zod'
import { OutageScope, SlipReport } from './commands.ts'
import { DayStamp, Instant, LaneLetter, Minutes, TicketNumber, Window, Words } from './ids.ts'
import { LaneShape } from './office.ts'
import { Range } from './range.ts'

/** The fields at the top of every view. */
export const Head = {
  /** Changes when the server starts; within one epoch `seq` only grows. */
  epoch: z.string(),
  seq: z.int(),
  /** The server's clock when the view was made: screens show this, never their own. */
  at: Instant,
  office: z.strictObject({ name: z.string(), zone: z.string() }),
  /** The day that is open, null before the first. */
  day: DayStamp.nullable(),
}

/** How a lane is drawn: letter, name and outline. */
export const LaneFace = z.strictObject({ letter: LaneLetter, name: Words, shape: LaneShape })
export type LaneFace = z.infer<typeof LaneFace>

/**
 * The office's hours as a screen says them. `always`: no calendar. `name` is the break's or the holiday's,
 * while open that of the next break. `nextAt` is when it changes: the opening, the next break, its end, the close, or the
 * opening after the close; null when the calendar does not say.
 */
export const HoursFace = z.strictObject({
  status: z.enum(['always', 'before-open', 'open', 'break', 'closed']),
  name: Words.nullable(),
  nextAt: Instant.nullable(),
})
export type HoursFace = z.infer<typeof HoursFace>

/** What is down, and since when. */
export const OutageFace = z.strictObject({ scope: OutageScope, sinceAt: Instant })
export type OutageFace = z.infer<typeof OutageFace>

/** The verdicts that go with a ticket and stay with it. */
export const Arrival = z.enum(['early', 'on-time', 'late-grace', 'late', 'walk-in'])
export type Arrival = z.infer<typeof Arrival>

/** What paper and kiosk say of a ticket. */
export const TicketFace = {
  number: TicketNumber,
  lane: LaneFace,
  service: Words,
  window: Window.nullable(),
  checkedInAt: Instant,
  arrival: Arrival,
  priority: z.boolean(),
  /** The turn key: those with a smaller one are called first. */
  turnAt: Instant,
  /** Not called before; for an early ticket the window's start less the earliest call. */
  callableFromAt: Instant,
  /** By how much this turn was set back for coming late or without an appointment, 0 otherwise. */
  setBackMin: Minutes,
  /** Likely call, null when none is shown and whenever the ticket does not wait. */
  range: Range.nullable(),
  stage: Words,
  waitAt: Words,
  documents: z.array(Words),
}

/** Paper of a ticket as the kiosk needs to know it. */
export const PaperState = z.enum(['queued', ...SlipReport.options])
export type PaperState = z.infer<typeof PaperState>

/** A part of the building, as its door signs say it. */
export const ZoneFace = z.strictObject({ name: Words, floor: z.int() })
export type ZoneFace = z.infer<typeof ZoneFace>

/** One call or recall on a display. */
export const ShownCall = z.strictObject({
  /** Grows with every call and recall of the day: a larger one is new, so it chimes once. */
  callNo: z.int(),
  number: TicketNumber,
  counter: z.int(),
  at: Instant,
  /** 1 for the first call, 2 for the first recall … */
  times: z.int().min(1),
  lane: LaneFace,
  window: Window.nullable(),
  /** Members of the family that are called with it, in the order of their numbers. */
  together: z.array(TicketNumber),
  /** Where the counter stands; null without zones, and on a display of that very zone. */
  zone: ZoneFace.nullable(),
})
export type ShownCall = z.infer<typeof ShownCall>
