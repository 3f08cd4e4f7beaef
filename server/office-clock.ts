import type { DayStamp, Instant } from '../protocol/ids.ts'
import type { Clock } from './clock.ts'
import { wakeBy } from './clock.ts'
import { dayOf } from './days.ts'

const HOUR = 3_600_000
/** By so much the machine's clock may differ from what the office reckons with before it is doubted (reliability T3), ms. */
const SLACK_MS = 120_000
/** So long after its last record an office may start and believe the machine's clock (reliability T3), ms. */
const PAUSE_MS = 36 * HOUR
/** No office is closed for longer; a later clock is doubted without counting the days between. */
const LONGEST_CLOSED_MS = 60 * 24 * HOUR

/** The machine's clock says what cannot be believed: `machineAt`, where the office reckons with `officeAt`. */
export type ClockDoubt = { machineAt: Instant; officeAt: Instant }

/** The office's own clock. */
export type OfficeClock = Clock & {
  /** What is the matter with the machine's clock, null when nothing is. */
  doubt(): ClockDoubt | null
  /** Somebody looked: the machine's clock is right. */
  trust(): void
  /** Calls `listener` when a clock that was doubted is followed again; returns `stop`. */
  onTrusted(listener: () => void): () => void
}

/**
 * Makes the office's clock from the machine's. It follows the machine's while that runs evenly. When that is set by more than
 * two minutes while the office runs, or shows at the start a time before the last record or long after it, the office goes
 * on by its own measure, from where it was: no hour passes or comes back, no ticket and no session ends, no day is opened.
 * It follows the machine's clock again when that is set right, or when somebody says that it is right. `lastAt` is the
 * instant of the last record, null where there is none; days on which the office `isClosed` do not count as a pause. An
 * example office believes everything: nobody is served there.
 */
export const keepTime = (options: {
  machine: Clock
  lastAt: Instant | null
  zone: () => string
  isClosed: (day: DayStamp) => boolean
  isExample: () => boolean
}): OfficeClock => {
  const { machine, lastAt, zone, isClosed, isExample } = options
  const steady = machine.steady ?? machine.now
  const listeners = new Set<() => void>()
  let isKnown = false
  let offsetMs = (lastAt ?? machine.now()) - steady()

  const closedMs = (from: Instant, to: Instant): number => {
    if (to - from > LONGEST_CLOSED_MS) return 0
    let count = 0
    for (let at = from + 24 * HOUR; dayOf(at, zone()) < dayOf(to, zone()); at += 24 * HOUR)
      if (isClosed(dayOf(at, zone()))) count += 1
    return count * 24 * HOUR
  }
  const isPlausible = (at: Instant): boolean =>
    lastAt === null || (at >= lastAt - SLACK_MS && at <= lastAt + PAUSE_MS + closedMs(lastAt, at))

  const follow = (at: Instant): void => {
    offsetMs = at - steady()
    if (isKnown) return
    isKnown = true
    for (const listener of listeners) listener()
  }
  /** The machine's clock now, and the office's: the same unless it is doubted. */
  const look = (): { machineAt: Instant; officeAt: Instant; isDoubted: boolean } => {
    const machineAt = machine.now()
    const officeAt = Math.round(steady() + offsetMs)
    const isEven = Math.abs(machineAt - officeAt) <= SLACK_MS
    if (isExample() || isEven || (!isKnown && isPlausible(machineAt))) {
      follow(machineAt)
      return { machineAt, officeAt: machineAt, isDoubted: false }
    }
    return { machineAt, officeAt, isDoubted: true }
  }
  const now = (): Instant => look().officeAt

  return {
    now,
    steady,
    // On a clock that a test moves, waiting is the test's.
    wakeAt:
      machine.steady === undefined
        ? (at, wake) => {
            const { machineAt, officeAt } = look()
            return machine.wakeAt(at + machineAt - officeAt, wake)
          }
        : wakeBy(now, machine.after),
    doubt() {
      const { isDoubted, machineAt, officeAt } = look()
      return isDoubted ? { machineAt, officeAt } : null
    },
    trust() {
      isKnown = false
      follow(machine.now())
    },
    onTrusted(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
