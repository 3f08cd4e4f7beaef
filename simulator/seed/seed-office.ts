import { Office } from '../../protocol/office.ts'
import type { Day } from '../day-file.ts'

/** Counters of the second stage that help the first when their own queue is empty (queue-rules section 1). */
const HELPERS = 2

/**
 * The office that lives a seeded year: the example office with the counters of the days. Numbers are given whenever
 * somebody comes and nobody is asked about originals, because the days do not say who forgot them. A call may be repeated
 * at once, since in virtual time nobody stands up slowly.
 */
export const seedOffice = (example: Office, day: Day, runs: number): Office => {
  const idOf = (stage: number): string => example.stages[stage - 1]?.id ?? ''
  let second = 0
  return Office.parse({
    ...example,
    example: false,
    checklist: false,
    zones: [],
    estimate: { runs },
    noShow: { ...example.noShow, recallSec: 0 },
    counters: day.counters.map(({ stage }, k) => {
      if (stage === 2) second += 1
      return { number: k + 1, stages: [idOf(stage)], helps: stage === 2 && second <= HELPERS ? [idOf(1)] : [] }
    }),
    displays: [],
    hours: example.hours && { ...example.hours, seasons: [], days: [], numbersWhenClosed: true },
  })
}

/** The service of a kind: 0 is a replacement, everything else a new passport, where the office has both. */
export const seedServiceOf =
  ({ services }: Office) =>
  (kind: number): string =>
    (kind === 0 ? services.at(-1) : services[0])?.id ?? ''
