import type { Opening } from '../protocol/hours.ts'
import { Office } from '../protocol/office.ts'
import { type Day, type DayFrame, planCloseOf } from '../simulator/day-file.ts'

/** Counters of the second stage that help the first when their own queue is empty (queue-rules section 1). */
const HELPERS = 2

/** `10.05`, at most `24.00`. */
const clockOf = (minute: number): string => {
  const whole = Math.min(1440, Math.max(0, Math.floor(minute)))
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(Math.floor(whole / 60))}.${two(whole % 60)}`
}

const openingOf = (frame: DayFrame, day: Day): Opening => {
  const sold = [...day.applicants, ...day.noShows].flatMap(({ window }) => (window === null ? [] : [window]))
  const windows = [
    ...new Map(sold.map(([start, end]) => [`${start}-${end}`, { from: clockOf(start), until: clockOf(end) }])).values(),
  ]
    .filter(({ from, until }) => from < until)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
  const close = planCloseOf(frame, day)
  return {
    open: clockOf(frame.open),
    close: clockOf(close > frame.open ? close : frame.open + 1),
    breaks: [],
    numbers: null,
    windows: windows.slice(0, 24),
  }
}

/**
 * The office of a demonstration: the example office with the counters, stages and hours of one day of a file. Numbers are
 * given whenever somebody comes, because whoever is in the file did get one, and nobody is asked about originals: the file
 * does not say who forgot them.
 */
export const demoOffice = (example: Office, frame: DayFrame, day: Day): Office => {
  const stages = frame.stages.map(
    (name, k) =>
      example.stages[k] ?? {
        id: `stage-${k + 1}`,
        name: { id: name, en: name },
        waitAt: { id: 'Ruang tunggu', en: 'Waiting room' },
        standardMin: 10,
      },
  )
  const idOf = (stage: number): string => stages[stage - 1]?.id ?? `stage-${stage}`
  const journey = stages.map(({ id }) => id)
  const opening = openingOf(frame, day)
  let second = 0
  const helps = (stage: number): boolean => {
    if (stage !== 2) return false
    second += 1
    return second <= HELPERS
  }
  return Office.parse({
    ...example,
    name: `Peragaan: ${example.name}`.slice(0, 80),
    example: true,
    checklist: false,
    stages,
    services: example.services.map((service) => ({ ...service, journey })),
    counters: day.counters.map(({ stage }, k) => ({
      number: k + 1,
      stages: [idOf(stage)],
      helps: helps(stage) ? [idOf(1)] : [],
    })),
    hours: {
      week: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((name) => [name, opening])),
      numbersWhenClosed: true,
    },
  })
}
