import type { PrinterState } from './printer-state.ts'

/** What a key of the terminal does to the simulated printer; null for a key that does nothing. */
export type Deed = { kind: 'set'; change: Partial<PrinterState> } | { kind: 'take' | 'quit' } | null

/** What the keys do, for people. */
export const KEYS_HELP =
  'p paper out or in, n paper low, c cover, j jam, h hot, o power, f feed button, t take ticket, q quit'

const CONTROL_C = '\u0003'

/** Each key is a switch: pressed again it undoes what it did. Anything but the keys of `KEYS_HELP` does nothing. */
export function chooseDeed(key: string, state: PrinterState): Deed {
  const set = (change: Partial<PrinterState>): Deed => ({ kind: 'set', change })
  switch (key) {
    case 'p':
      return set({ paper: state.paper === 'end' ? 'ok' : 'end' })
    case 'n':
      return set({ paper: state.paper === 'near' ? 'ok' : 'near' })
    case 'c':
      return set({ cover: state.cover === 'open' ? 'closed' : 'open' })
    case 'j':
      return set({ error: state.error === 'cutter-jam' ? 'none' : 'cutter-jam' })
    case 'h':
      return set({ error: state.error === 'head-hot' ? 'none' : 'head-hot' })
    case 'f':
      return set({ feedKey: state.feedKey === 'down' ? 'up' : 'down' })
    case 'o':
      return set({ power: state.power === 'on' ? 'off' : 'on' })
    case 't':
      return { kind: 'take' }
    case 'q':
    case CONTROL_C:
      return { kind: 'quit' }
    default:
      return null
  }
}

/** How the printer stands, in one line for people. */
export function describeState({ power, cover, paper, error, awaitsHost, feedKey, presenter }: PrinterState): string {
  if (power === 'off') return 'power off'
  return [
    cover === 'open' ? 'cover open' : null,
    paper === 'ok' ? null : paper === 'near' ? 'paper low' : 'paper out',
    error === 'none' ? null : error.replace('-', ' '),
    awaitsHost ? 'waits for its host' : null,
    feedKey === 'down' ? 'feed button held' : null,
    presenter === 'ticket' ? 'ticket in its mouth' : null,
  ]
    .filter((part) => part !== null)
    .join(', ')
    .replace(/^$/, 'ready')
}
