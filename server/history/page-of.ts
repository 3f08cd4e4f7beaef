import type { DayStamp, Instant, Window } from '../../protocol/ids.ts'
import { openMinutesBetween, planOf, stretchesOf } from '../rules/calendar.ts'
import { midnightOf } from '../rules/civil.ts'
import { MINUTE } from '../rules/state.ts'
import type { Book, OutageStretch } from './book.ts'
import { type Alike, alikeKey, type DayPage } from './day-page.ts'
import type { StageVisit, Visit } from './visit.ts'
import { addStretch, count, counterOf } from './write-event.ts'

const HOUR = 60 * MINUTE

const alikeOf = (page: DayPage, midnightAt: Instant, { lane, window, arrival, readyAt }: Visit): Alike => {
  const minute = (at: Instant): number => (at - midnightAt) / MINUTE
  const key = alikeKey({
    lane,
    window: window === null ? '' : `${minute(window.startAt)}-${minute(window.endAt)}`,
    hour: String(Math.floor((readyAt - midnightAt) / HOUR)),
    arrival,
  })
  const known = page.alike[key] ?? { wait: [], queued: [], office: [], came: [], past: [], uncalled: 0 }
  page.alike[key] = known
  return known
}

const addStage = (page: DayPage, stay: StageVisit): void => {
  const known = page.stages[stay.stage] ?? { wait: [], calls: 0, helped: 0, recalls: 0, misses: 0, parks: 0 }
  page.stages[stay.stage] = known
  if (stay.calledAt !== null) known.wait.push(Math.max(0, stay.calledAt - stay.readyAt))
  for (const what of ['calls', 'helped', 'recalls', 'misses', 'parks'] as const) known[what] += stay[what]
  for (const { counter, stage, ms } of stay.cases) {
    const { cases } = counterOf(page, counter)
    cases[stage] = [...(cases[stage] ?? []), ms]
  }
  const { promised, calledAt } = stay
  if (promised === null || calledAt === null) return
  if (calledAt < promised.fromAt) page.promises.before += 1
  else if (calledAt > promised.untilAt) page.promises.after += 1
  else page.promises.inside += 1
}

const addVisit = (page: DayPage, midnightAt: Instant, visit: Visit): void => {
  const alike = alikeOf(page, midnightAt, visit)
  const { calledAt, readyAt, checkedInAt, endedAt, window } = visit
  if (calledAt === null) alike.uncalled += 1
  else {
    alike.wait.push(Math.max(0, calledAt - readyAt))
    alike.queued.push(visit.waitedMs)
    if (window !== null) alike.past.push(calledAt - window.endAt)
  }
  if (endedAt !== null) alike.office.push(endedAt - checkedInAt)
  if (window !== null) alike.came.push(checkedInAt - window.startAt)
  for (const stay of visit.stages) addStage(page, stay)
  if (visit.walkInReason !== null) count(page.counts.walkIns, visit.walkInReason)
  if (visit.outcome !== null) count(page.counts.outcomes, visit.outcome)
  if (visit.incomplete) page.incomplete += 1
}

const addOutage = (page: DayPage, open: readonly Window[], { scope, began, sinceAt, untilAt }: OutageStretch): void => {
  const known = page.outages[scope] ?? { began: 0, ms: 0 }
  const ms = Math.round(openMinutesBetween(open, sinceAt, untilAt) * MINUTE)
  if (!began && ms === 0) return
  page.outages[scope] = { began: known.began + (began ? 1 : 0), ms: known.ms + ms }
}

/**
 * The page of a book as it stands at an instant: counters that are open and an outage that goes on are counted until
 * then. Null where no day or no office is known.
 */
export const pageOf = (book: Book, at: Instant): DayPage | null => {
  const { day, office, closed } = book
  if (day === null || office === null) return null
  const page: DayPage = {
    ...emptyPage(day),
    counters: structuredClone(book.counters),
    counts: { ...structuredClone(book.counts), walkIns: {}, outcomes: {} },
    putOff: book.putOff,
    bookings: closed && { booked: closed.booked, noShows: closed.noShows },
  }
  for (const [counter, stretch] of book.open) addStretch(page, counter, stretch, at)
  // Midnight opens and closes the days of an office at work: what is missed in an outage is missed in its hours.
  const hours = stretchesOf(planOf(office, book.exceptions, day))
  const open = hours.map(({ startAt, endAt }) => ({ startAt, endAt: Math.min(endAt, closed?.at ?? at) }))
  const outages = book.outage === null ? book.outages : [...book.outages, { ...book.outage, untilAt: at }]
  for (const outage of outages) addOutage(page, open, outage)
  const midnightAt = midnightOf(day, office.zone)
  for (const visit of book.visits.values()) addVisit(page, midnightAt, visit)
  return page
}

const emptyPage = (day: DayStamp): DayPage => ({
  day,
  alike: {},
  stages: {},
  counters: {},
  promises: { inside: 0, before: 0, after: 0 },
  counts: {
    ...{ walkIns: {}, outcomes: {}, turnedAway: {}, documents: {}, overrides: {} },
    ...{ papers: {}, reports: {}, troubles: {} },
  },
  ...{ incomplete: 0, putOff: 0, outages: {}, bookings: null },
})
