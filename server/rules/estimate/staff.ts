import type { Instant } from '../../../protocol/ids.ts'
import { openStretches } from '../calendar.ts'
import { DAY } from '../civil.ts'
import { minuteOfDay, shapeOfDay } from '../measure.ts'
import type { Absence, Attendance, DayMeasured } from '../measured.ts'
import { MINUTE, type State } from '../state.ts'
import type { Chance } from './chance.ts'
import type { Past } from './past.ts'

/** A time without service, in ms since the estimate's instant: `[from, until)`. */
export type Gap = { from: number; until: number }

/** What one counter is going to do in one run. Times in ms since the estimate's instant. */
export type Plan = {
  /** Null: it does not open any more today. */
  opensAt: number | null
  /** When it pauses, in order; a pause that falls into a case begins when the case ends. */
  away: readonly Gap[]
}

/** The counters of one run, by their place in the list that was asked for, and when none of them serves. */
export type Staffing = { plans: Plan[]; outages: readonly Gap[] }

/** An absence of so many minutes is a break that everybody takes once a day, such as lunch. */
const BREAK_MIN = 25
/** Breaks that began within so many minutes of each other's time of day are the same break. */
const SAME_BREAK_MIN = 20
/** A pause of which nothing is known lasts so long in the mean (queue-rules section 6: base). */
const FIRST_PAUSE_MIN = 7
/** Outages before one was measured last between these (queue-rules section 6: base). */
const [SHORTEST_OUTAGE_MIN, LONGEST_OUTAGE_MIN] = [15, 60]
/** A counter that is that late and was never seen before is not waited for. */
const GIVEN_UP_MIN = 20
/** Fewer days that are like today say too little. */
const ENOUGH_DAYS = 1

const isBreak = ({ fromMin, untilMin }: Absence): boolean => untilMin - fromMin >= BREAK_MIN

const oneOf = <T>(list: readonly T[], chance: Chance): T | undefined => list[Math.floor(chance() * list.length)]

/** What `state` and the days before say about the counters from `at` on. */
export const staffingFrom = (state: State, past: Past, numbers: readonly number[], at: Instant) => {
  const nowMin = minuteOfDay(state, at)
  const shape = shapeOfDay(state)
  const alike = past.days.filter((day) => day.shape === shape)
  const isLike = alike.length >= ENOUGH_DAYS
  const days = isLike ? alike : past.days
  const since = (minute: number): number => Math.round((minute - nowMin) * MINUTE)

  const opening = openingOf(state, at)
  const futures = numbers.map((number) => {
    const today = state.measured.today.counters[number]
    const hadBreak = today?.away.some(isBreak) || isLongPause(state, number, at)
    return days.map((day) => futureOf(day, day.counters[number], hadBreak === true, isLike, nowMin, since))
  })
  const openings = numbers.map((number) => laterOpenings(days, number, nowMin))
  const everyOpening = openings.flat()
  const rests = numbers.map((number) => restOf(state, past, number, nowMin))
  const outages = outagesFrom(state, past, nowMin, since)

  const opensAt = (place: number, number: number, drawn: DayMeasured | undefined, chance: Chance): number | null => {
    if (state.counters[number] !== undefined) return 0
    if (drawn === undefined) return opening
    const likely = drawn.counters[number]
    if (likely !== undefined && likely.openMin > nowMin) return since(likely.openMin)
    const own = openings[place] ?? []
    const minute = oneOf(own.length > 0 ? own : everyOpening, chance)
    return minute == null ? null : since(minute)
  }

  return (chance: Chance): Staffing => {
    const which = Math.floor(chance() * days.length)
    const drawn = days[which]
    const plans = numbers.map((number, place): Plan => {
      const away = futures[place]?.[which] ?? NO_GAPS
      const rest = rests[place]?.(chance) ?? 0
      return {
        opensAt: opensAt(place, number, drawn, chance),
        away: rest > 0 ? [{ from: 0, until: rest }, ...away] : away,
      }
    })
    return { plans, outages: outages(chance) }
  }
}

const NO_GAPS: readonly Gap[] = []

/** When counters that are not open yet open, without history: with the office, unless that is long past. */
const openingOf = (state: State, at: Instant): number | null => {
  const [first] = openStretches(state)
  if (first === undefined) return null
  // Without a calendar nobody knows; with no counter open yet an office is about to open.
  if (first.endAt - first.startAt > DAY) return Object.keys(state.counters).length === 0 ? 0 : null
  return at > first.startAt + GIVEN_UP_MIN * MINUTE ? null : Math.max(0, first.startAt - at)
}

const isLongPause = (state: State, number: number, at: Instant): boolean => {
  const paused = state.counters[number]?.paused
  return paused != null && at - paused.sinceAt >= BREAK_MIN * MINUTE
}

