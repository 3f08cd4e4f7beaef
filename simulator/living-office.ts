import type { DayStamp, Instant, Slug } from '../protocol/ids.ts'
import { Office } from '../protocol/office.ts'
import type { Booking } from '../server/rules/events.ts'
import type { Applicant, Day, DayFrame } from './day-file.ts'
import { KIOSK, stageId } from './office-of-day.ts'
import type { Policy } from './policy.ts'

/** Services by kind, as the days tell them: 0 replacement, 1 new, 2 complex. */
const KINDS = ['replacement', 'new', 'complex'] as const

/** The service of a kind; of one that is not known, a new passport. */
export const serviceOfKind = (kind: number): Slug => KINDS[kind] ?? 'new'

/** Minutes that the stages are expected to take before anything was measured (queue-rules section 3); any other takes 10. */
const STANDARD_MIN = [4.7, 11.2]

/** When all counters close on a Friday (queue-rules section 6). */
const FRIDAY = { from: '11.30', until: '13.20' }

const words = (text: string) => ({ id: text, en: text })

const clock = (minute: number): string =>
  [minute / 60, minute % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join('.')

/**
 * The document of an office that lives many days: like that of a single play, with what an estimate goes by besides, namely
 * opening hours, a service for each kind of case, and `runs` of the estimate. Lunch is in nobody's calendar: counters
 * take it in two halves, and the office has to notice.
 */
export const livingOffice = (frame: DayFrame, day: Day, policy: Policy, runs: number): Office => {
  let second = 0
  const helpsOut = (stage: number): boolean => stage === 2 && ++second <= policy.helpers
  const open = { open: clock(frame.open), close: '24.00' }
  const friday = { ...open, breaks: [{ ...FRIDAY, name: words('Jumat') }] }
  return Office.parse({
    name: day.id.slice(0, 80),
    zone: 'Asia/Makassar',
    lanes: [
      { letter: 'A', name: words('Reguler'), shape: 'circle', kind: 'regular' },
      { letter: 'P', name: words('Prioritas'), shape: 'diamond', kind: 'priority' },
      { letter: 'W', name: words('Tanpa janji'), shape: 'square', kind: 'walk-in' },
    ],
    stages: frame.stages.map((name, k) => ({
      id: stageId(k + 1),
      name: words(name),
      waitAt: words(name),
      standardMin: STANDARD_MIN[k] ?? 10,
    })),
    services: KINDS.map((id) => ({
      id,
      name: words(id),
      lane: 'A',
      journey: frame.stages.map((_, k) => stageId(k + 1)),
      documents: [],
    })),
    counters: day.counters.map(({ stage }, index) => ({
      number: index + 1,
      stages: [stageId(stage)],
      helps: helpsOut(stage) ? [stageId(1)] : [],
    })),
    kiosks: [{ place: KIOSK, printer: KIOSK, scanner: null }],
    displays: [],
    printers: [{ place: KIOSK, port: 'simulated', model: 'generic-80', columns: null }],
    windows: policy.windows,
    noShow: {},
    families: { together: policy.families },
    returns: { sameCounter: policy.sameCounter },
    estimate: { runs },
    hours: { week: { mon: open, tue: open, wed: open, thu: open, fri: friday, sat: null, sun: null } },
    payload: { patterns: ['(?<code>.+)'] },
    agenda: {},
  })
}

/** The key of an applicant's booking on a day: bookings of two days never share one. */
export const livingKey = (date: DayStamp, who: number): string => `${date}a${String(who).padStart(11, '0')}`

/**
 * All bookings of a day as the office knows them beforehand, those that will not come among them. Families are known by
 * their account.
 */
export const livingAgenda = (
  day: Day,
  date: DayStamp,
  instant: (minute: number) => Instant,
  serviceOf: (kind: number) => Slug = serviceOfKind,
): Booking[] => {
  const booking = (
    key: string,
    window: NonNullable<Applicant['window']>,
    priority: boolean,
    kind: number,
  ): Booking => ({
    key,
    day: date,
    window: { startAt: instant(window[0]), endAt: instant(window[1]) },
    service: serviceOf(kind),
    status: 'booked',
    priority,
  })
  const came = day.applicants.flatMap(({ window, priority, group, kind }, who): Booking[] => {
    if (window === null) return []
    const alone = booking(livingKey(date, who), window, priority, kind)
    return [group === null ? alone : { ...alone, party: `${date}g${String(group).slice(0, 11).padStart(11, '0')}` }]
  })
  const missing = day.noShows.map(({ window, priority, kind }, k) =>
    booking(`${date}n${String(k).padStart(11, '0')}`, window, priority, kind),
  )
  return [...came, ...missing]
}
