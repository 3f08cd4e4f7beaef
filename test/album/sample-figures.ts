import { readFileSync } from 'node:fs'
import { EXAMPLE_OFFICE_FILE } from '../../config/load-office.ts'
import type { FiguresPage } from '../../protocol/desk/figures.ts'
import { Office } from '../../protocol/office.ts'
import { figuresOf } from '../../server/figures/figures-of.ts'
import { tablesOf } from '../../server/figures/tables.ts'
import { alikeKey, type DayPage } from '../../server/history/day-page.ts'

const MIN = 60_000
/** Minutes of ten people around a median, the ninth of whom waits `p90`. */
const waits = (median: number, p90: number): number[] =>
  [0.2, 0.5, 0.7, 0.9, 1]
    .map((part) => part * median * MIN)
    .concat(
      [1.2, 1.5, 1.8].map((part) => Math.min(part * median, p90) * MIN),
      [p90 * MIN, (p90 + 15) * MIN],
    )

const HOURS = [
  ['480-540', 8, 6, 19],
  ['540-600', 9, 11, 28],
  ['600-660', 10, 14, 37],
  ['660-720', 11, 12, 33],
  ['780-840', 13, 17, 46],
  ['840-900', 14, 8, 21],
] as const

const dayPage = (day: string): DayPage => ({
  day,
  alike: Object.fromEntries([
    ...HOURS.map(([window, hour, median, p90]) => [
      alikeKey({ lane: 'A', window, hour: String(hour), arrival: 'on-time' }),
      {
        wait: waits(median, p90),
        queued: waits(median + 9, p90 + 12),
        office: waits(median + 35, p90 + 40),
        came: waits(20, 40),
        past: waits(median, p90).map((ms) => ms - 35 * MIN),
        uncalled: 0,
      },
    ]),
    [
      alikeKey({ lane: 'K', window: '', hour: '9', arrival: 'walk-in' }),
      { wait: waits(41, 88), queued: waits(58, 110), office: waits(90, 140), came: [], past: [], uncalled: 1 },
    ],
  ]),
  stages: {
    documents: { wait: waits(12, 31), calls: 74, helped: 9, recalls: 6, misses: 2, parks: 4 },
    interview: { wait: waits(9, 24), calls: 68, helped: 0, recalls: 3, misses: 1, parks: 0 },
  },
  counters: {
    1: { openMs: 420 * MIN, pausedMs: { rest: 60 * MIN }, cases: { documents: waits(5, 8) } },
    3: {
      openMs: 410 * MIN,
      pausedMs: { errand: 12 * MIN },
      cases: { interview: waits(12, 18), documents: waits(5, 7) },
    },
  },
  promises: { inside: 61, before: 3, after: 6 },
  counts: {
    walkIns: { 'app-trouble': 6, other: 4 },
    outcomes: { completed: 66, rejected: 2 },
    turnedAway: { 'wrong-day': 3, unknown: 1 },
    documents: { copy: 5, statement: 1 },
    overrides: { 'late-accepted office-mistake': 2 },
    papers: { original: 71, reprint: 3 },
    reports: { printed: 74 },
    troubles: { 'no-paper': 1 },
  },
  ...{ incomplete: 4, putOff: 2 },
  outages: { national: { began: 1, ms: 24 * MIN } },
  bookings: { booked: 68, noShows: 7 },
})

/** What the server answers for three weeks of an office: the figures reckoned from made-up pages; `days` none: nobody came. */
export const sampleFigures = (days = ['2026-11-16', '2026-11-17', '2026-11-18']): FiguresPage => {
  const office = Office.parse(JSON.parse(readFileSync(EXAMPLE_OFFICE_FILE, 'utf8')))
  const figures = figuresOf({
    span: { from: '2026-11-04', until: '2026-11-24' },
    pages: days.map(dayPage),
    before: { from: '2026-10-14', until: '2026-11-03', pages: days.slice(0, 1).map(dayPage) },
    since: days[0] ?? '2026-10-01',
    regular: ['A'],
  })
  return {
    figures,
    tables: tablesOf(figures, office, 'id'),
    lanes: office.lanes.map(({ letter, name, shape }) => ({ letter, name, shape })),
    today: '2026-11-24',
    limitMin: 30,
  }
}
