import type { Applicant, Day, DayCounter } from '../day-file.ts'

/** Booked, and there before the window's end. */
export const isOnTime = ({ arrive, window }: Applicant): boolean => window !== null && arrive < window[1]

/** A step of the bound's clock. Whoever could begin within a step counts as begun at its start, so it stays a bound. */
const STEP_MIN = 0.25

/**
 * Below this many minutes nobody can bring the wait of a day's on-time people until their first call, summed over them:
 * not with another order, not with a foreknowledge of every case, not by serving nobody else. `helpers` counters of the
 * second stage may do nothing but help the first.
 *
 * Why it holds: a counter begins no case while it is away, and each absence begins within at most one case. So of the cases
 * begun at counter i until t, one may be in hand, one per absence may reach into it, and all others lie within the
 * minutes A(t) in which the counter was there. All counters together have begun at most `counters + absences + n(t)`
 * cases, n(t) being how many of the shortest cases of those who came until t fit into Σ A(t) ÷ speed. Whoever else is
 * entitled by t is waiting at t, and the wait is the sum of that over time.
 */
export const floorOf = (day: Day, helpers: number): number => {
  const people = day.applicants.filter(isOnTime).sort((a, b) => a.arrive - b.arrive)
  const entitled = people.map(({ arrive, window }) => Math.max(arrive, window?.[0] ?? arrive)).sort((a, b) => a - b)
  const serving = [
    ...day.counters.filter(({ stage }) => stage === 1),
    ...day.counters.filter(({ stage }) => stage === 2).slice(0, helpers),
  ]
  const shortest: number[] = []
  let [came, due, wait] = [0, 0, 0]
  for (let at = 0; at < (entitled.at(-1) ?? 0) + 600; at += STEP_MIN) {
    const until = at + STEP_MIN
    for (let next = people[came]; next !== undefined && next.arrive < until; next = people[++came])
      insert(shortest, next.service[0] ?? 0)
    while ((entitled[due] ?? Number.POSITIVE_INFINITY) <= at) due++
    let begun = 0
    let minutes = 0
    for (const counter of serving) {
      const there = presence(counter, until)
      if (there === 0) continue
      begun += 1 + counter.away.filter(([from]) => from > 0 && from < until).length
      minutes += there / counter.speed
    }
    for (const length of shortest) {
      minutes -= length
      if (minutes < 0) break
      begun++
    }
    wait += STEP_MIN * Math.max(0, due - begun)
    if (due === people.length && begun >= due) break
  }
  return wait
}

/** Minutes until `until` in which no absence of the counter was planned. */
const presence = ({ away }: DayCounter, until: number): number => {
  let [there, free] = [0, 0]
  for (const [from, to] of [...away].sort(([a], [b]) => a - b)) {
    if (from >= until) break
    there += Math.max(0, from - free)
    free = Math.max(free, to)
  }
  return there + Math.max(0, until - free)
}

const insert = (sorted: number[], value: number): void => {
  const place = sorted.findIndex((other) => other > value)
  sorted.splice(place < 0 ? sorted.length : place, 0, value)
}
