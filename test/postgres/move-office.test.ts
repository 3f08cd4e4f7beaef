import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openAnswerStore } from '../../server/answers/answer-store.ts'
import { answersFile } from '../../server/answers/open-answers.ts'
import { journalFile } from '../../server/journal/backup-journal.ts'
import { openSqliteJournal } from '../../server/journal/sqlite-journal.ts'
import { verifyJournal, verifyLinks } from '../../server/journal/verify-journal.ts'
import { connectPostgres } from '../../server/postgres/connect.ts'
import { joinOffice } from '../../server/postgres/join-office.ts'
import { takeLease } from '../../server/postgres/lease.ts'
import { moveByCommand } from '../../server/postgres/move-by-command.ts'
import { linksOf } from '../../server/postgres/postgres-journal.ts'
import { loadSecret } from '../../server/seal.ts'
import { all, entry } from '../journal/contract.ts'
import { type Cluster, POSTGRES, startCluster } from '../support/postgres/cluster.ts'

const OFFICE = 'denpasar'
const log = { warn: () => undefined }
const server = { host: '127.0.0.1', port: 4101 }
const fail = (trouble: unknown): never => {
  throw trouble
}

describe.skipIf(POSTGRES === null)('an office that moves', () => {
  let cluster: Cluster
  beforeAll(async () => {
    cluster = await startCluster()
  })
  afterAll(() => cluster.remove())

  const officeWithAPast = async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'antrean-move-'))
    const secret = await loadSecret(dataDir)
    writeFileSync(join(dataDir, 'office.json'), '{"name": "Kantor"}')
    const journal = await openSqliteJournal(journalFile(dataDir))
    await journal.append({ ...entry(1, 3), codes: [{ hash: 'h', key: 'k', day: '2026-11-27' }] })
    await journal.append(entry(2, 0))
    await journal.close()
    const answers = openAnswerStore(answersFile(dataDir))
    await answers.keep('key-of-a-ticket', 'exit', { waktu: 4 })
    await answers.close()
    const url = await cluster.newDatabase()
    const store = { url, office: OFFICE, server }
    const file = journalFile(dataDir)
    const move = (to: 'postgres' | 'file') => moveByCommand({ store, dataDir, secret, file, to, log })
    const joinHere = () =>
      joinOffice({
        store,
        dataDir,
        secret,
        log,
        whoLeads: async () => fail(new Error('nobody else leads')),
        onLost: fail,
      })
    return { dataDir, file, url, store, secret, move, join: joinHere }
  }

  test('into the database and back is the same office, to the last link, with its answers and codes', async () => {
    const { dataDir, file, url, move, join } = await officeWithAPast()
    const before = await verifyJournal(file)
    expect(await move('postgres')).toEqual({ status: 'moved', events: 3 })
    expect(existsSync(file)).toBe(false)
    const db = connectPostgres(url)
    expect(await verifyLinks(linksOf(db, OFFICE))).toEqual(before)

    const joined = await join()
    const shared = await joined.openJournal()
    expect(await shared.answerOf(entry(2).commandId)).toEqual({ digest: 'digest 2', answer: entry(2).answer })
    expect(await shared.codeOf('h')).toMatchObject({ key: 'k' })
    expect(await shared.append(entry(5))).toBe(4)
    expect(await joined.answers.keys()).toEqual(['key-of-a-ticket'])
    await joined.answers.keep('key-of-another', 'phone', { waktu: 2 })
    await joined.mirror(`${dataDir}/office.json`, '{"name": "Kantor Baru"}')
    await shared.close()

    expect(await move('file')).toEqual({ status: 'moved', events: 4 })
    expect(readFileSync(`${dataDir}/office.json`, 'utf8')).toBe('{"name": "Kantor Baru"}')
    expect(await openAnswerStore(answersFile(dataDir)).keys()).toEqual(['key-of-a-ticket', 'key-of-another'])
    const back = await openSqliteJournal(file)
    expect(await all(back.read())).toHaveLength(4)
    expect(await back.answerOf(entry(5).commandId)).not.toBeNull()
    expect(await back.codeOf('h')).toMatchObject({ key: 'k' })
    expect(await back.append(entry(6))).toBe(5)
    await back.close()

    // Nobody goes on in the database by mistake; moved there again, it gets what it has missed.
    await expect(join()).rejects.toThrow('was moved out of the database')
    expect(await move('postgres')).toEqual({ status: 'moved', events: 5 })
    await (await (await join()).openJournal()).close()
    await db.destroy()
  })

  test('stays where it is when the database has another past of it', async () => {
    const one = await officeWithAPast()
    await one.move('postgres')
    const other = await officeWithAPast()
    const journal = await openSqliteJournal(other.file)
    await journal.append(entry(9))
    await journal.close()
    const moved = await moveByCommand({
      ...{ store: one.store, dataDir: other.dataDir, secret: one.secret, file: other.file, to: 'postgres', log },
    })
    expect(moved.status).toBe('moved')

    const third = await officeWithAPast()
    const another = await openSqliteJournal(third.file)
    await another.append({ ...entry(9), at: 7 })
    await another.close()
    expect(
      await moveByCommand({
        ...{ store: one.store, dataDir: third.dataDir, secret: one.secret, file: third.file, to: 'postgres', log },
      }),
    ).toMatchObject({ status: 'refused', reason: expect.stringContaining('another past') })
    expect(existsSync(third.file)).toBe(true)
  })

  test('is refused while a server leads it, and under another secret', async () => {
    const { url, move, store, dataDir, file } = await officeWithAPast()
    await move('postgres')
    const db = connectPostgres(url)
    const lease = await takeLease({ db, office: OFFICE, address: 'a:1', onLost: fail })
    expect(await move('file')).toMatchObject({
      status: 'refused',
      reason: expect.stringContaining('stop every server'),
    })
    await lease?.release()
    const secret = new Uint8Array(32)
    await expect(moveByCommand({ store, dataDir, secret, file, to: 'file', log })).rejects.toThrow('copy it from')
    expect(existsSync(file)).toBe(false)
    await db.destroy()
  })

  test('that is damaged is not moved', { tags: ['F12'] }, async () => {
    const { url, move } = await officeWithAPast()
    await move('postgres')
    const db = connectPostgres(url)
    await sql`UPDATE events SET at = at + 1 WHERE seq = 2`.execute(db)
    expect(await move('file')).toMatchObject({ status: 'refused', reason: expect.stringContaining('damaged') })
    await db.destroy()
  })
})
