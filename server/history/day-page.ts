import type { DayStamp, Slug } from '../../protocol/ids.ts'

/** Names with how often. */
export type Counts = Record<string, number>

/**
 * Visits of one day that are alike in lane, window, hour and kind of arrival. Every list has one value for each visit it
 * can be told of, in milliseconds, in no order that means anything.
 */
export type Alike = {
  /** `max(0, first call − max(check-in, window start))` of those who were called. */
  wait: number[]
  /** The same people's waiting at all stages. */
  queued: number[]
  /** Check-in to the end, of those whose visit ended. */
  office: number[]
  /** Booked: check-in minus window start, signed. */
  came: number[]
  /** Booked and called: first call minus window end, signed; the end itself is past. */
  past: number[]
  /** How many were never called. */
  uncalled: number
}

/** What happened at one stage: the waits from entering it to its first call, and what counters did. */
export type StageDay = {
  wait: number[]
  calls: number
  helped: number
  recalls: number
  misses: number
  parks: number
}

/**
 * How long a counter was open, how much of it paused by reason, and its cases by stage; all in milliseconds. A journey kept on
 * paper is under all its stages, joined by `+`.
 */
export type CounterDay = { openMs: number; pausedMs: Counts; cases: Record<string, number[]> }

/** First shown ranges that came to a first call: inside (ends included), called before and after. */
export type Promises = { inside: number; before: number; after: number }

/** Events that are counted by name, whatever is taken back afterwards. `overrides` are named `act reason`. */
export type EventCounts = {
  turnedAway: Counts
  documents: Counts
  overrides: Counts
  /** Papers by mark, and what became of them by report. */
  papers: Counts
  reports: Counts
  /** Printers that stopped, by what stopped them. */
  troubles: Counts
}

/**
 * What is kept of one business day: all that figures need, so that those of a span come from its pages alone. Nobody can
 * be told from it: there is no number, no code and no instant.
 */
export type DayPage = {
  day: DayStamp
  /** By `lane|window|hour|arrival`, as `alikeKey` writes it. */
  alike: Record<string, Alike>
  stages: Record<Slug, StageDay>
  /** By counter number. */
  counters: Record<string, CounterDay>
  promises: Promises
  counts: EventCounts & {
    /** Numbers without an appointment, by reason. */
    walkIns: Counts
    /** How visits ended. */
    outcomes: Counts
  }
  /** Visitors who said at the kiosk that an original is missing; those who fetched it first. */
  incomplete: number
  putOff: number
  /** By scope: how many began, and for how many milliseconds in which the office was open. */
  outages: Record<string, { began: number; ms: number }>
  /** Bookings of the day that stood, and those of them that never came; null until the day was closed. */
  bookings: { booked: number; noShows: number } | null
}

/** What tells one group of a page from another. `window` in minutes after midnight, `480-540`, empty without a booking. */
export type AlikeKey = { lane: string; window: string; hour: string; arrival: string }

/** A group's name on a page. */
export const alikeKey = ({ lane, window, hour, arrival }: AlikeKey): string => `${lane}|${window}|${hour}|${arrival}`

/** What a group's name says. */
export const readAlikeKey = (key: string): AlikeKey => {
  const [lane = '', window = '', hour = '', arrival = ''] = key.split('|')
  return { lane, window, hour, arrival }
}
