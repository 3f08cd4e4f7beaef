const WIDTH = 30
const EVERY_MS = 100

/** Tells on a terminal how far a long run is. */
export type Progress = { step(): void; end(): void }

/**
 * A bar for `total` steps on `stream`, with the time that is likely left; silent where that is no terminal. `end` wipes it
 * away.
 */
export const showProgress = (total: number, stream: NodeJS.WriteStream = process.stderr): Progress => {
  if (!stream.isTTY) return { step: () => {}, end: () => {} }
  const startedAt = performance.now()
  let [done, drawnAt] = [0, 0]
  return {
    step() {
      done += 1
      const now = performance.now()
      if (now - drawnAt < EVERY_MS && done < total) return
      drawnAt = now
      const share = done / total
      const leftSec = Math.ceil(((now - startedAt) / done) * ((total - done) / 1000))
      const bar = '█'.repeat(Math.round(share * WIDTH)).padEnd(WIDTH, '░')
      stream.write(`\r${bar} ${Math.floor(share * 100)} %, ${done} of ${total} days, ${leftSec} s left\x1b[K`)
    },
    end: () => void stream.write('\r\x1b[K'),
  }
}
