import { JournalDamage } from './journal/journal.ts'
import { type Links, readChain } from './journal/read-chain.ts'
import { type KeptVersion, noteVersion } from './keep-office.ts'
import { evolve } from './rules/evolve.ts'
import { NOTHING_YET } from './rules/state.ts'
import type { Snapshot } from './snapshot.ts'

/** As far as a server that stands by has read: the state at an event, that event's link, and the days that it saw opened. */
export type Ahead = Snapshot & { link: string; opened: readonly Snapshot[] }

/** Events of one look: it takes some tenths of a second, after which the server asks again whether anybody leads. */
const AT_ONCE = 1_000
/** A snapshot is kept of the day before: more than two are not asked for. */
const DAYS_KEPT = 2

const NOTHING: Ahead = { seq: 0, at: 0, state: NOTHING_YET, versions: [], link: '', opened: [] }

/**
 * Folds along what another server records, so that a take-over has a second's events left to read and not the whole day. `begin`
 * gives the snapshot from which the first look goes on. `look` answers whether it has read all there is. Where the chain is damaged it
 * has read nothing and goes no further: the start itself finds that and says so.
 */
export const readAlong = (
  begin: (links: Links) => Promise<Snapshot | null>,
): { look(links: Links): Promise<boolean>; ahead(): Ahead | null } => {
  let ahead: Ahead | null = null
  let isDamaged = false

  const readOn = async (links: Links, from: Ahead): Promise<Ahead> => {
    let { seq, at, state } = from
    const versions: KeptVersion[] = [...from.versions]
    const opened = [...from.opened]
    for await (const recorded of readChain(links, seq)) {
      const { event } = recorded
      state = evolve(state, event, recorded.at)
      ;[seq, at] = [recorded.seq, Math.max(at, recorded.at)]
      noteVersion(versions, recorded, event)
      if (event.type === 'DayOpened') opened.push({ seq, at, state, versions: [...versions] })
      if (seq - from.seq === AT_ONCE) break
    }
    if (seq === from.seq) return from
    const link = (await links.linkAt(seq)) ?? ''
    return { seq, at, state, versions, link, opened: opened.slice(-DAYS_KEPT) }
  }

  return {
    ahead: () => (isDamaged ? null : ahead),
    async look(links) {
      if (isDamaged) return true
      ahead ??= { ...NOTHING, ...(await begin(links)) }
      const { seq } = ahead
      try {
        ahead = await readOn(links, ahead)
        return ahead.seq - seq < AT_ONCE
      } catch (trouble) {
        if (!(trouble instanceof JournalDamage)) throw trouble
        isDamaged = true
        return true
      }
    },
  }
}
