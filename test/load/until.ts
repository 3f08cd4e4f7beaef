const LOOK_MS = 20

/** Rests for so long, ms. */
export const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Resolves when `holds` does; rejects with `what` after `ms`, so that nothing waits for ever without a word. */
export const until = async (what: string, holds: () => boolean | Promise<boolean>, ms = 60_000): Promise<void> => {
  const endAt = performance.now() + ms
  while (!(await holds())) {
    if (performance.now() > endAt) throw new Error(`${what}: not within ${ms / 1000} s`)
    await rest(LOOK_MS)
  }
}
