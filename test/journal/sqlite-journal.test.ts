import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { describe, expect, test } from 'vitest'
import { openAnswerStore } from '../../server/answers/answer-store.ts'
import { answersFile } from '../../server/answers/open-answers.ts'
import { backupJournal, journalFile, restoreJournal } from '../../server/journal/backup-journal.ts'
import { FolderInUse, lockFolder } from '../../server/journal/lock.ts'
import { openSqliteJournal } from '../../server/journal/sqlite-journal.ts'
import { verifyJournal } from '../../server/journal/verify-journal.ts'
import { type Alteration, all, entry, promisesOfAJournal } from './contract.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'antrean-journal-'))

/** SQL that alters one event. */
const altering = (seq: number, how: Alteration): string => {
  if (how === 'gone') return `DELETE FROM events WHERE seq = ${seq}`
  if (how !== 'swapped') return `UPDATE events SET "${how}" = "${how}" || '0' WHERE seq = ${seq}`
  return `UPDATE events SET event = (SELECT event FROM events WHERE seq = ${seq + 1}) WHERE seq = ${seq}`
}

describe('the journal in SQLite', () => {
  promisesOfAJournal(async () => {
    const file = join(folder(), 'journal.db')
    return {
      open: () => openSqliteJournal(file),
      verify: () => verifyJournal(file),
      async alter(seq, how) {
        const raw = new Database(file)
        raw.exec(altering(seq, how))
        raw.close()
      },
    }
  })

  test('writes ahead with full synchronisation, read back from SQLite itself', { tags: ['D1'] }, async () => {
    const file = join(folder(), 'journal.db')
    const journal = await openSqliteJournal(file)
    await journal.append(entry(1))
    expect(new Database(file).pragma('journal_mode', { simple: true })).toMatchObject({ journal_mode: 'wal' })
    expect(existsSync(`${file}-wal`)).toBe(true)
    await journal.close()
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
    await answers.keep('key-of-a-ticket', 'exit', { waktu: 4 })
    const backup = join(folder(), 'monday.backup')
    await backupJournal(dataDir, backup)
    await answers.drop('key-of-a-ticket')
    await answers.close()
    await journal.close()
    await restoreJournal(dataDir, backup)
    expect(await openAnswerStore(answersFile(dataDir)).keys()).toEqual(['key-of-a-ticket'])
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
