import { expect, test } from 'vitest'
import { forecastWaiting } from '../../server/rules/estimate/forecast.ts'
import { evolve } from '../../server/rules/evolve.ts'
import { NOTHING_YET, type State } from '../../server/rules/state.ts'
import type { Day } from '../../simulator/day-file.ts'
import type { Play } from '../../simulator/play-day.ts'
import { instantOf } from '../../simulator/rules-desk.ts'
import { firstDayOf } from './given-days.ts'
import { onlyDay, play } from './make-day.ts'

const untilNow = ({ log }: Play, now: number) => log.filter(({ at }) => at <= instantOf(now))

/** The office at a minute of a play, with estimates on the screens. */
const officeAt = (played: Play, now: number): State =>
  untilNow(played, now).reduce((state, { event, at }) => {
    const shows =
      event.type === 'OfficeConfigured' ? { ...event, office: { ...event.office, estimate: { runs: 40 } } } : event
    return evolve(state, shows, at)
  }, NOTHING_YET)

/** The day with another future: whoever comes after `now` comes later, cases that have not ended take longer, nobody goes away. */
const otherFuture = (day: Day, { visits }: Play, now: number): Day => ({
  ...day,
  applicants: day.applicants.map((one, who) => ({
    ...one,
    arrive: one.arrive > now ? one.arrive + 90 : one.arrive,
    service: one.service.map((minutes, k) => {
      const last = visits[who]?.cases.findLast(({ stage }) => stage === k + 1)
      return last !== undefined && last.endMin <= now ? minutes : minutes * 3
    }),
  })),
  counters: day.counters.map((one) => ({ ...one, away: one.away.filter(([from]) => from <= now) })),
})

test.each([500, 560, 640, 700])('at minute %i the estimates know nothing of what comes later', (now) => {
  const day = onlyDay(firstDayOf('D1-peak'))
  const played = play({ ...day, applicants: day.applicants.map((one) => ({ ...one, return: null })) }, 'window+help2')
  const other = play(otherFuture(played.day, played, now), 'window+help2')
  expect(JSON.stringify(untilNow(other, now))).toBe(JSON.stringify(untilNow(played, now)))
  expect(other.log.at(-1)?.at).not.toBe(played.log.at(-1)?.at)
  const told = forecastWaiting(officeAt(played, now), instantOf(now))
  expect(told.size).toBeGreaterThan(0)
  expect(forecastWaiting(officeAt(other, now), instantOf(now))).toEqual(told)
})
