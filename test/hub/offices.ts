import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { HubPlace, Told } from '../../protocol/hub/report.ts'
import type { DayPage } from '../../server/history/day-page.ts'
import { openHistory } from '../../server/history/history.ts'
import { CHAIN_START } from '../../server/journal/chain.ts'
import type { Recorded } from '../../server/journal/journal.ts'
import { nextParcel } from '../../server/report/next-parcel.ts'

/** Where a hub stands before the first event. */
export const NOWHERE: HubPlace = { seq: 0, at: 0, link: CHAIN_START }

/** A journal that holds these events and nothing else. */
export const journalOf = (recorded: readonly Recorded[]) => ({
  async *read(afterSeq = 0) {
    for (const one of recorded) if (one.seq > afterSeq) yield one
  },
  lastSeq: () => recorded.at(-1)?.seq ?? 0,
})

/** All that an office tells of its journal, in order. */
export const tellAll = async (recorded: readonly Recorded[]): Promise<Told[]> => {
  const all: Told[] = []
  for (;;) {
    const told = await nextParcel(journalOf(recorded), all.at(-1) ?? NOWHERE)
    if (told.length === 0) return all
    all.push(...told)
  }
}

const ticketOf = ({ event }: Recorded): string | null => ('ticketId' in event ? event.ticketId : null)

/** The same days with some of their tickets alone: `keeps` says of each whether it is there. Numbered anew. */
export const withSome = (recorded: readonly Recorded[], keeps: (ticketId: string) => boolean): Recorded[] => {
  const kept = recorded.filter((one) => {
    const ticket = ticketOf(one)
    return ticket === null || keeps(ticket)
  })
  return kept.map((one, i) => ({ ...one, seq: i + 1 }))
}

/** The pages that the office itself writes of its days. */
export const ownPages = (recorded: readonly Recorded[]): DayPage[] => {
  const history = openHistory(join(mkdtempSync(join(tmpdir(), 'antrean-hub-')), 'history.db'))
  for (const one of recorded) history.take(one)
  const pages = history.pages('2000-01-01', '2100-01-01', recorded.at(-1)?.at ?? 0)
  history.close()
  return pages
}

/** Parts of at most so many, in order. */
export const inParts = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size))
