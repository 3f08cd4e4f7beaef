import { z } from 'zod'

/** Minutes after midnight, with fractions. */
const Clock = z.number().min(0).max(2880)
/** A length of time in minutes. */
const Length = z.number().min(0).max(2880)
const Stretch = z
  .tuple([Clock, Clock])
  .refine(([start, end]) => start < end, { message: 'the window must end after it starts' })

/** Somebody who came. Fields that are not named here are ignored, in this and every other part of the file. */
export const Applicant = z.object({
  arrive: Clock,
  /** The arrival window `[start, end)`; null for a walk-in. */
  window: Stretch.nullable(),
  priority: z.boolean().default(false),
  /** What a family has in common, null for somebody alone. */
  group: z.union([z.number(), z.string()]).nullable().default(null),
  /** 0 replacement, 1 new, 2 complex; told in reports only. */
  kind: z.number().default(0),
  /** Minutes per stage at speed 1; fewer values than stages: turned down at the last one named. */
  service: z.array(Length).min(1).max(8),
  /** Sent away after the first case of the first stage, back after `after` minutes for a case of `service`. */
  return: z.object({ after: Length, service: Length }).nullable().default(null),
})
export type Applicant = z.infer<typeof Applicant>

/** Why a counter does not serve: how each kind gives way to a case is in `counter-staff.ts`. */
export const Absence = z.enum(['closed', 'pause', 'lunch', 'outage'])
export type Absence = z.infer<typeof Absence>

/** A counter of the day: its stage counted from 1; a case lasts `service × speed`; when it is away. */
export const DayCounter = z.object({
  id: z.string().min(1).max(40),
  stage: z.int().min(1).max(8),
  speed: z.number().positive().default(1),
  away: z.array(z.tuple([Clock, Clock, Absence])).default([]),
})
export type DayCounter = z.infer<typeof DayCounter>

/** One office-day of which everything is fixed. */
export const Day = z.object({
  id: z.string().min(1).max(120),
  friday: z.boolean().default(false),
  applicants: z.array(Applicant).max(20_000),
  counters: z.array(DayCounter).min(1).max(60),
  /** Bookings that never came. */
  noShows: z
    .array(z.object({ window: Stretch, priority: z.boolean().default(false), kind: z.number().default(0) }))
    .default([]),
})
export type Day = z.infer<typeof Day>

/** Days of one scenario, in the format of `../shared/days`: times are minutes after midnight. */
export const DayFile = z
  .object({
    scenario: z.string().min(1).max(80),
    open: Clock,
    /** Planned end of the day, except on Fridays (`FRIDAY_CLOSE_MIN`). */
    planClose: Clock,
    /** Names of the stages, in the order of the journey. */
    stages: z.array(z.string().min(1).max(60)).min(1).max(8),
    days: z.array(Day).min(1),
  })
  .check(({ value: { stages, days }, issues }) => {
    const report = (path: (string | number)[], message: string) =>
      issues.push({ code: 'custom', path: ['days', ...path], message, input: days })
    for (const [d, { applicants, counters }] of days.entries()) {
      for (const [c, { stage }] of counters.entries())
        if (stage > stages.length) report([d, 'counters', c, 'stage'], `there are only ${stages.length} stages`)
      for (const k of stages.keys())
        if (applicants.some(({ service }) => service.length > k) && !counters.some(({ stage }) => stage === k + 1))
          report([d, 'counters'], `no counter serves stage ${k + 1}`)
      for (const [a, { service }] of applicants.entries())
        if (service.length > stages.length)
          report([d, 'applicants', a, 'service'], `${service.length} values for ${stages.length} stages`)
    }
  })
export type DayFile = z.infer<typeof DayFile>

/** What the days of a file have in common. */
export type DayFrame = Pick<DayFile, 'open' | 'planClose' | 'stages'>

/** The planned end of a Friday (README of the days). */
export const FRIDAY_CLOSE_MIN = 960

/** When a day was planned to end, in minutes after midnight. */
export const planCloseOf = (frame: DayFrame, day: Day): number => (day.friday ? FRIDAY_CLOSE_MIN : frame.planClose)

/**
 * Reads a file's content. A mistake comes back as one sentence with the path of the first: `days.0.counters.2.stage: …`,
 * and how many more there are.
 */
export const readDays = (content: unknown): { file: DayFile } | { mistake: string } => {
  const read = DayFile.safeParse(content)
  if (read.success) return { file: read.data }
  const [first, ...more] = read.error.issues
  const where = first === undefined || first.path.length === 0 ? 'the file' : first.path.join('.')
  const others = more.length === 0 ? '' : ` (and ${more.length} more)`
  return { mistake: `${where}: ${first?.message ?? 'is no day file'}${others}` }
}
