import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { StoreProblem } from './store-problem.ts'
import type { Tables } from './tables.ts'

/** One office asks one thing after the other; its lease, its readers and its documents have a connection each. */
const CONNECTIONS_MAX = 4
/** How long a connection may take to open, and a question to be answered, ms. */
const CONNECT_MS = 2_000
const QUESTION_MS = 4_000

const INT8 = 20

/** A server that stopped in the middle of a transaction gives back what it holds after so long, ms; who takes over waits for that. */
const ASLEEP_MS = 1_500
/** Likewise one whose network is cut: asked after a second of silence, three times. */
const KEEPALIVE = '-c tcp_keepalives_idle=1 -c tcp_keepalives_interval=1 -c tcp_keepalives_count=3'

/** 64-bit numbers come as numbers: ours are instants in ms and counts, which are exact as such. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === INT8 ? Number : pg.types.getTypeParser(oid, format ?? 'text'),
}

/** A store that would lose what it acknowledged. */
export class StoreUnsafe extends StoreProblem {
  constructor(name: string, is: string, expected: string) {
    super(`PostgreSQL has ${name} = ${is}: what it acknowledges could be lost. Set ${name} = ${expected}`)
  }
}

/**
 * Connects to a PostgreSQL database, `postgres://user@host/database`. Connections are few, end by themselves when nobody answers, and
 * what goes wrong with one that rests is no fault: the next question finds out.
 */
export const connectPostgres = <T = Tables>(
  url: string,
  given: { application?: string; most?: number; questionMs?: number } = {},
): Kysely<T> => {
  const { application = 'antrean', most = CONNECTIONS_MAX, questionMs = QUESTION_MS } = given
  const pool = new pg.Pool({
    connectionString: url,
    application_name: application,
    max: most,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: questionMs,
    statement_timeout: questionMs,
    idle_in_transaction_session_timeout: ASLEEP_MS,
    options: KEEPALIVE,
    keepAlive: true,
    types,
  })
  pool.on('error', () => {})
  // One that breaks while it is held says so itself as well; whoever asks it something hears of it there.
  pool.on('connect', (client) => client.on('error', () => {}))
  return new Kysely<T>({ dialect: new PostgresDialect({ pool }) })
}

/** Throws `StoreUnsafe` unless a commit is on the store's disk when it is acknowledged (reliability D1). */
export const expectDurable = async <T>(db: Kysely<T>): Promise<void> => {
  const settings = ['fsync', 'full_page_writes', 'synchronous_commit'] as const
  for (const name of settings) {
    const { rows } = await sql<{ is: string }>`SELECT current_setting(${name}) AS is`.execute(db)
    const is = rows[0]?.is ?? ''
    if (is === 'off' || (name === 'synchronous_commit' && is === 'local')) throw new StoreUnsafe(name, is, 'on')
  }
}
