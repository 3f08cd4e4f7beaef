import type { Kysely } from 'kysely'
import type { Board, BoardOffice } from '../../protocol/hub/board.ts'
import { REGIONS } from '../../protocol/hub/regions.ts'
import type { Instant } from '../../protocol/ids.ts'
import { lineOf, summaryOf } from '../figures/summary.ts'
import { type Books, livedPage, type OfficeBook } from './books.ts'
import { type HeardBulletin, heardBulletins, type KnownOffice, knownOffices, waitingEvents } from './hub-store.ts'
import type { HubTables } from './hub-tables.ts'

/** An office tells how it is every ten seconds: after so long it is not heard. */
const SILENT_MS = 60_000

const stateOf = (heard: HeardBulletin | null, at: Instant): BoardOffice['state'] => {
  if (heard === null) return 'new'
  const { bulletin, heardAt } = heard
  if (at - heardAt > SILENT_MS) return 'silent'
  if (bulletin.telling === 'another-history') return 'other-history'
  return bulletin.outage !== null || bulletin.devices.toSee.some(({ care }) => care === 'now') ? 'trouble' : 'well'
}

const todayOf = (kept: OfficeBook | null, heard: HeardBulletin | null): BoardOffice['today'] => {
  const lived = kept && livedPage(kept)
  // What an office lived last is not today, when it says that its day is another one.
  if (lived === null || lived.day !== heard?.bulletin.day) return null
  const { visits, kept: windows, waits } = lineOf(summaryOf(lived))
  return { visits, kept: windows, waits }
}

const tileOf = (
  { office, region }: KnownOffice,
  kept: OfficeBook | null,
  heard: HeardBulletin | null,
  waiting: number,
  at: Instant,
): BoardOffice => {
  const { survey: _counted, ...bulletin } = heard?.bulletin ?? { survey: null, name: office }
  return {
    ...{ office, region, name: bulletin.name, state: stateOf(heard, at), heardAt: heard?.heardAt ?? null },
    ...{ waitingEvents: waiting, bulletin: 'at' in bulletin ? bulletin : null, today: todayOf(kept, heard) },
  }
}

/** Every office as it is at an instant of the hub's clock: of each as far as its events were folded, which nobody waits for. */
export const readBoard = async (
  { db, books }: { db: Kysely<HubTables>; books: Books },
  at: Instant,
): Promise<Board> => {
  const [offices, heard] = [await knownOffices(db), await heardBulletins(db)]
  const seen = offices.map((known) => ({ known, kept: books.seen(known.office) }))
  const places = seen.flatMap(({ known, kept }) => (kept === null ? [] : [[known.office, kept.place.seq] as const]))
  const waiting = await waitingEvents(db, new Map(places))
  return {
    at,
    regions: REGIONS.filter(({ id }) => offices.some(({ region }) => region === id)),
    offices: seen.map(({ known, kept }) =>
      tileOf(known, kept, heard.get(known.office) ?? null, waiting.get(known.office) ?? 0, at),
    ),
  }
}
