/** Counts what happened in the last minute, per key and over all keys. */
export type Limiter = {
  /** Takes one if there is room: 0; otherwise nothing is taken and the answer is how long to wait, ms. */
  take(key: string): number
}

const MINUTE_MS = 60_000

/** At most `perKey` in a minute for one key and `inAll` for all of them together. `now` in ms. */
export const makeLimiter = (limits: { perKey: number; inAll: number }, now: () => number): Limiter => {
  let taken: { key: string; at: number }[] = []
  const waitMs = (of: { at: number }[], limit: number, at: number): number => {
    const oldest = of.at(-limit)
    return oldest === undefined ? 0 : oldest.at + MINUTE_MS - at
  }
  return {
    take(key) {
      const at = now()
      // A clock that went back must not keep old entries for long: what lies in the future is dropped too.
      taken = taken.filter((one) => one.at <= at && at - one.at < MINUTE_MS)
      const ofKey = taken.filter((one) => one.key === key)
      const wait = Math.max(waitMs(ofKey, limits.perKey, at), waitMs(taken, limits.inAll, at))
      if (wait <= 0) taken.push({ key, at })
      return Math.max(0, wait)
    },
  }
}
