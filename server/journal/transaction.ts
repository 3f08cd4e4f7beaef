import type Database from 'libsql'

/** What SQLite calls its trouble, empty for another's. */
export const codeOf = (trouble: unknown): string =>
  trouble instanceof Error && 'code' in trouble ? String(trouble.code) : ''

/** Whether nothing of a transaction is on disk. After any other trouble, a failed sync above all, nobody knows what is. */
export const tookNothing = (trouble: unknown): boolean => /^SQLITE_(FULL|READONLY.*|IOERR_WRITE)$/.test(codeOf(trouble))

/** Whether SQLite found a file that is damaged, none of its own, or without the tables that it should have. */
export const isDamage = (trouble: unknown): boolean =>
  /^SQLITE_(CORRUPT|NOTADB|IOERR_SHORT_READ|ERROR|FORMAT|MISMATCH|CONSTRAINT)/.test(codeOf(trouble))

/**
 * Runs `work` as one transaction and passes on what went wrong in it. libsql's own `transaction` hides that: SQLite has
 * already taken back what the disk refused, and its second attempt to do so fails with other words.
 */
export const inTransaction = (raw: Database.Database, work: () => void): void => {
  raw.exec('BEGIN IMMEDIATE')
  try {
    work()
    raw.exec('COMMIT')
  } catch (trouble) {
    if (raw.inTransaction) raw.exec('ROLLBACK')
    throw trouble
  }
}
