import type { ZoneFace } from '../protocol/faces.ts'
import type { Instant, Words } from '../protocol/ids.ts'
import type { DisplayView } from '../protocol/views.ts'
import { fill } from '../ui/texts.ts'
import { calendarDay, clockTime, dayParts } from '../ui/time.ts'
import type { RestingScreen } from './choose-screen.ts'
import { TEXTS } from './texts.ts'

/** What a board says while nobody is called. `clock`: an hour so large that it is read from the door. */
export type Resting = { headline: Words; body: Words; clock: { words: Words; at: Instant } | null }

const filled = (words: Words, { id, en }: { id: Record<string, string>; en: Record<string, string> }): Words => ({
  id: fill(words.id, id),
  en: fill(words.en, en),
})

/** Words with a clock time in them (`{jam}`), in the office's zone. */
export const withTime = (words: Words, at: Instant, zone: string): Words => {
  const jam = clockTime(at, zone)
  return filled(words, { id: { jam }, en: { jam } })
}

const dayWords = (day: string, lang: 'id' | 'en'): string => {
  const { weekday, date, month } = dayParts(day, lang)
  return `${weekday}, ${date} ${month}`
}

/** When the office opens again: the hour alone today, else with its day. */
const opensAgain = (at: Instant, now: Instant, zone: string): Words => {
  const day = calendarDay(at, zone)
  if (day === calendarDay(now, zone)) return withTime(TEXTS.opensAt, at, zone)
  const jam = clockTime(at, zone)
  return filled(TEXTS.opensOn, {
    id: { jam, hari: dayWords(day, 'id') },
    en: { jam, hari: dayWords(day, 'en') },
  })
}

const closedWords = ({ hours, lanes, office, day }: DisplayView, now: Instant): Resting => {
  const { name, nextAt } = hours
  const served = day !== null && lanes.some(({ waiting }) => waiting > 0)
  if (served) return { headline: TEXTS.officeClosed, body: TEXTS.stillServed, clock: null }
  if (nextAt === null)
    return hours.status === 'closed'
      ? { headline: TEXTS.officeClosed, body: TEXTS.thanks, clock: null }
      : { headline: TEXTS.closed, body: TEXTS.whenOpen, clock: null }
  if (hours.status !== 'closed' && hours.status !== 'before-open')
    return { headline: TEXTS.closed, body: TEXTS.whenOpen, clock: null }
  return { headline: name ?? TEXTS.officeClosed, body: opensAgain(nextAt, now, office.zone), clock: null }
}

/** The words of a board on which nobody is called, by the office's hours and the server's clock `now`. */
export const chooseWords = (screen: RestingScreen, view: DisplayView, now: Instant): Resting => {
  const { hours, office, outage } = view
  if (screen === 'outage' && outage !== null)
    return { headline: withTime(TEXTS.outage, outage.sinceAt, office.zone), body: TEXTS.outageBody, clock: null }
  if (screen === 'break')
    return {
      headline: hours.name ?? TEXTS.onBreak,
      body: TEXTS.kept,
      clock: hours.nextAt === null ? null : { words: TEXTS.resumes, at: hours.nextAt },
    }
  if (screen === 'closed') return closedWords(view, now)
  return hours.status === 'before-open' && hours.nextAt !== null
    ? { headline: withTime(TEXTS.countersOpen, hours.nextAt, office.zone), body: TEXTS.takeNumber, clock: null }
    : { headline: TEXTS.noCallYet, body: TEXTS.takeNumber, clock: null }
}

/** A zone as the door signs say it. */
export const zoneWords = ({ name, floor }: ZoneFace): Words => ({
  id: fill(TEXTS.zone.id, { nama: name.id, n: floor }),
  en: fill(TEXTS.zone.en, { nama: name.en, n: floor }),
})

/** So many characters of a zone's name stand beside an earlier call; of a longer one the floor alone does. */
const SHORT_NAME = 10

/** A zone in the little room beside an earlier call: in full, or its floor, which says which way to walk. */
export const shortZone = (zone: ZoneFace): Words =>
  zone.name.id.length <= SHORT_NAME
    ? zoneWords(zone)
    : { id: fill(TEXTS.floor.id, { n: zone.floor }), en: fill(TEXTS.floor.en, { n: zone.floor }) }
