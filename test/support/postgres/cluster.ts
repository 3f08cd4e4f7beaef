import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from '../free-port.ts'

/** Folder of PostgreSQL's programs (`ANTREAN_POSTGRES`, which `npm test` sets); null where it is not installed. */
export const POSTGRES: string | null = process.env.ANTREAN_POSTGRES ?? null

/** How a cluster is stopped: as a service is, or at once, without a word to anybody. */
export type StopMode = 'fast' | 'immediate'

/** A PostgreSQL of the test's own, on this machine alone, with every promise of durability kept. */
export type Cluster = {
  /** Makes a new, empty database and resolves with its URL. */
  newDatabase(): Promise<string>
  stop(mode: StopMode): Promise<void>
  start(): Promise<void>
  /** Process id of the server. */
  pid(): number
  remove(): Promise<void>
}

const SIGNALS: Record<StopMode, NodeJS.Signals> = { fast: 'SIGINT', immediate: 'SIGQUIT' }

/** PostgreSQL does not run as root: where the tests do, it is the user that its package made. */
const userOfPostgres = (): { uid?: number; gid?: number } => {
  if (process.getuid?.() !== 0) return {}
  const idOf = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout)
  return { uid: idOf('-u'), gid: idOf('-g') }
}

/**
 * Starts a cluster with settings of its own (`max_connections: '5'`), reached at `address`: this machine's own, or that of a network that
 * a test has made. Throws where PostgreSQL is not installed.
 */
export const startCluster = async (
  settings: Readonly<Record<string, string>> = {},
  address = '127.0.0.1',
): Promise<Cluster> => {
  if (POSTGRES === null) throw new Error('PostgreSQL is missing: install postgresql to test what stands on it.')
  const bin = POSTGRES
  const user = userOfPostgres()
  const folder = mkdtempSync(join(tmpdir(), 'antrean-postgres-'))
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'antrean', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--data-checksums', '--no-sync'],
    { ...user, cwd: folder, encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`)
  appendFileSync(join(data, 'pg_hba.conf'), `host all all ${address}/24 trust\n`)
  const port = await freePort()
  const urlOf = (database: string) => `postgres://antrean@${address}:${port}/${database}`
  const given = { listen_addresses: address, port: String(port), unix_socket_directories: '', ...settings }
  const flags = Object.entries(given).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  let server: ChildProcess

  const ask = async (question: string): Promise<void> => {
    const client = new pg.Client({ connectionString: urlOf('postgres') })
    client.on('error', () => {})
    try {
      await client.connect()
      await client.query(question)
    } finally {
      await client.end().catch(() => {})
    }
  }
  const start = async (): Promise<void> => {
    let said = ''
    server = spawn(join(bin, 'postgres'), ['-D', data, ...flags], {
      ...user,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    server.stderr?.on('data', (text: Buffer) => {
      said += text.toString()
    })
    for (;;) {
      if (server.exitCode !== null) throw new Error(`postgres: ${said}`)
      try {
        return await ask('SELECT 1')
      } catch {
        await setTimeout(50)
      }
    }
  }
  const stop = async (mode: StopMode): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return
    const gone = once(server, 'exit')
    server.kill(SIGNALS[mode])
    await gone
  }
  await start()
  let databases = 0
  return {
    async newDatabase() {
      databases += 1
      await ask(`CREATE DATABASE antrean_${databases}`)
      return urlOf(`antrean_${databases}`)
    },
    start,
    stop,
    pid: () => server.pid ?? 0,
    async remove() {
      await stop('immediate')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
