import type { Timers } from '../../line/line.ts'
import type { PrinterState } from '../../printer/simulated/printer-state.ts'
import { createRandom } from '../../printer/simulated/random.ts'
import type { SimulatedPrinter } from '../../printer/simulated/simulated-printer.ts'

/** A mishap that is yet to come: after so many bytes went through the head, or at the next cut. */
export type Mishap = { change: Partial<PrinterState>; afterBytes: number | 'cut' }

const CHANGES: readonly Partial<PrinterState>[] = [
  ...([{ paper: 'end' }, { cover: 'open' }, { power: 'off' }] as const),
  ...([{ error: 'cutter-jam' }, { error: 'head-hot' }, { error: 'unrecoverable' }] as const),
]

/**
 * A source of mishaps, the same for the same seed: each call is one paper, and comes to harm with the share `rate` (0–1),
 * somewhere within its first `bytes` bytes or at its cut; null for a paper that does not.
 */
export function createMishaps(given: { seed: number; rate: number; bytes: number }): () => Mishap | null {
  const { seed, rate, bytes } = given
  const random = createRandom(seed)
  const below = (n: number) => Math.floor(random() * n)
  return () => {
    if (random() >= rate) return null
    // A knife jams; nothing else makes a printer leave a cut out and go on.
    if (random() < 0.2) return { change: { error: 'cutter-jam' }, afterBytes: 'cut' }
    return { change: CHANGES[below(CHANGES.length)] ?? {}, afterBytes: 1 + below(bytes) }
  }
}

/** Lets the mishap wait for the next paper of this printer. */
export function prepareMishap(printer: SimulatedPrinter, { change, afterBytes }: Mishap): void {
  if (afterBytes === 'cut') printer.setDuringCut(change)
  else printer.setAfter(afterBytes, change)
}

/** A mishap at a time of its own, for a while: `power: 'off'` after `afterMs`, for `forMs`. What it was before comes back. */
export function happenAt(
  printer: SimulatedPrinter,
  timers: Timers,
  given: { afterMs: number; forMs: number; change: Partial<PrinterState> },
): void {
  timers.after(given.afterMs, () => {
    const before = printer.state()
    printer.set(given.change)
    timers.after(given.forMs, () => {
      const changed = Object.entries(before).filter(([key]) => key in given.change)
      printer.set(Object.fromEntries(changed))
    })
  })
}
