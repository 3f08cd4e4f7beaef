import { type Kysely, sql } from 'kysely'
import type { Lease } from './lease.ts'
import type { Tables } from './tables.ts'

/**
 * The lease's row, read under a lock, as the first part of a statement that writes. Who takes the lease meanwhile waits until
 * this is on disk, and what comes after that under the old number finds no row, and writes nothing.
 */
export const heldBy = ({ office, fence }: Pick<Lease, 'office' | 'fence'>) =>
  sql`held AS (SELECT office FROM leases WHERE office = ${office} AND fence = ${fence()} FOR SHARE)`

/**
 * Holds the lease until a transaction ends. A number that changed on the way is read anew; throws `Fenced` when another server has
 * the lease.
 */
export const holdLease = async (all: Kysely<Tables>, lease: Lease): Promise<void> => {
  for (;;) {
    const { rows } = await sql`WITH ${heldBy(lease)} SELECT office FROM held`.execute(all)
    if (rows.length > 0) return
    await lease.renumber()
  }
}
