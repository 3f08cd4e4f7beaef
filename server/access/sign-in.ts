import type { Document } from '../../config/document.ts'
import type { Refusal } from '../../protocol/refusals.ts'
import { NO_TRIES, type StaffEntry, type StaffList } from './documents.ts'
import { makeLimiter } from './limiter.ts'
import { matchesPin } from './pin.ts'

const DELAY_FROM = 3
const FIRST_DELAY_MS = 5_000
/** From so many wrong tries in a row on, each locks the number for half an hour. */
export const LOCK_FROM = 10
const LOCK_MS = 30 * 60_000
/** Numbers nobody has are remembered up to here, so that trying them all cannot fill the disk. */
const STRANGERS = 100
/** A morning's rush fits; somebody trying every number with one PIN does not. Tries per minute. */
const TRIES_PER_MIN = { perKey: 10, inAll: 60 }

/** How long the next try has to wait after so many wrong ones in a row, ms: 5, 10, 20 … 320 s, then half an hour. */
export const delayAfter = (failures: number): number => {
  if (failures < DELAY_FROM) return 0
  return failures < LOCK_FROM ? FIRST_DELAY_MS * 2 ** (failures - DELAY_FROM) : LOCK_MS
}

const locked = (waitMs: number): Refusal => ({ code: 'sign-in-locked', retryInSec: Math.ceil(waitMs / 1000) })

const lastLock = ({ lockedUntilAt, atDesk }: StaffEntry): number => Math.max(lockedUntilAt, atDesk.lockedUntilAt)

const withEntry = (list: StaffList, entry: StaffEntry): StaffList => {
  const others = list.staff.filter((one) => one.number !== entry.number)
  const strangers = others.filter((one) => one.pin === null).toSorted((a, b) => lastLock(a) - lastLock(b))
  const dropped = entry.pin === null && strangers.length >= STRANGERS ? strangers[0] : undefined
  return { ...list, staff: [...others.filter((one) => one !== dropped), entry] }
}

/** Where a PIN is tried: at a paired counter or at the desk, where anybody may. `key`: which one of them, its place or address. */
export type TriedAt = { kind: 'counter' | 'desk'; key: string }

type Tries = Pick<StaffEntry, 'failures' | 'lockedUntilAt'>
const triesOf = (entry: StaffEntry, { kind }: TriedAt): Tries => (kind === 'desk' ? entry.atDesk : entry)
const withTries = (entry: StaffEntry, { kind }: TriedAt, tries: Tries): StaffEntry =>
  kind === 'desk' ? { ...entry, atDesk: tries } : { ...entry, ...tries }

/** Tries a number and a PIN at a place: null when they are right, else why not. */
export type TryPin = (at: TriedAt, number: string, pin: string) => Promise<Refusal | null>

/**
 * The check of PINs with its brakes. Every try is counted on disk *before* it is looked at, so that killing the server
 * gives no free ones, and tries run one after the other, so that asking at once gives none either. A number that nobody
 * has goes the same way as one that somebody has. `counted` hears of every try how many wrong ones in a row there were with
 * it; of a right one, how many before it.
 */
export const makeTryPin = (
  staff: Document<StaffList>,
  now: () => number,
  counted: (number: string, failures: number) => void = () => {},
): TryPin => {
  // Each kind of place has its own brakes: a guesser at the desk slows no counter down.
  const limiters = { counter: makeLimiter(TRIES_PER_MIN, now), desk: makeLimiter(TRIES_PER_MIN, now) }
  let last: Promise<unknown> = Promise.resolve()
  const entryOf = (list: StaffList, number: string): StaffEntry =>
    list.staff.find((one) => one.number === number) ?? {
      ...{ number, rank: 'staff', pin: null, atDesk: NO_TRIES },
      ...NO_TRIES,
    }

  const attempt = async (at: TriedAt, number: string, pin: string): Promise<Refusal | null> => {
    const entry = entryOf(staff.read(), number)
    const { failures, lockedUntilAt } = triesOf(entry, at)
    // Never longer than the rule says, also when the clock was set back in the meantime.
    const waitMs = Math.min(lockedUntilAt - now(), delayAfter(failures))
    if (waitMs > 0) return locked(waitMs)
    const limitedMs = limiters[at.kind].take(at.key)
    if (limitedMs > 0) return locked(limitedMs)

    const set = (count: number) => {
      const tries = count === 0 ? NO_TRIES : { failures: count, lockedUntilAt: now() + delayAfter(count) }
      return staff.change((list) => withEntry(list, withTries(entryOf(list, number), at, tries)))
    }
    await set(failures + 1)
    const isRight = await matchesPin(pin, entry.pin)
    counted(number, isRight ? failures : failures + 1)
    if (!isRight) return { code: 'sign-in-failed' }
    await set(0)
    return null
  }

  return (at, number, pin) => {
    const mine = last.then(() => attempt(at, number, pin))
    // The next one only waits; what went wrong with mine is told to the one who asked.
    last = Promise.allSettled([mine])
    return mine
  }
}
