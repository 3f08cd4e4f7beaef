import type { AgendaRow } from '../protocol/commands.ts'
import type { DayStamp, Instant } from '../protocol/ids.ts'
import type { Office } from '../protocol/office.ts'
import type { Day } from '../simulator/day-file.ts'

const MINUTE_MS = 60_000

/** The booking code of the applicant at a place of the day's list. */
export const codeOf = (who: number): string => `DEMO${String(who).padStart(4, '0')}`
const missingCodeOf = (which: number): string => `DEMX${String(which).padStart(4, '0')}`

/** The service of a kind: 0 is a replacement, everything else a new passport, where the office has both. */
export const serviceOf = ({ services }: Office, kind: number): string =>
  (kind === 0 ? services.at(-1) : services[0])?.id ?? ''

/** The bookings of a day, those who will not come included; families by what they have in common. */
export const demoAgenda = (what: { office: Office; day: Day; stamp: DayStamp; midnightAt: Instant }): AgendaRow[] => {
  const { office, day, stamp, midnightAt } = what
  const at = (minute: number): Instant => Math.round(midnightAt + minute * MINUTE_MS)
  const row = (code: string, [start, end]: readonly [number, number], priority: boolean, kind: number): AgendaRow => ({
    code,
    day: stamp,
    window: { startAt: at(start), endAt: at(end) },
    service: serviceOf(office, kind),
    status: 'booked',
    priority,
  })
  return [
    ...day.applicants.flatMap(({ window, priority, kind, group }, who): AgendaRow[] => {
      if (window === null) return []
      const own = row(codeOf(who), window, priority, kind)
      return [group === null ? own : { ...own, party: `family-${group}`.slice(0, 64) }]
    }),
    ...day.noShows.map(({ window, priority, kind }, which) => row(missingCodeOf(which), window, priority, kind)),
  ]
}
