import type { Words } from '../../protocol/ids.ts'
import type { Interval } from '../statistics.ts'

/** Waits of some people in minutes: how many, the one in the middle, nine of ten, and over all stages the one in the middle. */
export type Waits = { n: number; median: number; p90: number; allStages: number }

/** Promises of one window: people called within it, up to half an hour past its end, and later. */
export type Kept = { within: number; upTo30: number; later: number }

/** The outline and letter of a lane. */
export type LaneMark = { letter: string; shape: 'circle' | 'diamond' | 'square' }

/** What one policy came to, as it is drawn. Keys of windows are `08.00–09.00`. */
export type Story = {
  name: Words
  byWindow: readonly { window: string; waits: Waits; kept: Kept }[]
  byLane: readonly { lane: LaneMark; name: Words; waits: Waits }[]
  /** People waiting, on the mean of all days, every `stepMin` from `fromMin` on (minutes after midnight). */
  queue: { fromMin: number; stepMin: number; people: readonly number[] }
}

/**
 * One figure under one policy, null where there was nobody; beside it the difference to the first policy, paired by day,
 * null for the first itself and where fewer than two days can be compared.
 */
export type Compared = { value: number | null; difference: Interval | null }

/** One line of the table of figures, a value for every policy. `unit` says how it is written. */
export type FigureRow = { name: Words; unit: 'minutes' | 'share' | 'count'; values: readonly Compared[] }

/**
 * What one person lived through under one policy, in minutes after midnight; `endAt` null: not done when counters closed.
 * `passedBy`: people without priority and with a later turn who were called before.
 */
export type Lived = { name: Words; calledAt: number; endAt: number | null; passedBy: number }

/** The complaint replayed: somebody with a window who came at `arriveAt`. */
export type Complaint = { window: readonly [number, number]; arriveAt: number; lives: readonly Lived[] }

/**
 * Some days under several policies. `stories` and the values of `figures` are in one order, the first is "before".
 */
export type Chapter = {
  title: Words
  /** Where the days come from, how many there are and of how many people. */
  about: Words
  figures: readonly FigureRow[]
  stories: readonly Story[]
}

/** Everything a report is drawn from. */
export type Report = {
  title: Words
  /** What came out, one sentence each. */
  findings: readonly Words[]
  complaint: Complaint | null
  chapters: readonly Chapter[]
  /** Minutes beyond which a wait is too long: the dotted line. */
  limitMin: number
}
