import type { DeviceStatus } from '../protocol/commands.ts'

/** DLE EOT `n`: real-time status, answered at once and also while the printer is offline. */
export const statusQuery = (n: 1 | 2 | 3 | 4): Uint8Array => Uint8Array.of(0x10, 0x04, n)

/** GS r 1: answered when the printer's buffer has come to it, so it proves what stands before it was taken up. */
export const FENCE = Uint8Array.of(0x1d, 0x72, 0x01)

/** DLE ENQ 2: forget what is in the buffers. Without it a paper that was broken off comes out after the refill. */
export const CLEAR_BUFFERS = Uint8Array.of(0x10, 0x05, 0x02)

/** Initialise, three feeds, partial cut: what a broken-off paper left behind is cut off, settings are as after power-on. */
export const CUT_OFF_REST = Uint8Array.of(0x1b, 0x40, 0x0a, 0x0a, 0x0a, 0x1d, 0x56, 0x01)

/** Whether a byte is an answer to DLE EOT, and so not XON, XOFF, ASB or an answer to GS r (Epson's appendix). */
export const isStatusAnswer = (byte: number): boolean => (byte & 0x93) === 0x12

/** Whether a byte is an answer to GS r. */
export const isFenceAnswer = (byte: number): boolean => (byte & 0x90) === 0x00

/** Whether the answer to DLE EOT 1 says that the printer is not printing. */
export const isOffline = (answer: number): boolean => (answer & 0x08) !== 0

/**
 * What the four answers to DLE EOT 1–4 mean, the first thing that a person must repair before the others: cover, paper,
 * fault, then offline without a reason (feed button), then paper that is running low.
 */
export function readDeviceStatus(answers: readonly [number, number, number, number]): DeviceStatus {
  const [printer, cause, error, paper] = answers
  if (cause & 0x04) return 'cover-open'
  if (cause & 0x20 || (paper & 0x60) === 0x60) return 'no-paper'
  if (cause & 0x40 || error & 0x68) return 'fault'
  if (isOffline(printer)) return 'offline'
  return (paper & 0x0c) === 0x0c ? 'paper-low' : 'ready'
}
