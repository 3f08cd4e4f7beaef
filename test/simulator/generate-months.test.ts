import { describe, expect, test } from 'vitest'
import { generateDay } from '../../simulator/generate/generate-days.ts'
import { APPLICATIONS, scenarioOfVolume, volumesOf } from '../../simulator/generate/months.ts'
import { scenarioOf } from '../../simulator/scenarios.ts'

const peak = scenarioOf('D1-peak')

describe('a year at Denpasar', () => {
  test.each([
    [2022, 28_396],
    [2024, 35_417],
  ] as const)('%i has its applications, month by month', (year, total) => {
    const volumes = volumesOf(year, peak, 7)
    const months = APPLICATIONS[year].map((_, month) =>
      volumes
        .filter(({ day }) => Number(day.slice(5, 7)) === month + 1)
        .reduce((sum, { applications }) => sum + applications, 0),
    )
    expect(months).toEqual(APPLICATIONS[year])
    expect(months.reduce((sum, count) => sum + count, 0)).toBe(total)
  })

  test('is worked from Monday to Friday, without the holidays that are told', () => {
    const days = volumesOf(2024, peak, 7, ['2024-08-19']).map(({ day }) => day)
    expect(days).toContain('2024-08-16')
    expect(days).not.toContain('2024-08-17')
    expect(days).not.toContain('2024-08-19')
  })

  test('a Friday has less, as it has fewer windows', () => {
    const august = volumesOf(2024, peak, 7)
    const mean = (friday: boolean) => {
      const some = august.filter((volume) => volume.friday === friday)
      return some.reduce((sum, { applications }) => sum + applications, 0) / some.length
    }
    expect(mean(true) / mean(false)).toBeCloseTo(5 / 6, 1)
  })

  test.each([12, 60, 147, 185, 240])('a day of %i applications is about as full as that', (applications) => {
    const scenario = scenarioOfVolume(peak, applications)
    const indices = Array.from({ length: 100 }, (_, k) => k).filter((k) => k % 5 !== 4)
    const came = indices.map((index) => generateDay(scenario, index, 7).applicants.length)
    const mean = came.reduce((sum, count) => sum + count, 0) / came.length
    expect(Math.abs(mean / applications - 1)).toBeLessThan(0.04)
  })
})
