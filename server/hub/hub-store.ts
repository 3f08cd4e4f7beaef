import { type Kysely, sql } from 'kysely'
import { Bulletin, type OfficeId, SurveyMonth } from '../../protocol/hub/report.ts'
import type { Instant } from '../../protocol/ids.ts'
import { SurveyWeight } from '../../protocol/survey.ts'
import { CHAIN_START } from '../journal/chain.ts'
import type { HubTables } from './hub-tables.ts'

/** An office as the hub knows it. */
export type KnownOffice = { office: OfficeId; region: string }
/** What an office last said of itself, and when by the hub's clock. */
export type HeardBulletin = { heardAt: Instant; bulletin: Bulletin }
/** The survey of one office in one month. */
export type OfficeMonth = { office: string; weight: SurveyWeight } & Pick<SurveyMonth, 'month' | 'n' | 'tally'>

/** Before the first event. */
const BEGUN = { seq: 0, at: 0, link: CHAIN_START, day: null, carried: null, document: null, pages: 0 }

/** Adds an office, or gives one that is there another key and region: the key before it is void. */
export const putOffice = async (
  db: Kysely<HubTables>,
  { office, region, keyHash, at }: KnownOffice & { keyHash: string; at: Instant },
): Promise<void> => {
  const given = { region, key_hash: keyHash }
  await db
    .insertInto('hub_offices')
    .values({ office, ...given, added_at: at, ...BEGUN, forgotten: 0 })
    .onConflict((same) => same.column('office').doUpdateSet(given))
    .execute()
}

/** Forgets what an office told, so that it tells everything anew; its key and region stay. False where there is no such office. */
export const forgetOffice = (db: Kysely<HubTables>, office: string): Promise<boolean> =>
  db.transaction().execute(async (all) => {
    const begun = { ...BEGUN, forgotten: sql<number>`forgotten + 1` }
    const { numUpdatedRows } = await all
      .updateTable('hub_offices')
      .set(begun)
      .where('office', '=', office)
      .executeTakeFirst()
    for (const table of ['hub_events', 'hub_pages', 'hub_months', 'hub_bulletins', 'hub_survey'] as const)
      await all.deleteFrom(table).where('office', '=', office).execute()
    return numUpdatedRows > 0n
  })

/** Adds a reader, or gives one that is there another key. */
export const putReader = async (
  db: Kysely<HubTables>,
  { name, keyHash, at }: { name: string; keyHash: string; at: Instant },
): Promise<void> => {
  await db
    .insertInto('hub_readers')
    .values({ name, key_hash: keyHash, added_at: at })
    .onConflict((same) => same.column('name').doUpdateSet({ key_hash: keyHash }))
    .execute()
}

/** Takes a reader's key away. False where there is no such reader. */
export const removeReader = async (db: Kysely<HubTables>, name: string): Promise<boolean> =>
  (await db.deleteFrom('hub_readers').where('name', '=', name).executeTakeFirst()).numDeletedRows > 0n

/** The readers' names. */
export const readerNames = async (db: Kysely<HubTables>): Promise<string[]> =>
  (await db.selectFrom('hub_readers').select('name').orderBy('name').execute()).map(({ name }) => name)

/** Whether this hash is that of the office's key. */
export const isOfficeKey = async (db: Kysely<HubTables>, office: string, keyHash: string): Promise<boolean> => {
  const found = db
    .selectFrom('hub_offices')
    .select('office')
    .where('office', '=', office)
    .where('key_hash', '=', keyHash)
  return (await found.executeTakeFirst()) !== undefined
}

/** Whose key has this hash, null where nobody's. */
export const readerOf = async (db: Kysely<HubTables>, keyHash: string): Promise<string | null> =>
  (await db.selectFrom('hub_readers').select('name').where('key_hash', '=', keyHash).executeTakeFirst())?.name ?? null

/** Every office, in the order of regions and ids. */
export const knownOffices = async (db: Kysely<HubTables>): Promise<KnownOffice[]> =>
  db.selectFrom('hub_offices').select(['office', 'region']).orderBy('region').orderBy('office').execute()

/** Keeps the newest bulletin of an office, and the months of its survey that came with it: the one that was heard last, whatever its clock. */
export const keepBulletin = async (
  db: Kysely<HubTables>,
  office: string,
  { bulletin, heardAt }: HeardBulletin,
): Promise<void> => {
  const { survey, ...rest } = bulletin
  await db.transaction().execute(async (all) => {
    const text = JSON.stringify({ ...rest, survey: { ...survey, months: [] } })
    const heard = { heard_at: heardAt, bulletin: text }
    await all
      .insertInto('hub_bulletins')
      .values({ office, ...heard })
      .onConflict((same) => same.column('office').doUpdateSet(heard))
      .execute()
    // Another history is not this office's.
    for (const { month, n, tally } of bulletin.telling === 'on' ? survey.months : []) {
      const counted = { n, tally: JSON.stringify(tally), weight: survey.weight }
      await all
        .insertInto('hub_survey')
        .values({ office, month, ...counted })
        .onConflict((same) => same.columns(['office', 'month']).doUpdateSet(counted))
        .execute()
    }
  })
}

/** What every office that was heard last said, by its id. */
export const heardBulletins = async (db: Kysely<HubTables>): Promise<Map<string, HeardBulletin>> => {
  const rows = await db.selectFrom('hub_bulletins').selectAll().execute()
  return new Map(
    rows.map(({ office, heard_at, bulletin }) => [
      office,
      { heardAt: heard_at, bulletin: Bulletin.parse(JSON.parse(bulletin)) },
    ]),
  )
}

/** The survey of these offices in whole months, both ends included. */
export const surveyMonths = async (
  db: Kysely<HubTables>,
  offices: readonly string[],
  { from, until }: { from: string; until: string },
): Promise<OfficeMonth[]> => {
  const rows = await db
    .selectFrom('hub_survey')
    .selectAll()
    .where('office', 'in', [...offices, ''])
    .where('month', '>=', from)
    .where('month', '<=', until)
    .orderBy('month')
    .execute()
  return rows.map(({ office, month, n, tally, weight }) => ({
    ...{ office, weight: SurveyWeight.parse(weight) },
    ...SurveyMonth.parse({ month, n, tally: JSON.parse(tally) }),
  }))
}

/** More events than this that wait are counted as so many. */
const WAITING_MAX = 1_000

/** Of each office how many events lie behind the place to which it was folded, `WAITING_MAX` at most. */
export const waitingEvents = async (
  db: Kysely<HubTables>,
  places: ReadonlyMap<string, number>,
): Promise<Map<string, number>> => {
  const [offices, seqs] = [[...places.keys()], [...places.values()]]
  const { rows } = await sql<{ office: string; n: number }>`
    SELECT place.office, waiting.n FROM unnest(${offices}::text[], ${seqs}::bigint[]) AS place (office, seq),
      LATERAL (SELECT count(*) AS n FROM (SELECT 1 FROM hub_events
        WHERE hub_events.office = place.office AND hub_events.seq > place.seq LIMIT ${WAITING_MAX}) AS behind) AS waiting`.execute(
    db,
  )
  return new Map(rows.map(({ office, n }) => [office, n]))
}
