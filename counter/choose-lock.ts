/** How long before a counter locks itself this is announced, ms. */
export const LOCK_SOON_MS = 30_000

/**
 * Seconds until a counter that was not touched for `untouchedMs` locks itself: 0 when it is due, null while it need not be
 * said. `lockMin` is the office's setting, 0 for never.
 */
export const chooseLock = (untouchedMs: number, lockMin: number): number | null => {
  const leftMs = lockMin * 60_000 - untouchedMs
  return lockMin === 0 || leftMs > LOCK_SOON_MS ? null : Math.max(0, Math.ceil(leftMs / 1000))
}
