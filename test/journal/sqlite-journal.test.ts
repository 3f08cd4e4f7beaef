import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import Database from 'libsql'
import { describe, expect, test } from 'vitest'
import { openAnswerStore } from '../../server/answers/answer-store.ts'
import { answersFile } from '../../server/answers/open-answers.ts'
import { backupJournal, journalFile, restoreJournal } from '../../server/journal/backup-journal.ts'
import type { Entry, Recorded } from '../../server/journal/journal.ts'
import { FolderInUse, lockFolder } from '../../server/journal/lock.ts'
import { openSqliteJournal } from '../../server/journal/sqlite-journal.ts'
import { verifyJournal } from '../../server/journal/verify-journal.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'antrean-journal-'))
const entry = (n: number, events = 1): Entry => ({
  at: 1_000 + n,
  by: { role: 'kiosk', place: '1', staff: null },
  commandId: `command-${String(n).padStart(12, '0')}`,
  digest: `digest ${n}`,
  answer: { status: 'taken', result: { kind: 'done' } },
  events: Array.from({ length: events }, (_, i) => ({ type: 'StaffCalled' as const, kiosk: `${n}-${i}` })),
})
const all = async (events: AsyncIterable<Recorded>) => {
  const read: Recorded[] = []
  for await (const recorded of events) read.push(recorded)
  return read
}

describe('the journal on disk', () => {
  test('gives back, after a restart, what was recorded, in order, and knows its commands', {
    tags: ['D3', 'D4'],
  }, async () => {
    const file = join(folder(), 'journal.db')
    const before = await openSqliteJournal(file)
    expect(await before.append(entry(1, 2))).toBe(2)
    expect(await before.append(entry(2, 0))).toBe(2)
    expect(await before.append(entry(3))).toBe(3)
    await before.close()
    const after = await openSqliteJournal(file)
    expect((await all(after.read())).map(({ seq, at, event }) => [seq, at, event])).toEqual([
      [1, 1_001, { type: 'StaffCalled', kiosk: '1-0' }],
      [2, 1_001, { type: 'StaffCalled', kiosk: '1-1' }],
      [3, 1_003, { type: 'StaffCalled', kiosk: '3-0' }],
    ])
    expect(await after.answerOf(entry(2).commandId)).toEqual({ digest: 'digest 2', answer: entry(2).answer })
    expect(await after.answerOf('never-asked-0000')).toBeNull()
    expect(await after.append(entry(4))).toBe(4)
    expect(await verifyJournal(file)).toMatchObject({ status: 'sound', events: 4 })
    await after.close()
  })

  test('records nothing of a command whose transaction fails half way', { tags: ['D2'] }, async () => {
    const file = join(folder(), 'journal.db')
    const journal = await openSqliteJournal(file)
    await journal.append(entry(1))
    await expect(journal.append(entry(1, 3))).rejects.toThrow()
    expect(await journal.append(entry(2))).toBe(2)
    expect(await all(journal.read())).toHaveLength(2)
    await journal.close()
    expect(await verifyJournal(file)).toMatchObject({ status: 'sound', events: 2 })
  })

  test('writes ahead with full synchronisation, read back from SQLite itself', { tags: ['D1'] }, async () => {
    const file = join(folder(), 'journal.db')
    const journal = await openSqliteJournal(file)
    await journal.append(entry(1))
    expect(new Database(file).pragma('journal_mode', { simple: true })).toMatchObject({ journal_mode: 'wal' })
    expect(existsSync(`${file}-wal`)).toBe(true)
    await journal.close()
  })

  test('forgets the ids of old commands and keeps their events', async () => {
    const journal = await openSqliteJournal(join(folder(), 'journal.db'))
    await journal.append(entry(1))
    await journal.append(entry(2))
    await journal.forgetCommands(1_002)
    expect(await journal.answerOf(entry(1).commandId)).toBeNull()
    expect(await journal.answerOf(entry(2).commandId)).not.toBeNull()
    expect(await all(journal.read())).toHaveLength(2)
    await journal.close()
  })

  test('finds every alteration of a stored event, a missing one and a swapped pair', {
    tags: ['D6', 'F12'],
  }, async () => {
    const file = join(folder(), 'journal.db')
    const journal = await openSqliteJournal(file)
    for (let n = 1; n <= 8; n += 1) await journal.append(entry(n))
    await journal.close()
    const sound = readFileSync(file)
    const alterations = fc.oneof(
      fc
        .record({
          seq: fc.integer({ min: 1, max: 8 }),
          column: fc.constantFrom('at', '"by"', 'command_id', 'event', 'link'),
        })
        .map(({ seq, column }) => `UPDATE events SET ${column} = ${column} || '0' WHERE seq = ${seq}`),
      fc.integer({ min: 1, max: 7 }).map((seq) => `DELETE FROM events WHERE seq = ${seq}`),
      fc
        .integer({ min: 1, max: 7 })
        .map((seq) => `UPDATE events SET event = (SELECT event FROM events WHERE seq = ${seq + 1}) WHERE seq = ${seq}`),
    )
    await fc.assert(
      fc.asyncProperty(alterations, async (statement) => {
        const copy = join(folder(), 'journal.db')
        writeFileSync(copy, sound)
        const raw = new Database(copy)
        raw.exec(statement)
        raw.close()
        expect(await verifyJournal(copy)).toMatchObject({ status: 'damaged' })
      }),
      { numRuns: 60 },
    )
  })

  test('of a newer program is left alone, with a sentence', { tags: ['D10'] }, async () => {
    const file = join(folder(), 'journal.db')
    const raw = new Database(file)
    raw.exec('PRAGMA user_version = 99')
    raw.close()
    await expect(openSqliteJournal(file)).rejects.toThrow('please update Antrean')
  })
})

