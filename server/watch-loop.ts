import { Gauge, type Registry } from 'prom-client'

/** How often the loop is looked at, ms. */
const LOOK_MS = 500
/** From here on a pause of the loop is told (reliability F46), ms. */
const PAUSE_MS = 2_000

/**
 * Watches whether this process gets its turn: tells of every pause of 2 s and more once it is over, and keeps the longest
 * since it was last asked for as a figure. What ends a pause that does not end is the supervisor of the machine, which
 * hears `onTurn` no more.
 */
export const watchLoop = (options: {
  metrics: Registry
  log: { warn(fields: object, message: string): void }
  onTurn: () => void
}): { stop(): void } => {
  const { metrics, log, onTurn } = options
  let longestMs = 0
  let lookedAtMs = performance.now()
  const gauge = new Gauge({
    name: 'antrean_loop_pause_seconds',
    help: 'Longest time for which the server had no turn since this was last asked',
    registers: [metrics],
    collect() {
      gauge.set(longestMs / 1000)
      longestMs = 0
    },
  })
  const timer = setInterval(() => {
    const nowMs = performance.now()
    const pausedMs = nowMs - lookedAtMs - LOOK_MS
    lookedAtMs = nowMs
    longestMs = Math.max(longestMs, pausedMs)
    if (pausedMs >= PAUSE_MS) log.warn({ pausedMs: Math.round(pausedMs) }, 'the server had no turn for a while')
    onTurn()
  }, LOOK_MS)
  return { stop: () => clearInterval(timer) }
}
