import { describe, expect, test } from 'vitest'
import { type Applicant, type Day, DayFile } from '../../simulator/day-file.ts'
import { generateDay, generateDays } from '../../simulator/generate/generate-days.ts'
import { changeScenario, SCENARIO_NAMES, type Scenario, scenarioOf } from '../../simulator/scenarios.ts'

const peak = scenarioOf('D1-peak')
const changed = (change: unknown, from: Scenario = peak): Scenario => {
  const read = changeScenario(from, change)
  if ('mistake' in read) throw new Error(read.mistake)
  return read.scenario
}
const booked = ({ applicants }: Day) => applicants.filter(({ window }) => window !== null)
const walkIns = ({ applicants }: Day) => applicants.filter(({ window }) => window === null)
const away = ({ counters }: Day, why: string) => counters.map((one) => one.away.filter(([, , w]) => w === why))

describe('a generated day', () => {
  test.each(SCENARIO_NAMES)('of %s is a day as the day files have it', (name) => {
    const file = generateDays(scenarioOf(name), 5, 7)
    expect(DayFile.parse(file)).toEqual(file)
  })

  test('is the same for the same seed, and another for another seed or another day', () => {
    const text = (index: number, seed: number) => JSON.stringify(generateDay(peak, index, seed).applicants)
    expect(text(3, 7)).toBe(text(3, 7))
    expect(new Set([text(3, 7), text(3, 8), text(2, 7)]).size).toBe(3)
  })

  test('lists whoever came in the order of arrival, the gate closed to those before it', () => {
    const arrivals = generateDay(scenarioOf('X-complaint'), 0, 7).applicants.map(({ arrive }) => arrive)
    expect(arrivals).toEqual([...arrivals].sort((a, b) => a - b))
    expect(Math.min(...arrivals)).toBeGreaterThanOrEqual(420)
  })

  test('every fifth is a Friday, with its own windows and nobody at the counters during prayer', () => {
    const { days } = generateDays(peak, 10, 7)
    expect(days.flatMap(({ friday }, index) => (friday ? index : []))).toEqual([4, 9])
    const friday = generateDay(peak, 4, 7)
    expect(new Set(booked(friday).map(({ window }) => window?.[0]))).toEqual(new Set([480, 540, 600, 810, 870]))
    expect(away(friday, 'lunch')).toEqual(friday.counters.map(() => [[690, 800, 'lunch']]))
  })

  test('keeps families together: one window, one after the other, on time or late alike', () => {
    const families = new Map<string, Applicant[]>()
    for (const { id, applicants } of generateDays(peak, 20, 7).days)
      for (const one of applicants)
        if (one.group !== null) families.set(`${id}/${one.group}`, [...(families.get(`${id}/${one.group}`) ?? []), one])
    expect(families.size).toBeGreaterThan(100)
    for (const members of families.values()) {
      expect(members.length).toBeGreaterThan(1)
      expect(new Set(members.map(({ window }) => window?.[0])).size).toBe(1)
      const [first, last] = [members[0]?.arrive ?? 0, members.at(-1)?.arrive ?? 0]
      expect(last - first).toBeCloseTo((members.length - 1) * 0.25, 3)
    }
  })
})

describe('what is changed in a scenario changes nothing else', () => {
  const before = generateDay(peak, 1, 7)

  test('one more counter leaves the people and the other counters as they were', () => {
    const after = generateDay(changed({ c1: 4 }), 1, 7)
    expect(after.applicants).toEqual(before.applicants)
    expect(after.counters.filter(({ id }) => id !== '1-3')).toEqual(before.counters)
  })

  test('other walk-ins leave the booked people as they were', () => {
    const after = generateDay(changed({ walkin: { mean: 5 } }), 1, 7)
    expect(booked(after)).toEqual(booked(before))
    expect(walkIns(after).length).toBeLessThan(walkIns(before).length)
    expect(after.counters).toEqual(before.counters)
  })

  test('other lunch hours leave pauses, speeds and openings as they were', () => {
    const after = generateDay(changed({ lunch: { mode: 'together', A: [720, 780] } }), 1, 7)
    expect(away(after, 'lunch')).toEqual(after.counters.map(() => [[720, 780, 'lunch']]))
    expect(away(after, 'pause')).toEqual(away(before, 'pause'))
    expect(after.applicants).toEqual(before.applicants)
  })

  test('a change that makes no sense comes back as a sentence', () => {
    expect(changeScenario(peak, { quota: -1, colour: 'red' })).toEqual({
      mistake: expect.stringMatching(/^quota: .*; : .*colour/),
    })
  })
})