describe('a backup', () => {
  test('holds journal, documents and key in one private file, and a restore brings all of them back', {
    tags: ['D9'],
  }, async () => {
    const dataDir = folder()
    const journal = await openSqliteJournal(journalFile(dataDir))
    await journal.append(entry(1, 3))
    for (const name of ['office.json', 'secret.key']) writeFileSync(join(dataDir, name), `the ${name}`)
    const backup = join(folder(), 'monday.backup')
    await backupJournal(dataDir, backup)
    expect(statSync(backup).mode & 0o777).toBe(0o600)
    await journal.append(entry(2))
    await journal.close()
    writeFileSync(join(dataDir, 'secret.key'), 'lost')
    expect(await restoreJournal(dataDir, backup)).toEqual({ status: 'restored', events: 3 })
    expect(readFileSync(join(dataDir, 'secret.key'), 'utf8')).toBe('the secret.key')
    const restored = await openSqliteJournal(journalFile(dataDir))
    expect(await all(restored.read())).toHaveLength(3)
    expect(await restored.append(entry(3))).toBe(4)
    await restored.close()
    expect(await verifyJournal(journalFile(dataDir))).toMatchObject({ status: 'sound', events: 4 })
  })

  test('holds the answers of the survey as well, those of today with their keys', { tags: ['D9'] }, async () => {
    const dataDir = folder()
    const journal = await openSqliteJournal(journalFile(dataDir))
    await journal.append(entry(1))
    const answers = openAnswerStore(answersFile(dataDir))
    answers.keep('key-of-a-ticket', 'exit', { waktu: 4 })
    const backup = join(folder(), 'monday.backup')
    await backupJournal(dataDir, backup)
    answers.drop('key-of-a-ticket')
    answers.close()
    await journal.close()
    await restoreJournal(dataDir, backup)
    expect(openAnswerStore(answersFile(dataDir)).keys()).toEqual(['key-of-a-ticket'])
  })

  test('that is damaged changes nothing', { tags: ['D9', 'F12'] }, async () => {
    const dataDir = folder()
    const journal = await openSqliteJournal(journalFile(dataDir))
    await journal.append(entry(1))
    await journal.append(entry(2))
    const backup = join(folder(), 'b.backup')
    await backupJournal(dataDir, backup)
    await journal.close()
    const raw = new Database(backup)
    raw.exec('UPDATE events SET at = 7 WHERE seq = 1')
    raw.close()
    expect(await restoreJournal(dataDir, backup)).toMatchObject({ status: 'damaged' })
    expect(await verifyJournal(journalFile(dataDir))).toMatchObject({ events: 2 })
  })

  test('is nothing else: a plain journal or a file that is no database is refused in words', {
    tags: ['F12'],
  }, async () => {
    const dataDir = folder()
    const other = join(folder(), 'journal.db')
    await (await openSqliteJournal(other)).close()
    const reason = 'this file was not made by antrean backup'
    expect(await restoreJournal(dataDir, other)).toEqual({ status: 'damaged', reason })
    writeFileSync(other, 'not a database at all, but long enough to be read as one would be'.repeat(20))
    expect(await restoreJournal(dataDir, other)).toEqual({ status: 'damaged', reason })
  })

  test('is not restored under a running server, and a folder is given back when its holder ends', {
    tags: ['F52'],
  }, async () => {
    const dataDir = folder()
    const lock = lockFolder(dataDir)
    expect(() => lockFolder(dataDir)).toThrow(FolderInUse)
    lock.release()
    lockFolder(dataDir).release()
  })
})
