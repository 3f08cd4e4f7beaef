import { inThread, type ThreadLimits } from '../in-thread.ts'
import { type TablesWish, writeHere } from './write-here.ts'

/** So many rows are written within some hundredths of a second; for more a thread is worth its start. */
const FEW_ROWS = 1_000
/** The longest export, 100,000 rows of the audit as a workbook, takes 300 MB and five seconds; the service has 1 GB. */
const LIMITS: ThreadLimits = { memoryMb: 512, ms: 60_000 }

const THREAD = new URL('./tables-thread.ts', import.meta.url)

/** An export that is too long for this machine; the request is answered with this status. */
export class ExportTooLong extends Error {
  readonly status = 413
}

/**
 * Tables as a file's text or bytes. Long ones are written in a thread, so that nobody at a counter waits for somebody's export.
 * Throws `ExportTooLong` where that takes more memory or time than there is.
 */
export const writeTables = async (wish: TablesWish, limits = LIMITS): Promise<string | Uint8Array> => {
  const rows = wish.tables.reduce((sum, table) => sum + table.rows.length, 0)
  if (rows <= FEW_ROWS) return writeHere(wish)
  const written = await inThread<string | Uint8Array>(THREAD, wish, limits)
  if (written.status === 'answered') return written.answer
  if (written.status === 'silent') throw new Error('the thread of an export ended without a word')
  throw new ExportTooLong(`${rows} rows: ${written.status}`)
}
