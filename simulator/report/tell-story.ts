import type { Words } from '../../protocol/ids.ts'
import type { Play, Visit } from '../play-day.ts'
import { quantile } from '../statistics.ts'
import { windowText } from './numbers.ts'
import type { Kept, LaneMark, Story, Waits } from './report-data.ts'

/** How often the queue is looked at, in minutes. */
const STEP_MIN = 5
/** Fewer people than this, on the mean of the days, are drawn as none. */
const NOBODY = 0.05
/** Past the end of a window by more than this is the worst of the three parts of a promise. */
const LITTLE_LATE_MIN = 30

/** The lanes of a rehearsed office, by the letter of the number (`office-of-day.ts`), in the order they are told. */
const LANES: readonly { lane: LaneMark; name: Words }[] = [
  { lane: { letter: 'A', shape: 'circle' }, name: { id: 'Dengan janji', en: 'Booked' } },
  { lane: { letter: 'P', shape: 'diamond' }, name: { id: 'Prioritas', en: 'Priority' } },
  { lane: { letter: 'W', shape: 'square' }, name: { id: 'Tanpa janji', en: 'No appointment' } },
]

/** Somebody who was called: the visit, its window, the wait to the first call and that of all stages, in minutes. */
type Told = {
  visit: Visit
  window: readonly [number, number] | null
  waitMin: number
  allMin: number
  calledMin: number
}

const told = ({ day, visits }: Pick<Play, 'day' | 'visits'>): Told[] =>
  visits.flatMap((visit, who): Told[] => {
    const [first] = visit.cases
    if (first === undefined) return []
    const waits = visit.cases.map(({ queuedMin, calledMin }, k) =>
      Math.max(0, calledMin - (k === 0 ? visit.effMin : queuedMin)),
    )
    const window = day.applicants[who]?.window ?? null
    const allMin = waits.reduce((a, b) => a + b, 0)
    return [{ visit, window, waitMin: waits[0] ?? 0, allMin, calledMin: first.calledMin }]
  })

const waitsOf = (people: readonly Told[]): Waits => {
  const waits = people.map(({ waitMin }) => waitMin)
  const all = people.map(({ allMin }) => allMin)
  const at = (values: readonly number[], share: number) => quantile(values, share) ?? 0
  return { n: people.length, median: at(waits, 0.5), p90: at(waits, 0.9), allStages: at(all, 0.5) }
}

const keptOf = (people: readonly Told[]): Kept => {
  const pastMin = people.map(({ calledMin, window }) => calledMin - (window?.[1] ?? 0))
  const within = pastMin.filter((past) => past < 0).length
  const later = pastMin.filter((past) => past > LITTLE_LATE_MIN).length
  return { within, upTo30: pastMin.length - within - later, later }
}

const queueOf = (plays: readonly Pick<Play, 'visits'>[]): Story['queue'] => {
  const cases = plays.flatMap(({ visits }) => visits.flatMap((visit) => visit.cases))
  const fromMin = Math.floor(Math.min(...cases.map(({ queuedMin }) => queuedMin)) / 60) * 60
  const changes: number[] = []
  const change = (minute: number, by: number) => {
    const slot = Math.ceil((minute - fromMin) / STEP_MIN)
    changes[slot] = (changes[slot] ?? 0) + by
  }
  for (const { queuedMin, calledMin } of cases) {
    change(queuedMin, 1)
    change(calledMin, -1)
  }
  let waiting = 0
  const people = Array.from(changes, (by = 0) => {
    waiting += by
    return waiting / plays.length
  })
  const last = people.findLastIndex((mean) => mean >= NOBODY)
  return { fromMin, stepMin: STEP_MIN, people: people.slice(0, last + 2) }
}

/**
 * What a report draws of a policy: by window the waits of those who came inside it and the promises to those who came
 * before its end; waits of all, by lane; and the mean number of people waiting, over the days. Who was never called is in the queue alone.
 */
export const tellStory = (name: Words, plays: readonly Pick<Play, 'day' | 'visits'>[]): Story => {
  const people = plays.flatMap(told)
  const onTime = people.filter(({ visit, window }) => window !== null && visit.arriveMin < window[1])
  const came = (those: readonly Told[]) => those.filter(({ visit, window }) => visit.arriveMin >= (window?.[0] ?? 0))
  const labelOf = ({ window }: Told) => (window === null ? '' : windowText(window))
  const windows = [...new Set(onTime.map(labelOf))].sort()
  return {
    name,
    byWindow: windows.map((window) => {
      const those = onTime.filter((one) => labelOf(one) === window)
      return { window, waits: waitsOf(came(those)), kept: keptOf(those) }
    }),
    byLane: LANES.map(({ lane, name: words }) => ({
      lane,
      name: words,
      waits: waitsOf(people.filter(({ visit }) => visit.number.startsWith(lane.letter))),
    })).filter(({ waits }) => waits.n > 0),
    queue: queueOf(plays),
  }
}
