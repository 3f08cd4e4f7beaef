import { expect } from 'vitest'
import type { Figures } from '../../protocol/desk/figures.ts'
import type { reckonByHand } from './reckon-by-hand.ts'

type ByHand = ReturnType<typeof reckonByHand>

/** Minutes to a millionth: two ways of adding the same milliseconds up differ in the last digits. */
const rounded = (value: unknown): unknown => {
  if (typeof value === 'number') return Math.round(value * 1e6) / 1e6
  if (Array.isArray(value)) return value.map(rounded)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, rounded(one)]))
  return value
}

const byKey = <T extends { key: string }>(list: readonly T[]) =>
  Object.fromEntries(list.map(({ key, ...rest }) => [key, rest]))
const counts = (list: readonly { key: string; n: number }[]) => Object.fromEntries(list.map(({ key, n }) => [key, n]))
const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0)

/** The product's figures by the names of those reckoned by hand. */
export const asByHand = (figures: Figures): ByHand => {
  const { headline, stages, counters } = figures
  return {
    days: headline.days,
    visits: headline.visits,
    uncalled: figures.uncalled,
    waits: headline.waits,
    byLane: byKey(figures.byLane),
    byWindow: byKey(figures.byWindow),
    byHour: byKey(figures.byHour),
    byArrival: byKey(figures.byArrival),
    office: figures.office,
    kept: headline.kept,
    keptByWindow: byKey(figures.keptByWindow),
    arrivals: byKey(figures.arrivals),
    promises: headline.promises,
    booked: headline.booked,
    noShows: headline.noShows,
    stages: Object.fromEntries(
      stages.map(({ stage, waits, calls, helped, cases, caseMedianMin }) => [
        stage,
        { ...waits, calls, helped, cases, caseMedianMin },
      ]),
    ),
    recalls: sum(stages.map(({ recalls }) => recalls)),
    misses: sum(stages.map(({ misses }) => misses)),
    parks: sum(stages.map(({ parks }) => parks)),
    counters: Object.fromEntries(
      counters.map(({ counter, openMin, pausedMin, servingMin, cases, byStage }) => [
        counter,
        {
          ...{ open: openMin, paused: pausedMin, serving: servingMin, cases },
          medians: Object.fromEntries(byStage.map(({ stage, medianMin }) => [stage, medianMin])),
        },
      ]),
    ),
    walkIns: counts(figures.walkIns),
    outcomes: counts(figures.outcomes),
    turnedAway: counts(figures.turnedAway),
    documents: counts(figures.documents),
    overrides: Object.fromEntries(figures.overrides.map(({ act, reason, n }) => [`${act} ${reason}`, n])),
    outages: sum(figures.outages.map(({ minutes }) => minutes)),
    papers: counts(figures.papers),
    reports: counts(figures.reports),
    troubles: sum(figures.troubles.map(({ n }) => n)),
  }
}

/** Holds both against each other, figure by figure. */
export const expectAgreement = (figures: Figures, byHand: ByHand): void =>
  expect(rounded(asByHand(figures))).toEqual(rounded(byHand))