/** What is left of a day that was, at this minute of it: its pauses, and the break that is due and not taken yet. */
const futureOf = (
  day: DayMeasured,
  attendance: Attendance | undefined,
  hadBreak: boolean,
  isLike: boolean,
  nowMin: number,
  since: (minute: number) => number,
): readonly Gap[] =>
  (attendance?.away ?? [])
    .filter((absence) => {
      if (absence.untilMin <= nowMin) return false
      if (day.outages.some(({ fromMin, untilMin }) => fromMin <= absence.fromMin && absence.fromMin < untilMin))
        return false
      return isBreak(absence) ? isLike && !hadBreak : absence.fromMin > nowMin
    })
    .map(({ fromMin, untilMin }) => ({ from: since(Math.max(fromMin, nowMin)), until: since(untilMin) }))

/** When a counter opened on the days on which it was not open at this minute; null where it did not open at all. */
const laterOpenings = (days: readonly DayMeasured[], number: number, nowMin: number): (number | null)[] =>
  days.flatMap(({ counters }) => {
    const openMin = counters[number]?.openMin ?? null
    return openMin === null || openMin > nowMin ? [openMin] : []
  })

/** How long the pause of a counter goes on, as a draw in ms; 0 for one that serves. */
const restOf = (state: State, past: Past, number: number, nowMin: number): ((chance: Chance) => number) => {
  const paused = state.counters[number]?.paused
  if (!paused) return () => 0
  const { measured } = state
  const inHand = state.tickets.inHand[number] !== undefined
  const fromMin = Math.max(minuteOfDay(state, paused.sinceAt), minuteOfDay(state, measured.readyAt[number] ?? 0))
  const elapsed = inHand ? 0 : nowMin - fromMin
  const known = [measured.today, ...past.days]
    .flatMap(({ counters }) => Object.values(counters).flatMap(({ away }) => away))
    .filter(({ reason }) => reason === paused.reason)
  const sameTime = known.filter((each) => Math.abs(each.fromMin - fromMin) <= SAME_BREAK_MIN && each.untilMin > nowMin)
  const breaks = sameTime.filter(isBreak)
  // A break at its hour ends when it ends every day; other pauses last as long as pauses do.
  const left =
    breaks.length >= ENOUGH_DAYS && breaks.length > sameTime.length / 2
      ? breaks.map(({ untilMin }) => untilMin - nowMin)
      : known.flatMap((each) =>
          each.untilMin - each.fromMin > elapsed ? [each.untilMin - each.fromMin - elapsed] : [],
        )
  return (chance) => {
    const minutes = oneOf(left, chance) ?? -Math.log(1 - chance()) * FIRST_PAUSE_MIN
    return Math.round(minutes * MINUTE)
  }
}

/** When nothing works: the rest of an outage that is on, and outages as on days on which as few had happened by now. */
const outagesFrom = (
  state: State,
  past: Past,
  nowMin: number,
  since: (minute: number) => number,
): ((chance: Chance) => readonly Gap[]) => {
  if (state.outage !== null) {
    const elapsed = nowMin - minuteOfDay(state, state.outage.sinceAt)
    const left = past.days.flatMap(({ outages }) =>
      outages.flatMap(({ fromMin, untilMin }) => (untilMin - fromMin > elapsed ? [untilMin - fromMin - elapsed] : [])),
    )
    const shortest = Math.max(SHORTEST_OUTAGE_MIN, elapsed)
    return (chance) => {
      const first = shortest + chance() * Math.max(LONGEST_OUTAGE_MIN - shortest, SHORTEST_OUTAGE_MIN) - elapsed
      const minutes = left.length < ENOUGH_DAYS ? first : (oneOf(left, chance) ?? first)
      return [{ from: 0, until: Math.round(minutes * MINUTE) }]
    }
  }
  const hadOne = state.measured.today.outages.length > 0
  const futures = past.days
    .filter(({ outages }) => outages.some(({ fromMin }) => fromMin <= nowMin) === hadOne)
    .map(({ outages }) =>
      outages
        .filter(({ fromMin }) => fromMin > nowMin)
        .map(({ fromMin, untilMin }) => ({ from: since(fromMin), until: since(untilMin) })),
    )
  return (chance) => oneOf(futures, chance) ?? NO_GAPS
}

/** The times from `at` on, in ms since then, in which no counter serves by the calendar; after the close they serve on. */
export const closedFrom = (state: State, at: Instant): readonly Gap[] => {
  const stretches = openStretches(state)
  const anyOpen = Object.keys(state.counters).length > 0
  return stretches
    .map(({ startAt }, i) => ({
      // A counter that opened before the office did serves already.
      from: i === 0 ? (anyOpen ? startAt : Number.NEGATIVE_INFINITY) : (stretches[i - 1]?.endAt ?? startAt),
      until: startAt,
    }))
    .map(({ from, until }) => ({ from: from - at, until: until - at }))
    .filter(({ from, until }) => until > 0 && until > from)
}
