import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DiskRefused } from '../../server/journal/journal.ts'
import { verifyLinks } from '../../server/journal/verify-journal.ts'
import { connectPostgres, expectDurable } from '../../server/postgres/connect.ts'
import { Fenced, type Lease, leaderOf, takeLease } from '../../server/postgres/lease.ts'
import { linksOf, openPostgresJournal } from '../../server/postgres/postgres-journal.ts'
import { makeTables } from '../../server/postgres/tables.ts'
import { type Alteration, all, entry, promisesOfAJournal } from '../journal/contract.ts'
import { type Cluster, POSTGRES, startCluster } from '../support/postgres/cluster.ts'

const OFFICE = 'denpasar'

/** SQL that alters one event. */
const altering = (seq: number, how: Alteration): string => {
  const where = `office = '${OFFICE}' AND seq = ${seq}`
  if (how === 'gone') return `DELETE FROM events WHERE ${where}`
  if (how === 'at') return `UPDATE events SET at = at * 10 WHERE ${where}`
  if (how !== 'swapped') return `UPDATE events SET "${how}" = "${how}" || '0' WHERE ${where}`
  return `UPDATE events SET event = (SELECT event FROM events WHERE seq = ${seq + 1}) WHERE ${where}`
}

describe.skipIf(POSTGRES === null)('the journal in PostgreSQL', () => {
  let cluster: Cluster
  beforeAll(async () => {
    cluster = await startCluster()
  })
  afterAll(() => cluster.remove())

  const fault = (trouble: unknown) => {
    throw trouble
  }
  const lead = async (
    url: string,
    onLost: (lost: Fenced) => void = fault,
    onTrouble: (trouble: unknown) => void = () => {},
  ): Promise<Lease> => {
    const address = 'http://first:4100'
    const lease = await takeLease({ db: connectPostgres(url), office: OFFICE, address, onLost, onTrouble })
    if (lease === null) throw new Error('somebody else leads')
    return lease
  }
  const newUrl = async (): Promise<string> => {
    const url = await cluster.newDatabase()
    const db = connectPostgres(url)
    await makeTables(db)
    await db.destroy()
    return url
  }

  promisesOfAJournal(async () => {
    const url = await newUrl()
    const reader = connectPostgres(url)
    return {
      open: async () => openPostgresJournal({ db: connectPostgres(url), lease: await lead(url) }),
      verify: () => verifyLinks(linksOf(reader, OFFICE)),
      alter: async (seq, how) => void (await sql.raw(altering(seq, how)).execute(reader)),
    }
  })

  test('has one leader at a time; a lease that is given back is free at once, one that is not renewed soon', async () => {
    const url = await newUrl()
    const db = connectPostgres(url)
    expect(await leaderOf(db, OFFICE)).toBeNull()
    const take = (address: string) => takeLease({ db, office: OFFICE, address, onLost: fault })
    const first = await take('http://first:4100')
    expect(first?.fence()).toBe(1)
    expect(await take('http://second:4100')).toBeNull()
    expect(await leaderOf(db, OFFICE)).toBe('http://first:4100')
    await first?.release()
    const second = await take('http://second:4100')
    expect(second?.fence()).toBe(2)
    await second?.release()
    await db.destroy()
  })

  test('takes nothing from a leader that was followed by another, however late it wakes up', {
    tags: ['F52'],
  }, async () => {
    const url = await newUrl()
    let lost: Fenced | null = null
    const stale = await lead(url, (trouble) => {
      lost = trouble
    })
    const before = await openPostgresJournal({ db: connectPostgres(url), lease: stale })
    await before.append(entry(1))
    const reader = connectPostgres(url)
    await sql`UPDATE leases SET until = '-infinity'`.execute(reader)
    const lease = await lead(url)
    const after = await openPostgresJournal({ db: connectPostgres(url), lease })
    await expect(before.append(entry(2))).rejects.toThrow(Fenced)
    await expect.poll(() => lost).toBeInstanceOf(Fenced)
    expect(await after.append(entry(3))).toBe(2)
    expect((await all(after.read())).map(({ at }) => at)).toEqual([1_001, 1_003])
    expect(await after.answerOf(entry(2).commandId)).toBeNull()
    await after.close()
    await reader.destroy()
  })

  test('keeps two offices of one database apart', async () => {
    const url = await newUrl()
    const open = async (office: string) => {
      const db = connectPostgres(url)
      const lease = await takeLease({ db, office, address: 'http://one:4100', onLost: fault })
      if (lease === null) throw new Error('somebody else leads')
      return openPostgresJournal({ db, lease })
    }
    const [denpasar, bima] = await Promise.all([open('denpasar'), open('bima')])
    await denpasar.append(entry(1, 2))
    await bima.append(entry(1))
    expect([denpasar.lastSeq(), bima.lastSeq()]).toEqual([2, 1])
    expect(await all(bima.read())).toHaveLength(1)
    await Promise.all([denpasar.close(), bima.close()])
  })

  test('of a store that takes nothing for a while keeps its leader, and goes on', { tags: ['F40'] }, async () => {
    const url = await newUrl()
    const troubles: unknown[] = []
    const lease = await lead(url, fault, (trouble) => troubles.push(trouble))
    const journal = await openPostgresJournal({ db: connectPostgres(url), lease })
    const reader = connectPostgres(url)
    const setReadOnly = async (is: 'on' | 'off') => {
      const name = new URL(url).pathname.slice(1)
      await sql.raw(`ALTER DATABASE ${name} SET default_transaction_read_only = ${is}`).execute(reader)
      await sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = ${name} AND pid <> pg_backend_pid()`.execute(reader)
    }
    await setReadOnly('on')
    await expect.poll(() => lease.isGone(), { timeout: 10_000 }).toBe(true)
    await expect(journal.append(entry(1))).rejects.toThrow(DiskRefused)
    await expect(journal.forgetCodes('2026-11-24')).rejects.toThrow(DiskRefused)
    expect(troubles).toHaveLength(1)
    const late = connectPostgres(url)
    await makeTables(late)
    await late.destroy()
    await setReadOnly('off')
    await expect.poll(() => lease.isGone(), { timeout: 10_000 }).toBe(false)
    expect(await journal.append(entry(2))).toBe(1)
    await journal.close()
    await reader.destroy()
  })

  test('of a newer program is left alone, with a sentence', { tags: ['D10'] }, async () => {
    const url = await newUrl()
    const db = connectPostgres(url)
    await sql`UPDATE antrean SET version = 99`.execute(db)
    await expect(makeTables(db)).rejects.toThrow('please update Antrean')
    await db.destroy()
  })

  test('is made once when several servers start together', async () => {
    const url = await cluster.newDatabase()
    const servers = Array.from({ length: 6 }, () => connectPostgres(url))
    await Promise.all(servers.map(makeTables))
    await Promise.all(servers.map((db) => db.destroy()))
  })

  test('does not trust a store that would lose what it acknowledged', { tags: ['D1'] }, async () => {
    const url = await newUrl()
    const db = connectPostgres(url)
    await expectDurable(db)
    await sql.raw(`ALTER DATABASE ${new URL(url).pathname.slice(1)} SET synchronous_commit = off`).execute(db)
    const after = connectPostgres(url)
    await expect(expectDurable(after)).rejects.toThrow('synchronous_commit')
    await Promise.all([db.destroy(), after.destroy()])
  })
})
