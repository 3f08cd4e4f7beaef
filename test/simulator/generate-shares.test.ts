import { describe, expect, test } from 'vitest'
import type { Applicant } from '../../simulator/day-file.ts'
import { generateDays } from '../../simulator/generate/generate-days.ts'
import { scenarioOf } from '../../simulator/scenarios.ts'

const { days } = generateDays(scenarioOf('D1-peak'), 200, 7)
const people = days.flatMap(({ applicants }) => applicants)
const walkIns = people.filter(({ window }) => window === null)
const noShows = days.flatMap((day) => day.noShows)
const counters = days.flatMap((day) => day.counters)

/** Minutes from the window's start, for whoever booked. A family comes as one, so one of it stands for all. */
const fromStart = days.flatMap(({ applicants }) => {
  const seen = new Set<Applicant['group']>()
  return applicants.flatMap(({ window, group, arrive }) => {
    if (window === null || (group !== null && seen.has(group))) return []
    seen.add(group)
    return arrive - window[0]
  })
})

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
const share = <T>(all: readonly T[], is: (one: T) => boolean): number => all.filter(is).length / all.length
const absences = (why: string) => counters.flatMap(({ away }) => away.filter(([, , w]) => w === why))
const booked = people.filter(({ window }) => window !== null)
const plain = people.flatMap(({ kind, service }) => (kind === 0 ? (service[0] ?? 0) : []))
const inWindow = fromStart.filter((minute) => minute >= 0 && minute < 60)
const pauses = absences('pause')

/** What it is, its figure here, what the scenario says it is, and about four standard errors of so many days. */
const FIGURES: [what: string, figure: number, expected: number, margin: number][] = [
  ['people a day', mean(days.map(({ applicants }) => applicants.length)), 204.5, 3.5],
  ['no-shows', noShows.length / (noShows.length + booked.length), 0.11, 0.011],
  ['early', share(fromStart, (minute) => minute < 0), 0.4, 0.012],
  ['late', share(fromStart, (minute) => minute >= 60), 0.1, 0.008],
  ['minutes into the window', mean(inWindow), (60 * 1.15) / 3.05, 0.5],
  ['booked people with priority', share(booked, ({ priority }) => priority), 0.07, 0.006],
  ['walk-ins a day', walkIns.length / days.length, 26 * (0.8 + 0.2 * (5 / 6)), 1.5],
  ['walk-ins with priority', share(walkIns, ({ priority }) => priority), 0.4, 0.03],
  ['walk-ins before nine', share(walkIns, ({ arrive }) => arrive < 540), 0.35, 0.03],
  ['people in families', share(booked, ({ group }) => group !== null), 0.172, 0.015],
  ['new passports', share(people, ({ kind }) => kind === 1), 0.35, 0.01],
  ['turned down', share(people, ({ service }) => service.length === 1), 0.03, 0.0035],
  ['sent to fix papers', share(people, (one) => one.return !== null), 0.06 * 0.97, 0.005],
  ['minutes of documents', mean(people.map(({ service }) => service[0] ?? 0)), 4.7 * 1.0025, 0.08],
  ['minutes of interview', mean(people.flatMap(({ service }) => service[1] ?? [])), 11.2 * 1.004, 0.19],
  ['minutes of documents, a plain case', mean(plain), 4.7 * 0.85, 0.07],
  ['speed of a counter', mean(counters.map(({ speed }) => speed)), 1, 0.009],
  ['pauses of a counter', pauses.length / counters.length, 540 / 247, 0.13],
  ['length of a pause', mean(pauses.map(([from, to]) => to - from)), 7, 0.35],
  ['late openings', share(absences('closed'), ([, to]) => to > 480 && to < 1000), 0.25 * 0.979, 0.038],
  ['days with an outage', absences('outage').length / counters.length, 0.07, 0.072],
]

describe('two hundred generated peak days are like their scenario', () => {
  test.each(FIGURES)('%s', (_, figure, expected, margin) => {
    expect(Math.abs(figure - expected)).toBeLessThan(margin)
  })
})
