/** How the line to a device stands. `opening`: nobody answers yet, it keeps trying. */
export type LineStatus = 'closed' | 'opening' | 'open'

/**
 * What became of bytes. `written`: the far end's driver took them all; what the device made of them is not known. `failed`:
 * some of them may have gone; `reason` is for the log.
 */
export type Written = { status: 'written' } | { status: 'failed'; reason: string }

/**
 * The line to one device, a printer or a scanner, whatever it is made of. It keeps itself open: after `open` it dials, and
 * dials again with growing pauses whenever the line is lost, until `close`. Trouble is a status, never an exception.
 */
export type Line = {
  open(): void
  status(): LineStatus
  /** Sends the bytes in order. Bounded in time; a line that does not take them is given up and dialled anew. */
  write(bytes: Uint8Array): Promise<Written>
  /** What the device says, in pieces as they come. Returns `stop`. */
  onBytes(listener: (bytes: Uint8Array) => void): () => void
  onStatus(listener: (status: LineStatus) => void): () => void
  /** Gives the line up and dials anew: for a device that has gone silent without hanging up. */
  redial(reason: string): void
  close(): Promise<void>
}

/** The clock hands of a line or a driver, so that tests turn them. `after` returns `cancel`. */
export type Timers = { after(ms: number, run: () => void): () => void }

/** The hands of the real clock. */
export const REAL_TIMERS: Timers = {
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

/** Where a device's happenings are told, as pino takes them. Nothing about a person is ever among the fields. */
export type DeviceLog = {
  info(fields: Record<string, unknown>, text: string): void
  warn(fields: Record<string, unknown>, text: string): void
}
