import type { Document } from '../../config/document.ts'
import type { Refusal } from '../../protocol/refusals.ts'
import type { StaffEntry, StaffList } from './documents.ts'
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

const withEntry = (list: StaffList, entry: StaffEntry): StaffList => {
  const others = list.staff.filter((one) => one.number !== entry.number)
  const strangers = others.filter((one) => one.pin === null).toSorted((a, b) => a.lockedUntilAt - b.lockedUntilAt)
  const dropped = entry.pin === null && strangers.length >= STRANGERS ? strangers[0] : undefined
  return { ...list, staff: [...others.filter((one) => one !== dropped), entry] }
}

/** Tries a number and a PIN at a place: null when they are right, else why not. */
export type TryPin = (place: string, number: string, pin: string) => Promise<Refusal | null>

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
  const limiter = makeLimiter(TRIES_PER_MIN, now)
  let last: Promise<unknown> = Promise.resolve()

  const attempt = async (place: string, number: string, pin: string): Promise<Refusal | null> => {
    const entry = staff.read().staff.find((one) => one.number === number)
    const failures = entry?.failures ?? 0
    // Never longer than the rule says, also when the clock was set back in the meantime.
    const waitMs = Math.min((entry?.lockedUntilAt ?? 0) - now(), delayAfter(failures))
    if (waitMs > 0) return locked(waitMs)
    const limitedMs = limiter.take(place)
    if (limitedMs > 0) return locked(limitedMs)

    const set = (count: number) =>
      staff.change((list) =>
        withEntry(list, {
          number,
          rank: list.staff.find((one) => one.number === number)?.rank ?? 'staff',
          pin: list.staff.find((one) => one.number === number)?.pin ?? null,
          failures: count,
          lockedUntilAt: count === 0 ? 0 : now() + delayAfter(count),
        }),
      )
    await set(failures + 1)
    const isRight = await matchesPin(pin, entry?.pin ?? null)
    counted(number, isRight ? failures : failures + 1)
    if (!isRight) return { code: 'sign-in-failed' }
    await set(0)
    return null
  }

  return (place, number, pin) => {
    const mine = last.then(() => attempt(place, number, pin))
    // The next one only waits; what went wrong with mine is told to the one who asked.
    last = Promise.allSettled([mine])
    return mine
  }
}
