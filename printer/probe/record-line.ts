import type { Line } from '../../line/line.ts'
import type { Said } from './transcript.ts'

/** Bytes as people read them: `10 04 01`. */
export const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ')

/** The same line, and what was said on it so far, both sides in their order; `nowMs` counts from anywhere. */
export function recordLine(line: Line, nowMs: () => number): { line: Line; said: readonly Said[]; stop(): void } {
  const said: Said[] = []
  const startedAt = nowMs()
  const note = (by: Said['by'], bytes: Uint8Array) => {
    if (bytes.length > 0) said.push({ ms: Math.round(nowMs() - startedAt), by, bytes: hexOf(bytes) })
  }
  const stop = line.onBytes((bytes) => note('printer', bytes))
  return {
    said,
    stop,
    line: {
      ...line,
      write(bytes) {
        note('host', bytes)
        return line.write(bytes)
      },
    },
  }
}
