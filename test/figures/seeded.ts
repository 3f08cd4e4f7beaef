import { readFileSync } from 'node:fs'
import { EXAMPLE_OFFICE_FILE } from '../../config/load-office.ts'
import { Office } from '../../protocol/office.ts'
import type { Recorded } from '../../server/journal/journal.ts'
import { seedDays } from '../../simulator/seed/seed-days.ts'

/** A Monday. */
export const FIRST_DAY = '2026-03-02'

/** What an office recorded in so many seeded working days from `FIRST_DAY` on. */
export const seedRecorded = (days: number, seed = 7): { office: Office; recorded: Recorded[] } => {
  const recorded: Recorded[] = []
  const example = Office.parse(JSON.parse(readFileSync(EXAMPLE_OFFICE_FILE, 'utf8')))
  const office = seedDays({
    ...{ example, days, seed, firstDay: FIRST_DAY, runs: 1 },
    each({ by: { role, place, staff }, at, events }) {
      for (const event of events) recorded.push({ seq: recorded.length + 1, at, by: { role, place, staff }, event })
    },
  })
  return { office, recorded }
}
