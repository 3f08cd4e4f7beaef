import { type Kysely, sql } from 'kysely'
import { migrate } from '../postgres/migrate.ts'

/**
 * The rows of the hub. Every key begins with the office, so that the tables can be distributed by it; only the readers belong to none.
 * Instants are epoch ms.
 */
export type HubTables = {
  /**
   * Who may tell something, and where its books stand: the event that opened the day that is lived (`seq` 0: none was folded), the
   * chain's link there, that day, what went over into it, and the office's document then. `pages` is the version of what a page
   * holds, `forgotten` how often a person had all of it forgotten.
   */
  hub_offices: {
    office: string
    region: string
    key_hash: string
    added_at: number
    seq: number
    at: number
    link: string
    day: string | null
    carried: string | null
    document: string | null
    pages: number
    forgotten: number
  }
  hub_events: { office: string; seq: number; before: number; at: number; event: string; link: string }
  /** Days that are over. `summary` is what is compared between offices. */
  hub_pages: { office: string; day: string; page: string; summary: string }
  /** The summaries of a month's days together, so that years are compared by their months. */
  hub_months: { office: string; month: string; summary: string }
  /** What an office last said of itself, and when by the hub's clock. */
  hub_bulletins: { office: string; heard_at: number; bulletin: string }
  hub_survey: { office: string; month: string; n: number; tally: string; weight: string }
  hub_readers: { name: string; key_hash: string; added_at: number }
}

const STEPS = [
  sql`
    CREATE TABLE hub_offices (office text PRIMARY KEY, region text NOT NULL, key_hash text NOT NULL, added_at bigint NOT NULL,
      seq bigint NOT NULL, at bigint NOT NULL, link text NOT NULL, day text, carried text, document text,
        pages int NOT NULL, forgotten int NOT NULL);
    CREATE TABLE hub_events (office text, seq bigint, before bigint NOT NULL, at bigint NOT NULL, event text NOT NULL,
      link text NOT NULL, PRIMARY KEY (office, seq));
    CREATE TABLE hub_pages (office text, day text, page text NOT NULL, summary text NOT NULL, PRIMARY KEY (office, day));
    CREATE TABLE hub_months (office text, month text, summary text NOT NULL, PRIMARY KEY (office, month));
    CREATE TABLE hub_bulletins (office text PRIMARY KEY, heard_at bigint NOT NULL, bulletin text NOT NULL);
    CREATE TABLE hub_survey (office text, month text, n int NOT NULL, tally text NOT NULL, weight text NOT NULL,
      PRIMARY KEY (office, month));
    CREATE TABLE hub_readers (name text PRIMARY KEY, key_hash text NOT NULL, added_at bigint NOT NULL)`,
]

/** Makes or upgrades the tables of a hub. Throws `NewerData` where a newer program was here. */
export const makeHubTables = (db: Kysely<HubTables>): Promise<void> => migrate(db, 'hub', STEPS)
