import { type Kysely, sql } from 'kysely'
import type { Parcel, Told } from '../../protocol/hub/report.ts'
import type { HubTables } from './hub-tables.ts'

/** What came of a parcel: kept, or another event stands under one of its numbers, so that the office has another history. */
export type Taken = { status: 'kept' } | { status: 'another-history'; seq: number }

const columnsOf = (told: readonly Told[]) => ({
  seqs: told.map(({ seq }) => seq),
  befores: told.map(({ before }) => before),
  ats: told.map(({ at }) => at),
  events: told.map(({ event }) => event),
  links: told.map(({ link }) => link),
})

/**
 * Keeps the events of a parcel, each once, in one statement: in any order, and however often they come. Where one of them is not the one
 * that stands under its number, nothing of the parcel is kept.
 */
export const takeParcel = async (db: Kysely<HubTables>, office: string, { told }: Parcel): Promise<Taken> => {
  const { seqs, befores, ats, events, links } = columnsOf(told)
  const { rows } = await sql<{ seq: number }>`
    WITH given AS (
      SELECT * FROM unnest(${seqs}::bigint[], ${befores}::bigint[], ${ats}::bigint[], ${events}::text[], ${links}::text[])
        AS given (seq, before, at, event, link)),
    other AS (
      SELECT given.seq FROM given JOIN hub_events AS kept ON kept.office = ${office} AND kept.seq = given.seq
        WHERE kept.link <> given.link),
    added AS (
      INSERT INTO hub_events (office, seq, before, at, event, link)
        SELECT ${office}, seq, before, at, event, link FROM given WHERE NOT EXISTS (SELECT 1 FROM other)
        ON CONFLICT DO NOTHING)
    SELECT min(seq) AS seq FROM other HAVING count(*) > 0`.execute(db)
  const [other] = rows
  return other === undefined ? { status: 'kept' } : { status: 'another-history', seq: other.seq }
}
