import { createHash } from 'node:crypto'

/** The chain's start, before the first event. */
export const CHAIN_START = '0'.repeat(64)

/** The columns of an event row that the chain protects, as they are stored. */
export type Link = { seq: number; at: number; by: string; command_id: string; event: string }

/**
 * The link after `previous`: SHA-256 over it and the row, hexadecimal. A flipped byte passes SQLite's own integrity
 * check; it does not pass this.
 */
export const nextLink = (previous: string, row: Link): string =>
  createHash('sha256')
    .update(JSON.stringify([previous, row.seq, row.at, row.by, row.command_id, row.event]))
    .digest('hex')

/** An event row with its link, as a store keeps it. */
export type Linked = Link & { link: string }

/** What stands beside a row that is in no chain, because it is forgotten one day: a digest of its columns. */
export const proofOf = (...columns: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(columns)).digest('base64url')
