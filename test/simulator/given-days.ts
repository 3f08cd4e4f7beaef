import { existsSync, readFileSync } from 'node:fs'
import { type DayFile, readDays } from '../../simulator/day-file.ts'
import { Reference } from '../../simulator/reference.ts'

const json = (url: URL): unknown => JSON.parse(readFileSync(url, 'utf8'))

const days = (url: URL): DayFile => {
  const read = readDays(json(url))
  if ('mistake' in read) throw new Error(`${url.pathname}: ${read.mistake}`)
  return read.file
}

/** The five scenarios of the given days. */
export const SCENARIOS = ['D1-peak', 'D2-normal', 'D3-too-early', 'D4-disrupted', 'X-complaint'] as const
/** The policies that the reference played. */
export const POLICIES = ['fifo', 'window', 'window+help2', 'fifo+help2'] as const

/** The first day of a scenario, as it was given. */
export const firstDayOf = (scenario: (typeof SCENARIOS)[number]): DayFile =>
  days(new URL(`./fixtures/${scenario}.json`, import.meta.url))

/** What another simulator made of the given days: the pooled figures of all forty, and the first one ticket by ticket. */
export const REFERENCE: Reference = Reference.parse(json(new URL('./fixtures/reference.json', import.meta.url)))

/** All forty days of a scenario where the shared folder lies beside the checkout, else null. */
export const allDaysOf = (scenario: (typeof SCENARIOS)[number]): DayFile | null => {
  const url = new URL(`../../../shared/days/${scenario}.json`, import.meta.url)
  return existsSync(url) ? days(url) : null
}
