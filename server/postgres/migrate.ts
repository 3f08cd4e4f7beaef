import { type Kysely, type RawBuilder, sql } from 'kysely'
import { NewerData } from '../journal/journal.ts'

/** Any number that nothing else in the database uses: servers that start together make the tables one after the other. */
const MIGRATING = 4_100_001

/** How many steps were done; 0 where there is nothing. */
const versionIn = async <T>(db: Kysely<T>, name: string): Promise<number> => {
  const { rows: tables } = await sql<{ there: boolean }>`SELECT to_regclass(${name}) IS NOT NULL AS there`.execute(db)
  if (!tables[0]?.there) return 0
  const { rows } = await sql<{ version: number }>`SELECT version FROM ${sql.table(name)}`.execute(db)
  return rows[0]?.version ?? 0
}

/**
 * Brings tables to the last of their steps, each whole or not at all; the table `name` says how many were done. Throws `NewerData`
 * where a newer program was here.
 */
export const migrate = async <T>(
  db: Kysely<T>,
  name: 'antrean' | 'hub',
  steps: readonly RawBuilder<unknown>[],
): Promise<void> => {
  // A store that takes nothing just now is no reason not to read what it has.
  if ((await versionIn(db, name)) === steps.length) return
  await db.transaction().execute(async (all) => {
    await sql`SELECT pg_advisory_xact_lock(${MIGRATING})`.execute(all)
    await sql`CREATE TABLE IF NOT EXISTS ${sql.table(name)} (version int NOT NULL)`.execute(all)
    const found = await versionIn(all, name)
    if (found > steps.length) throw new NewerData(found, steps.length)
    for (const step of steps.slice(found)) await step.execute(all)
    if (found === steps.length) return
    await sql`DELETE FROM ${sql.table(name)}`.execute(all)
    await sql`INSERT INTO ${sql.table(name)} VALUES (${steps.length})`.execute(all)
  })
}
