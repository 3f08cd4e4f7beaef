/** What a hand or a mishap can do to the simulated printer. */
export type PrinterState = {
  power: 'on' | 'off'
  cover: 'closed' | 'open'
  paper: 'ok' | 'near' | 'end'
  error: 'none' | 'cutter-jam' | 'head-hot' | 'unrecoverable'
  /** The cause of an error is gone, and the printer waits until the host says how to go on (DLE ENQ). */
  awaitsHost: boolean
  /** Somebody holds the feed button. */
  feedKey: 'up' | 'down'
  /** The line of the cash drawer's switch. */
  drawerPin: 'low' | 'high'
  /** The mouth of a printer that holds its papers until they are taken; others have none. */
  presenter: 'empty' | 'ticket'
}

/**
 * How much the unit answers. `all`: whatever its model can. `no-fence`: status, but not `GS r` (clones). `nothing`: takes
 * bytes and is silent (clones, USB).
 */
export type Talk = 'all' | 'no-fence' | 'nothing'

/** Switched on, closed, with paper, nobody's hand on it. */
export const HEALTHY: PrinterState = {
  power: 'on',
  cover: 'closed',
  paper: 'ok',
  error: 'none',
  awaitsHost: false,
  feedKey: 'up',
  drawerPin: 'low',
  presenter: 'empty',
}

/** Whether what moves stops at once. A head that is too hot and a pressed feed button wait for the end of the row. */
export function stopsAtOnce({ power, cover, paper, error }: PrinterState): boolean {
  return power === 'off' || cover === 'open' || paper === 'end' || error === 'cutter-jam' || error === 'unrecoverable'
}

/** Whether it prints: anything else holds the bytes in the buffer. */
export function isOnline({ power, cover, paper, error, awaitsHost, feedKey }: PrinterState): boolean {
  return power === 'on' && cover === 'closed' && paper !== 'end' && error === 'none' && !awaitsHost && feedKey === 'up'
}
