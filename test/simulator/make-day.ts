import fc from 'fast-check'
import type { Applicant, Day, DayCounter, DayFile, DayFrame } from '../../simulator/day-file.ts'
import { type Play, playDay } from '../../simulator/play-day.ts'
import { policy } from '../../simulator/policy.ts'

/** Two stages, from eight to half past three. */
export const FRAME: DayFrame = { open: 480, planClose: 930, stages: ['documents', 'interview'] }

/** Somebody who comes without an appointment at `arrive`, for five minutes at the documents and ten of interview. */
export const person = (arrive: number, change: Partial<Applicant> = {}): Applicant => ({
  arrive,
  window: null,
  priority: false,
  group: null,
  kind: 0,
  service: [5, 10],
  return: null,
  ...change,
})

/** A counter that is always there. */
export const counterAt = (stage: number, change: Partial<DayCounter> = {}): DayCounter => ({
  id: `${stage}-0`,
  stage,
  speed: 1,
  away: [],
  ...change,
})

/** A day of these people, at one counter for each of two stages where nothing else is said. */
export const dayOf = (applicants: Applicant[], counters: DayCounter[] = [counterAt(1), counterAt(2)]): Day => ({
  id: 'made/0',
  friday: false,
  applicants,
  counters,
  noShows: [],
})

/** Plays a day under a policy that is written as on the command line. */
export const play = (day: Day, rule: string, frame: DayFrame = FRAME): Play => playDay(frame, day, policy(rule))

/** The first day of a file. Throws when it has none. */
export const onlyDay = ({ days: [day] }: DayFile): Day => {
  if (day === undefined) throw new Error('no day')
  return day
}

/** First calls to the first stage, in the order of the applicants. */
export const calls = ({ visits }: Play): (number | undefined)[] => visits.map(({ cases }) => cases[0]?.calledMin)

const minutes = (min: number, max: number) => fc.integer({ min: min * 1000, max: max * 1000 }).map((m) => m / 1000)
const STARTS = [480, 540, 600, 660, 780]

const anyApplicant: fc.Arbitrary<Applicant> = fc.record({
  arrive: fc.oneof(
    minutes(420, 900),
    fc.integer({ min: 42, max: 80 }).map((m) => m * 10),
  ),
  window: fc.option(
    fc.constantFrom(...STARTS).map((start): [number, number] => [start, start + 60]),
    { freq: 4, nil: null },
  ),
  priority: fc.nat(7).map((n) => n === 0),
  group: fc.option(fc.nat(3), { freq: 1, nil: null }),
  kind: fc.nat(2),
  service: fc.oneof(
    { weight: 6, arbitrary: fc.tuple(minutes(0, 20), minutes(0, 30)) },
    { weight: 1, arbitrary: fc.tuple(minutes(1, 20)) },
  ),
  return: fc.option(fc.record({ after: minutes(0, 30), service: minutes(0, 5) }), { freq: 5, nil: null }).map((r) => r),
})

const anyCounter = (stage: number): fc.Arbitrary<DayCounter> =>
  fc.record({
    id: fc.constant(`${stage}-0`),
    stage: fc.constant(stage),
    speed: fc.constantFrom(0.8, 1, 1.25),
    away: fc.array(
      fc
        .tuple(minutes(400, 800), minutes(1, 90), fc.constantFrom('pause', 'lunch', 'outage', 'closed'))
        .map(([from, length, why]): DayCounter['away'][number] => [from, from + length, why]),
      { maxLength: 3 },
    ),
  })

/** Small days of every kind: crowds, families, papers to fetch, counters that come and go. */
export const anyDay: fc.Arbitrary<Day> = fc
  .tuple(
    fc.array(anyApplicant, { minLength: 1, maxLength: 40 }),
    fc.array(anyCounter(1), { minLength: 1, maxLength: 2 }),
    fc.array(anyCounter(2), { minLength: 1, maxLength: 3 }),
  )
  .map(([people, first, second]) =>
    dayOf(
      people.sort((a, b) => a.arrive - b.arrive),
      [...first, ...second],
    ),
  )
