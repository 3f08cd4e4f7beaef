import type { Counted, Figures, Headline, Span } from '../../protocol/desk/figures.ts'
import { Arrival } from '../../protocol/faces.ts'
import type { Counts, DayPage } from '../history/day-page.ts'
import { type AlikeOfSpan, type Merged, mergePages } from './merge-pages.ts'
import { byKey, groupsOf, isPunctual, keptOf, minutesAt, plainWaits, sortedOf, waitsBy, waitsOf } from './waits.ts'

const MINUTE_MS = 60_000

const counted = (counts: Counts): Counted =>
  Object.entries(counts)
    .map(([key, n]) => ({ key, n }))
    .sort((a, b) => b.n - a.n || byKey(a, b))

const sumOf = (counts: Counts): number => Object.values(counts).reduce((sum, n) => sum + n, 0)

const headlineOf = (merged: Merged): Headline => {
  const people = [...merged.alike.values()]
  const waits = waitsOf(people)
  const { days, promises, booked, noShows } = merged
  return {
    days,
    visits: waits.n + people.reduce((sum, { uncalled }) => sum + uncalled, 0),
    kept: keptOf(people),
    waits,
    officeMin: minutesAt(sortedOf(people.map(({ office }) => office)), 0.5),
    ...{ promises, booked, noShows },
  }
}

/** By how much a kind of arrival missed its window: before its start, or after its end. */
const offOf = (people: readonly AlikeOfSpan[], arrival: string): number | null => {
  if (arrival === 'early') return minutesAt(sortedOf(people.map(({ came }) => came.map((ms) => -ms))), 0.5)
  if (arrival !== 'late-grace' && arrival !== 'late') return null
  const after = people.map(({ window, came }) => {
    const [start = 0, end = 0] = window.split('-').map(Number)
    return came.map((ms) => ms - (end - start) * MINUTE_MS)
  })
  return minutesAt(sortedOf(after), 0.5)
}

/** Kinds of arrival from the earliest to those without an hour. */
const inOrder = (a: { key: string }, b: { key: string }): number => placeOf(a.key) - placeOf(b.key)
const KINDS: readonly string[] = Arrival.options
const placeOf = (kind: string): number => KINDS.indexOf(kind)

const arrivalsOf = (people: readonly AlikeOfSpan[]): Figures['arrivals'] =>
  groupsOf(people, ({ arrival }) => arrival)
    .map(([key, group]) => ({
      key,
      n: group.reduce((sum, { wait, uncalled }) => sum + wait.length + uncalled, 0),
      offMin: offOf(group, key),
    }))
    .sort(inOrder)

const stagesOf = ({ stages, counters }: Merged): Figures['stages'] =>
  [...stages].map(([stage, { wait, ...sums }]) => {
    const cases = sortedOf([...counters.values()].map((counter) => counter.cases.get(stage) ?? []))
    return {
      stage,
      waits: plainWaits(sortedOf([wait])),
      ...sums,
      cases: cases.length,
      caseMedianMin: minutesAt(cases, 0.5),
    }
  })

const countersOf = ({ counters }: Merged): Figures['counters'] =>
  [...counters]
    .map(([counter, { openMs, pausedMs, cases }]) => {
      const stages = [...cases].map(([stage, of]) => ({ stage, sorted: sortedOf([of]) }))
      return {
        counter: Number(counter),
        openMin: openMs / MINUTE_MS,
        pausedMin: sumOf(pausedMs) / MINUTE_MS,
        servingMin: stages.reduce((sum, { sorted }) => sum + sorted.reduce((all, ms) => all + ms, 0), 0) / MINUTE_MS,
        cases: stages.reduce((sum, { sorted }) => sum + sorted.length, 0),
        byStage: stages.map(({ stage, sorted }) => ({
          ...{ stage, cases: sorted.length, medianMin: minutesAt(sorted, 0.5) },
        })),
      }
    })
    .sort((a, b) => a.counter - b.counter)

const pausesOf = ({ counters }: Merged): Figures['pauses'] => {
  const sums: Counts = {}
  for (const { pausedMs } of counters.values())
    for (const [reason, ms] of Object.entries(pausedMs)) sums[reason] = (sums[reason] ?? 0) + ms
  return counted(sums).map(({ key, n }) => ({ key, minutes: n / MINUTE_MS }))
}

const overridesOf = (counts: Counts): Figures['overrides'] =>
  counted(counts).map(({ key, n }) => {
    const [act = '', reason = ''] = key.split(' ')
    return { act, reason, n }
  })

/**
 * The figures of a span from the pages of its days, in any order. `before` are the pages of the span of equal length just
 * before it, `since` the first day of which anything is known. `regular` are the lanes in which people keep an hour.
 */
export const figuresOf = (what: {
  span: Span
  pages: readonly DayPage[]
  before: Span & { pages: readonly DayPage[] }
  since: string | null
  regular: readonly string[]
}): Figures => {
  const { pages, before, ...rest } = what
  const earlier = before.pages.length === 0 ? null : mergePages(before.pages)
  return figuresOfMerged({ ...rest, merged: mergePages(pages), before: { ...before, merged: earlier } })
}

/** The same of pages that are laid together already. `before.merged` null: nothing is known of the span before. */
export const figuresOfMerged = (what: {
  span: Span
  merged: Merged
  before: Span & { merged: Merged | null }
  since: string | null
  regular: readonly string[]
}): Figures => {
  const { span, merged, before, since, regular } = what
  const people = [...merged.alike.values()]
  const office = sortedOf(people.map((one) => one.office))
  const { counts, incomplete, putOff } = merged
  const earlier = before.merged && headlineOf(before.merged)
  const punctual = people.filter((one) => isPunctual(one) && regular.includes(one.lane))
  return {
    ...span,
    headline: headlineOf(merged),
    before: earlier && { from: before.from, until: before.until, headline: earlier },
    since,
    byLane: waitsBy(people, ({ lane }) => lane),
    byWindow: waitsBy(people, ({ window }) => window),
    byHour: waitsBy(people, ({ hour }) => hour),
    byArrival: waitsBy(people, ({ arrival }) => arrival).sort(inOrder),
    punctualByHour: waitsBy(punctual, ({ hour }) => hour),
    keptByWindow: groupsOf(people.filter(isPunctual), ({ window }) => window)
      .map(([key, group]) => ({ key, ...keptOf(group) }))
      .sort(byKey),
    office: { n: office.length, medianMin: minutesAt(office, 0.5), p90Min: minutesAt(office, 0.9) },
    uncalled: people.reduce((sum, one) => sum + one.uncalled, 0),
    arrivals: arrivalsOf(people),
    stages: stagesOf(merged),
    counters: countersOf(merged),
    pauses: pausesOf(merged),
    walkIns: counted(counts.walkIns),
    outcomes: counted(counts.outcomes),
    turnedAway: counted(counts.turnedAway),
    documents: counted(counts.documents),
    overrides: overridesOf(counts.overrides),
    outages: Object.entries(merged.outages).map(([scope, { began, ms }]) => ({
      ...{ scope, n: began, minutes: ms / MINUTE_MS },
    })),
    papers: counted(counts.papers),
    reports: counted(counts.reports),
    troubles: counted(counts.troubles),
    ...{ incomplete, putOff },
  }
}
