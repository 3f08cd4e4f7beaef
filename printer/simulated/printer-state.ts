/** What a hand or a mishap can do to the simulated printer. */
export type PrinterState = {
  power: 'on' | 'off'
  cover: 'closed' | 'open'
  paper: 'ok' | 'near' | 'end'
  error: 'none' | 'cutter-jam' | 'head-hot' | 'unrecoverable'
}

/**
 * How much the unit answers. `all`: like Epson. `no-fence`: status, but not `GS r` (clones). `nothing`: takes bytes and
 * is silent (clones, USB).
 */
export type Talk = 'all' | 'no-fence' | 'nothing'

/** Switched on, closed, with paper. */
export const HEALTHY: PrinterState = { power: 'on', cover: 'closed', paper: 'ok', error: 'none' }

/** Whether it prints: anything else holds the bytes in the buffer. */
export function isOnline(state: PrinterState): boolean {
  return state.power === 'on' && state.cover === 'closed' && state.paper !== 'end' && state.error === 'none'
}

const bits = (...set: readonly [on: boolean, bit: number][]): number =>
  set.reduce((sum, [on, bit]) => (on ? sum | bit : sum), 0)

/**
 * The answer to DLE EOT `n` (1–4), null for another `n`. Bits as in Epson's reference; a unit at paper end also reports
 * near end.
 */
export function realtimeAnswer(state: PrinterState, n: number): number | null {
  const { cover, paper, error } = state
  switch (n) {
    case 1:
      return 0x12 | bits([!isOnline(state), 0x08])
    case 2:
      return 0x12 | bits([cover === 'open', 0x04], [paper === 'end', 0x20], [error !== 'none', 0x40])
    case 3:
      return (
        0x12 | bits([error === 'cutter-jam', 0x08], [error === 'unrecoverable', 0x20], [error === 'head-hot', 0x40])
      )
    case 4:
      return 0x12 | bits([paper !== 'ok', 0x0c], [paper === 'end', 0x60])
    default:
      return null
  }
}

/** The answer to GS r 1. At paper end the printer is offline and never comes to it. */
export function paperAnswer(state: PrinterState): number {
  return bits([state.paper === 'near', 0x03])
}
