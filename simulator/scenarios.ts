import { z } from 'zod'

const Share = z.number().min(0).max(1)
/** Minutes after midnight. */
const Minute = z.number().min(0).max(1440)
const Length = z.number().min(0).max(1440)
const Spread = z.tuple([Minute, Minute]).refine(([from, to]) => from < to, { message: 'must end after it starts' })
const rows = <T extends z.ZodType>(row: T) => z.tuple([row], row)

/** What an office and its visitors are like: everything from which days are drawn (queue-rules section 6). */
export const Scenario = z.strictObject({
  name: z.string().min(1).max(60),
  /** The door opens; whoever came before is written down in the first minutes. */
  gate: Minute,
  open: Minute,
  planClose: Minute,
  /** Starts of the arrival windows, of `windowMin` minutes each. */
  windows: z.array(Minute).min(1).max(24),
  windowMin: z.number().min(5).max(480),
  /** Bookings sold per window. */
  quota: z.int().min(0).max(500),
  /** Every n-th day is a Friday, with windows of its own and nobody at the counters while it is closed. */
  friday: z.strictObject({ every: z.int().min(2), windows: z.array(Minute).min(1), closed: Spread }),
  /** Share of the quota that is booked, drawn once a day. */
  fill: z.strictObject({ mean: Share, sd: Share }),
  /** Share that does not come, drawn once a day. */
  noShow: z.strictObject({ mean: Share, sd: Share }),
  /** `p`: share of bookings that belong to a family. */
  groups: z.strictObject({ p: Share, sizes: rows(z.tuple([z.int().min(2).max(30), Share])) }),
  priBooked: Share,
  /** `mean` a day, where they come by `[from, to, share]`; a Friday has as much less as it has fewer windows. */
  walkin: z.strictObject({
    mean: z.number().min(0).max(1000),
    priShare: Share,
    profile: rows(z.tuple([Minute, Minute, Share])),
  }),
  /** Minutes early (lognormal), within the window (beta), late after its end (exponential). */
  punct: z.strictObject({
    ...{ early: Share, inwin: Share, late: Share },
    ...{ earlyMean: Length, earlyCv: z.number().min(0).max(5), earlyMax: Length },
    inBeta: z.tuple([z.number().positive(), z.number().positive()]),
    ...{ lateMean: Length, lateMax: Length },
  }),
  /** Kinds of application: share, and factors on the means of the two stages. */
  types: rows(z.strictObject({ p: Share, f1: z.number().positive(), f2: z.number().positive() })),
  /** Mean minutes and coefficient of variation of a case: documents, interview. */
  ...{ m1: Length, cv1: z.number().min(0).max(5), m2: Length, cv2: z.number().min(0).max(5) },
  /** Sent away to fix papers for `delay` minutes, then a second look of `mean` minutes. */
  rework: z.strictObject({ p: Share, delay: Spread, mean: Length }),
  /** Turned down after the document check. */
  reject: Share,
  /** Counters of the two stages. */
  ...{ c1: z.int().min(1).max(30), c2: z.int().min(1).max(30) },
  /** Officers differ; days differ. */
  ...{ speedCv: z.number().min(0).max(1), daySpeedCv: z.number().min(0).max(1) },
  openLate: z.strictObject({ p: Share, max: Length }),
  pauses: z.strictObject({ perHour: z.number().min(0).max(10), mean: Length, cv: z.number().min(0).max(5) }),
  /** Staggered: every second counter of a stage eats in B; together: all in A. */
  lunch: z.strictObject({ mode: z.enum(['staggered', 'together', 'none']), A: Spread, B: Spread }),
  /** The whole office stands still. */
  outage: z.strictObject({ p: Share, from: Spread, dur: Spread }),
  /** Share of days on which a counter of the stage never opens. */
  ...{ absent1: Share, absent2: Share },
  /** A crowd without appointments, none of it priority. */
  surge: z.strictObject({ p: Share, n: z.number().min(0).max(1000), at: Minute, dur: Length }),
  /** Counters that open at another minute every day: `{"1-2": 570}`. */
  counterOpen: z.record(z.string(), Minute),
})
export type Scenario = z.infer<typeof Scenario>

