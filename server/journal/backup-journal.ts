import { existsSync } from 'node:fs'
import { chmod, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'libsql'
import { z } from 'zod'
import { syncFolder, writeDurably } from '../../config/durable-file.ts'
import { lockFolder } from './lock.ts'
import { verifyJournal } from './verify-journal.ts'
import { witnessFile } from './witness.ts'

/** The journal's file in a data folder. */
export const journalFile = (dataDir: string): string => join(dataDir, 'journal.db')

/** What a backup holds besides the journal. Without the key no booking would be recognised again. */
const BESIDE = ['office.json', 'staff.json', 'devices.json', 'sources.json', 'webhooks.json', 'secret.key'] as const
/** The answers of the survey, a database of its own. */
const ANSWERS = 'survey.db'
const Beside = z.object({ name: z.enum([...BESIDE, ANSWERS]), body: z.base64() })

const readIfThere = async (file: string): Promise<Buffer | null> => {
  try {
    return await readFile(file)
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null
    throw cause
  }
}

/** One whole database as bytes, also while a server writes to it; null where there is none. */
const readDatabase = async (file: string, by: string): Promise<Buffer | null> => {
  if (!existsSync(file)) return null
  const database = new Database(file)
  try {
    database.prepare('VACUUM INTO ?').run(by)
    return await readFile(by)
  } finally {
    database.close()
    await rm(by, { force: true })
  }
}

/**
 * Writes journal, answers, documents and key of a data folder into one new file (mode 0600: it holds the office's secrets). A
 * server may be running. Throws when `toFile` exists.
 */
export const backupJournal = async (dataDir: string, toFile: string): Promise<void> => {
  const journal = new Database(journalFile(dataDir))
  try {
    journal.prepare('VACUUM INTO ?').run(toFile)
  } finally {
    journal.close()
  }
  await chmod(toFile, 0o600)
  const backup = new Database(toFile)
  try {
    backup.exec('CREATE TABLE documents (name TEXT PRIMARY KEY, body TEXT NOT NULL)')
    const keep = backup.prepare('INSERT INTO documents VALUES (?, ?)')
    for (const name of BESIDE) {
      const body = await readIfThere(join(dataDir, name))
      if (body !== null) keep.run(name, body.toString('base64'))
    }
    // After the journal: answers that it does not know yet are told to it at the next start.
    const answers = await readDatabase(join(dataDir, ANSWERS), `${toFile}.answers`)
    if (answers !== null) keep.run(ANSWERS, answers.toString('base64'))
  } finally {
    backup.close()
  }
}

/** What came of a restore: `damaged` and `in-use` changed nothing. */
export type Restored = { status: 'restored'; events: number } | { status: 'damaged'; reason: string }

/** A file of ours holds a journal and, beside it, the documents. */
const isBackup = (file: string): boolean => {
  const found = new Database(file, { readonly: true })
  try {
    return found.prepare("SELECT 1 FROM sqlite_master WHERE name = 'documents'").get() !== undefined
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'SQLITE_NOTADB') return false
    throw cause
  } finally {
    found.close()
  }
}

/**
 * Puts a backup in the place of a data folder's journal, answers, documents and key. The backup is checked first; the journal is
 * swapped in last, by rename. Throws `FolderInUse` while a server works on the folder.
 */
export const restoreJournal = async (dataDir: string, fromFile: string): Promise<Restored> => {
  const lock = lockFolder(dataDir)
  try {
    if (!isBackup(fromFile)) return { status: 'damaged', reason: 'this file was not made by antrean backup' }
    const verified = await verifyJournal(fromFile)
    if (verified.status === 'damaged') return { status: 'damaged', reason: verified.reason }
    const backup = new Database(fromFile, { readonly: true })
    const incoming = `${journalFile(dataDir)}.incoming`
    try {
      for (const row of backup.prepare('SELECT name, body FROM documents').iterate()) {
        const { name, body } = Beside.parse(row)
        if (name === ANSWERS)
          for (const tail of ['-wal', '-shm']) await rm(`${join(dataDir, name)}${tail}`, { force: true })
        await writeDurably(join(dataDir, name), Buffer.from(body, 'base64'))
      }
      await rm(incoming, { force: true })
      backup.prepare('VACUUM INTO ?').run(incoming)
    } finally {
      backup.close()
    }
    const copy = new Database(incoming)
    copy.exec('DROP TABLE documents')
    copy.close()
    // The old log must not be replayed over the new file, and what was seen of the old one says nothing of the new one.
    for (const old of [`${journalFile(dataDir)}-wal`, `${journalFile(dataDir)}-shm`, witnessFile(journalFile(dataDir))])
      await rm(old, { force: true })
    await syncFolder(dataDir)
    await rename(incoming, journalFile(dataDir))
    await syncFolder(dataDir)
    return { status: 'restored', events: verified.events }
  } finally {
    lock.release()
  }
}
