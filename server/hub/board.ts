import type { Kysely } from 'kysely'
import type { Board, BoardOffice } from '../../protocol/hub/board.ts'
import { REGIONS } from '../../protocol/hub/regions.ts'
import type { Instant } from '../../protocol/ids.ts'
import { lineOf, summaryOf } from '../figures/summary.ts'
import { type Books, livedPage, type OfficeBook } from './books.ts'
import { type HeardPulse, heardPulses, type KnownOffice, knownOffices, waitingEvents } from './hub-store.ts'
import type { HubTables } from './hub-tables.ts'

/** An office tells how it is every ten seconds: after so long it is not heard. */
const SILENT_MS = 60_000

const stateOf = (heard: HeardPulse | null, at: Instant): BoardOffice['state'] => {
  if (heard === null) return 'new'
  const { pulse, heardAt } = heard
  if (at - heardAt > SILENT_MS) return 'silent'
  if (pulse.telling === 'another-history') return 'other-history'
  return pulse.outage !== null || pulse.devices.toSee.some(({ care }) => care === 'now') ? 'trouble' : 'well'
}

const todayOf = (kept: OfficeBook, heard: HeardPulse | null): BoardOffice['today'] => {
  const lived = livedPage(kept)
  // What an office lived last is not today, when it says that its day is another one.
  if (lived === null || lived.day !== heard?.pulse.day) return null
  const { visits, kept: windows, waits } = lineOf(summaryOf(lived))
  return { visits, kept: windows, waits }
}

const tileOf = (
  { office, region }: KnownOffice,
  kept: OfficeBook,
  heard: HeardPulse | null,
  waiting: number,
  at: Instant,
): BoardOffice => {
  const { survey: _counted, ...pulse } = heard?.pulse ?? { survey: null, name: office }
  return {
    ...{ office, region, name: pulse.name, state: stateOf(heard, at), heardAt: heard?.heardAt ?? null },
    ...{ waitingEvents: waiting, pulse: 'at' in pulse ? pulse : null, today: todayOf(kept, heard) },
  }
}

/** Every office as it is at an instant of the hub's clock. */
export const readBoard = async (
  { db, books }: { db: Kysely<HubTables>; books: Books },
  at: Instant,
): Promise<Board> => {
  const [offices, heard] = [await knownOffices(db), await heardPulses(db)]
  const kept = new Map<string, OfficeBook>()
  for (const { office } of offices) kept.set(office, await books.follow(office))
  const waiting = await waitingEvents(db, new Map([...kept].map(([office, { place }]) => [office, place.seq])))
  return {
    at,
    regions: REGIONS.filter(({ id }) => offices.some(({ region }) => region === id)),
    offices: offices.flatMap((known) => {
      const book = kept.get(known.office)
      return book === undefined
        ? []
        : [tileOf(known, book, heard.get(known.office) ?? null, waiting.get(known.office) ?? 0, at)]
    }),
  }
}
