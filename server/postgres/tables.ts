import { type Kysely, sql } from 'kysely'
import { migrate } from './migrate.ts'

/**
 * The rows of the offices in one database. Every key begins with the office, so that the tables can be distributed by it, and
 * an office's rows lie together.
 */
export type Tables = {
  events: { office: string; seq: number; at: number; by: string; command_id: string; event: string; link: string }
  commands: { office: string; command_id: string; at: number; digest: string; answer: string; proof: string }
  codes: { office: string; hash: string; key: string; day: string; proof: string }
  /** Who leads an office: `fence` grows with every change of hands, `until` is by the store's own clock. */
  leases: { office: string; fence: number; holder: string; address: string; until: Date }
  /** What is edited: the office, staff, devices, sources, receivers; and the snapshot of a start. */
  documents: { office: string; name: string; body: string }
  /** Answers of today by the key of their ticket, and those that were cut from it. */
  survey_today: { office: string; key: string; channel: string; answers: string }
  survey_answers: { office: string; id: string; month: string | null; channel: string; answers: string }
}

/** Each brings the tables one version on, whole or not at all. None is ever changed after it was released. */
const STEPS = [
  sql`
      CREATE TABLE events (office text, seq bigint, at bigint NOT NULL, by text NOT NULL, command_id text NOT NULL,
        event text NOT NULL, link text NOT NULL, PRIMARY KEY (office, seq));
      CREATE TABLE commands (office text, command_id text, at bigint NOT NULL, digest text NOT NULL, answer text NOT NULL,
        proof text NOT NULL, PRIMARY KEY (office, command_id));
      CREATE INDEX commands_at ON commands (office, at);
      CREATE TABLE codes (office text, hash text, key text NOT NULL, day text NOT NULL, proof text NOT NULL,
        PRIMARY KEY (office, hash));
      CREATE TABLE leases (office text PRIMARY KEY, fence bigint NOT NULL, holder text NOT NULL, address text NOT NULL,
        until timestamptz NOT NULL);
      CREATE TABLE documents (office text, name text, body text NOT NULL, PRIMARY KEY (office, name));
      CREATE TABLE survey_today (office text, key text, channel text NOT NULL, answers text NOT NULL, PRIMARY KEY (office, key));
      CREATE TABLE survey_answers (office text, id text, month text, channel text NOT NULL, answers text NOT NULL,
        PRIMARY KEY (office, id))`,
]

/** Makes or upgrades the tables of the offices in a database. Throws `NewerData` where a newer program was here. */
export const makeTables = (db: Kysely<Tables>): Promise<void> => migrate(db, 'antrean', STEPS)
