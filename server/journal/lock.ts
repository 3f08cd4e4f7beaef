import { join } from 'node:path'
import Database from 'libsql'

/** A second server on the same data folder. */
export class FolderInUse extends Error {
  constructor(folder: string) {
    super(`another Antrean server works on ${folder}`)
    this.name = 'FolderInUse'
  }
}

/**
 * Takes a data folder for this process: an exclusive SQLite transaction that is never committed. The system gives it
 * back when the process ends, however it ends, so no stale lock can keep an office shut. Throws `FolderInUse`.
 */
export const lockFolder = (folder: string): { release(): void } => {
  const lock = new Database(join(folder, 'lock.db'))
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    lock.close()
    if (cause instanceof Error && 'code' in cause && cause.code === 'SQLITE_BUSY') throw new FolderInUse(folder)
    throw cause
  }
  return { release: () => lock.close() }
}
