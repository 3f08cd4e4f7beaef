import { compareDays } from '../compare-days.ts'
import type { Finding } from '../finding.ts'
import { generateDays } from '../generate/generate-days.ts'
import { policy } from '../policy.ts'
import { SCENARIO_NAMES, scenarioOf } from '../scenarios.ts'
import { checkTargets, TARGET_POLICIES } from '../targets.ts'
import { checkFloor } from './check-floor.ts'
import { checkMonths } from './check-months.ts'
import { checkMoreCounters } from './check-more-counters.ts'
import {
  checkCobham,
  checkConservation,
  checkErlang,
  checkPollaczek,
  checkRecursion,
  checkTandem,
} from './check-queues.ts'
import type { Effort } from './play-queue.ts'
import { runTests } from './run-tests.ts'

/**
 * One part of the long run, by itself and in any process. `part`: the number of the validation in queue-rules section 5,
 * or the targets of section 4.
 */
export type Check = { part: number | 'targets'; run(): Finding[] }

/** What the parts are called, in the order of the summary. */
export const PARTS: ReadonlyMap<Check['part'], string> = new Map<Check['part'], string>([
  [1, 'Erlang C'],
  [2, 'Pollaczek–Khinchine'],
  [3, 'Cobham, two classes, three counters'],
  [4, 'the conservation law'],
  [5, 'Jackson tandem, stage 2'],
  [6, 'Little as an identity'],
  [7, 'equal total wait for any order with equal services'],
  [8, 'no overtaking, no key violation, no bound violation'],
  [9, 'same seed, same log; the same day under every policy'],
  [10, 'metamorphic relations'],
  [11, 'no policy beats the floor'],
  [12, 'the same dispatch code as the server'],
  [13, 'the months of Denpasar'],
  [14, 'estimates use only events up to now'],
  ['targets', 'the targets of section 4 on 200 generated days'],
])

const SEED = 7
/** Days of about five hundred people each, a hundred thousand in all: more people a day cost more per person. */
const DAYS = 200
/** Days on which the simulator is held against the recursion ticket by ticket. */
const RECURSION_PLAYS = 10

/** Counters and load. */
const OFFICES = [
  [1, 0.8],
  [3, 0.7],
  [3, 0.9],
  [7, 0.92],
] as const
const STEADY = { lengthMin: 600, warmMin: 0 }
const WARMED = { lengthMin: 700, warmMin: 100 }

const queues: { part: number; minutes: typeof STEADY; run(effort: Effort): Finding[] }[] = [
  { part: 4, minutes: WARMED, run: checkConservation },
  { part: 5, minutes: WARMED, run: checkTandem },
  ...OFFICES.map(([servers, load]) => ({
    ...{ part: 1, minutes: STEADY },
    run: (effort: Effort) => checkErlang(servers, load, effort),
  })),
  ...OFFICES.map(([servers, load]) => ({
    ...{ part: 1, minutes: STEADY },
    run: (effort: Effort) => checkRecursion(servers, load, { ...effort, days: RECURSION_PLAYS }),
  })),
  ...[0, 0.5, 1.2].map((cv) => ({
    ...{ part: 2, minutes: STEADY },
    run: (effort: Effort) => checkPollaczek(cv, effort),
  })),
  { part: 3, minutes: WARMED, run: checkCobham },
]

const FLOOR_POLICIES = ['fifo', 'appointment', 'classes', 'window', 'fifo+help2', 'window+help2']
const FLOOR_DAYS = 30

/** Validations that are tests: their file and how they are called. */
const TESTS: [part: number, file: string, name: string][] = [
  [6, 'test/simulator/identities.test.ts', "Little's law"],
  [7, 'test/simulator/identities.test.ts', 'with equal services any order'],
  [8, 'test/simulator/check-play.test.ts', 'nobody is passed unjustly'],
  [8, 'test/simulator/identities.test.ts', 'nobody is called before somebody who came earlier'],
  [9, 'test/simulator/play-day.test.ts', 'byte for byte'],
  [9, 'test/simulator/identities.test.ts', 'the same under every policy'],
  [10, 'test/simulator/identities.test.ts', 'what must not matter does not'],
  [12, 'test/simulator/same-law.test.ts', ''],
  [14, 'test/simulator/estimate-future.test.ts', ''],
]

/** Everything, the longest first, so that two processes end at about the same time. */
export const CHECKS: readonly Check[] = [
  ...SCENARIO_NAMES.map(
    (name): Check => ({
      part: 'targets',
      run: () =>
        checkTargets(name, compareDays(generateDays(scenarioOf(name), 200, SEED), TARGET_POLICIES.map(policy))),
    }),
  ),
  { part: 10, run: () => checkMoreCounters(DAYS, SEED) },
  ...TESTS.map(([part, file, name]): Check => ({ part, run: () => runTests(file, name) })),
  { part: 11, run: () => checkFloor('D1-peak', FLOOR_POLICIES, 2 * FLOOR_DAYS, SEED) },
  { part: 11, run: () => checkFloor('D4-disrupted', FLOOR_POLICIES, FLOOR_DAYS, SEED) },
  { part: 11, run: () => checkFloor('X-complaint', FLOOR_POLICIES, FLOOR_DAYS, SEED) },
  ...queues.map(
    (run, place): Check => ({
      ...run,
      // Every office has chance of its own, so that one unlucky stream does not bend them all.
      run: () => run.run({ days: DAYS, seed: SEED + place, ...run.minutes }),
    }),
  ),
  { part: 13, run: () => [...checkMonths(2022, 28_396, SEED), ...checkMonths(2024, 35_417, SEED)] },
]
