import { sql } from 'kysely'
import type { Lease } from './lease.ts'

/**
 * The lease's row, read under a lock, as the first part of a statement that writes. Who takes the lease meanwhile waits until
 * this is on disk, and what comes after that under the old number finds no row, and writes nothing.
 */
export const heldBy = ({ office, fence }: Pick<Lease, 'office' | 'fence'>) =>
  sql`held AS (SELECT office FROM leases WHERE office = ${office} AND fence = ${fence()} FOR SHARE)`
