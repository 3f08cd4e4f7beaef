import { inThread } from '../in-thread.ts'
import { REASONS } from './reasons.ts'
import { LINE_MAX, noSheet, type SheetReading, sheetOf } from './sheet.ts'
import type { WorkbookCells } from './workbook-cells.ts'

/** Memory of the thread, MB: eight times what 20,000 rows of ten columns take. */
const THREAD_MB = 384
/** A workbook of 20,000 rows takes a tenth of it on a slow machine. */
const THREAD_MS = 20_000

const THREAD = new URL('./workbook-thread.ts', import.meta.url)

const cellsOf = async (bytes: Uint8Array, memoryMb: number): Promise<WorkbookCells> => {
  const read = await inThread<WorkbookCells>(THREAD, bytes, { memoryMb, ms: THREAD_MS })
  if (read.status === 'answered') return read.answer
  return { status: read.status === 'silent' ? 'damaged' : 'huge' }
}

const WHY = { damaged: REASONS.workbookDamaged, locked: REASONS.workbookLocked, huge: REASONS.workbookHuge } as const

/** The cells of a workbook as a sheet, or in words why there are none. */
export const sheetOfWorkbook = (cells: WorkbookCells): SheetReading =>
  cells.status === 'read'
    ? (sheetOf(cells.rows, REASONS.lineTooLong(LINE_MAX)) ?? noSheet(REASONS.empty))
    : noSheet(WHY[cells.status])

/**
 * Reads the first sheet of a workbook (`.xlsx`) in a thread with limits of its own, so that neither a large nor a hostile
 * file holds up the office. Lines are the sheet's rows. Refused in words: damaged, locked with a password, too large
 * unpacked. Rejects for faults of ours alone.
 */
export const readWorkbook = async (bytes: Uint8Array, memoryMb = THREAD_MB): Promise<SheetReading> =>
  sheetOfWorkbook(await cellsOf(bytes, memoryMb))