/** The base of queue-rules section 6. */
export const BASE: Scenario = {
  ...{ name: 'base', gate: 420, open: 480, planClose: 930 },
  ...{ windows: [480, 540, 600, 660, 780, 840], windowMin: 60, quota: 36 },
  friday: { every: 5, windows: [480, 540, 600, 810, 870], closed: [690, 800] },
  fill: { mean: 0.97, sd: 0.03 },
  noShow: { mean: 0.11, sd: 0.025 },
  groups: {
    p: 0.2,
    sizes: [
      [2, 0.5],
      [3, 0.3],
      [4, 0.2],
    ],
  },
  priBooked: 0.07,
  walkin: {
    mean: 26,
    priShare: 0.4,
    profile: [
      [450, 540, 0.35],
      [540, 660, 0.4],
      [660, 720, 0.1],
      [780, 870, 0.15],
    ],
  },
  punct: {
    ...{ early: 0.4, inwin: 0.5, late: 0.1, earlyMean: 38, earlyCv: 0.8, earlyMax: 170 },
    ...{ inBeta: [1.15, 1.9], lateMean: 28, lateMax: 200 },
  },
  types: [
    { p: 0.55, f1: 0.85, f2: 0.82 },
    { p: 0.35, f1: 1.1, f2: 1.08 },
    { p: 0.1, f1: 1.5, f2: 1.75 },
  ],
  ...{ m1: 4.7, cv1: 0.5, m2: 11.2, cv2: 0.45 },
  rework: { p: 0.06, delay: [8, 20], mean: 2 },
  ...{ reject: 0.03, c1: 3, c2: 7, speedCv: 0.1, daySpeedCv: 0.05 },
  openLate: { p: 0.25, max: 25 },
  pauses: { perHour: 0.25, mean: 7, cv: 0.8 },
  lunch: { mode: 'staggered', A: [690, 750], B: [750, 810] },
  outage: { p: 0.07, from: [480, 840], dur: [15, 60] },
  ...{ absent1: 0, absent2: 0.03 },
  surge: { p: 0, n: 12, at: 540, dur: 50 },
  counterOpen: {},
}

/** What each development scenario changes in the base. */
const CHANGES = {
  'D1-peak': {},
  'D2-normal': { quota: 26, walkin: { mean: 18 }, c1: 2, c2: 5, m1: 4.4 },
  'D3-too-early': {
    quota: 37,
    punct: { early: 0.6, inwin: 0.34, late: 0.06, earlyMean: 60, earlyCv: 0.7, earlyMax: 300 },
    walkin: { mean: 22 },
  },
  'D4-disrupted': {
    quota: 34,
    outage: { p: 1, from: [480, 600], dur: [30, 75] },
    openLate: { p: 0.6, max: 35 },
    surge: { p: 0.5, n: 12, at: 540, dur: 50 },
    absent1: 0.03,
  },
  'X-complaint': {
    quota: 36,
    punct: { early: 0.72, inwin: 0.22, late: 0.06, earlyMean: 105, earlyCv: 0.6, earlyMax: 420 },
    walkin: { mean: 30 },
    counterOpen: { '1-2': 570 },
    outage: { p: 0.35, from: [500, 600], dur: [15, 40] },
    openLate: { p: 0.4, max: 25 },
  },
} as const

/** A scenario that ships. */
export type ScenarioName = keyof typeof CHANGES

/** The scenarios that ship, in the order of the reports. */
export const SCENARIO_NAMES: readonly ScenarioName[] = [
  ...(['D1-peak', 'D2-normal', 'D3-too-early', 'D4-disrupted', 'X-complaint'] as const),
]

/** Whether a word names a scenario that ships. */
export const isScenarioName = (word: string): word is ScenarioName => Object.hasOwn(CHANGES, word)

/**
 * A scenario changed in some points, objects merged and everything else replaced: `{walkin: {mean: 30}}` keeps the
 * walk-ins' hours. The change may come from outside; a mistake comes back as one sentence.
 */
export const changeScenario = (from: Scenario, change: unknown): { scenario: Scenario } | { mistake: string } => {
  const read = Scenario.safeParse(merge(from, change))
  if (read.success) return { scenario: read.data }
  return { mistake: read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ') }
}

/** A scenario that ships. */
export const scenarioOf = (name: ScenarioName): Scenario => Scenario.parse(merge(BASE, { ...CHANGES[name], name }))

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const merge = (from: unknown, change: unknown): unknown =>
  isRecord(from) && isRecord(change)
    ? { ...from, ...Object.fromEntries(Object.entries(change).map(([key, value]) => [key, merge(from[key], value)])) }
    : change
