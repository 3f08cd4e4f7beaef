import { useState } from 'preact/hooks'
import type { InHand } from './choose-screen.ts'

/** The originals that staff have seen of the case in hand, by name. */
export type Ticks = { seen: readonly string[]; toggle(document: string): void }

/** Remembers ticks on this page alone, also while it is locked, and forgets them with the case. */
export const useTicks = (inHand: InHand | null): Ticks => {
  const theCase = inHand === null ? '' : `${inHand.ticketId} ${inHand.startedAt}`
  const [ticked, setTicked] = useState<{ theCase: string; seen: readonly string[] }>({ theCase, seen: [] })
  const seen = ticked.theCase === theCase ? ticked.seen : []
  return {
    seen,
    toggle: (document) =>
      setTicked({
        theCase,
        seen: seen.includes(document) ? seen.filter((other) => other !== document) : [...seen, document],
      }),
  }
}
