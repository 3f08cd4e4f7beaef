import { chmod, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'libsql'
import { z } from 'zod'
import { syncFolder, writeDurably } from '../../config/durable-file.ts'
import { lockFolder } from './lock.ts'
import { verifyJournal } from './verify-journal.ts'

/** The journal's file in a data folder. */
export const journalFile = (dataDir: string): string => join(dataDir, 'journal.db')

/** What a backup holds besides the journal. Without the key no booking would be recognised again. */
const BESIDE = ['office.json', 'staff.json', 'devices.json', 'webhooks.json', 'secret.key'] as const
const Beside = z.object({ name: z.enum(BESIDE), body: z.base64() })

const readIfThere = async (file: string): Promise<Buffer | null> => {
  try {
    return await readFile(file)
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null
    throw cause
  }
}

/**
 * Writes journal, documents and key of a data folder into one new file (mode 0600: it holds the office's secrets). A
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
 * Puts a backup in the place of a data folder's journal, documents and key. The backup is checked first; the journal is
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
    // The old log must not be replayed over the new file.
    for (const tail of ['-wal', '-shm']) await rm(`${journalFile(dataDir)}${tail}`, { force: true })
    await rename(incoming, journalFile(dataDir))
    await syncFolder(dataDir)
    return { status: 'restored', events: verified.events }
  } finally {
    lock.release()
  }
}
