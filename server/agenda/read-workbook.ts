import { Worker } from 'node:worker_threads'
import { REASONS } from './reasons.ts'
import { LINE_MAX, noSheet, type SheetReading, sheetOf } from './sheet.ts'
import type { WorkbookCells } from './workbook-cells.ts'

/** Memory of the thread, MB: eight times what 20,000 rows of ten columns take. */
const THREAD_MB = 384
/** A workbook of 20,000 rows takes a tenth of it on a slow machine. */
const THREAD_MS = 20_000

const isSource = import.meta.url.endsWith('.ts')
const THREAD = new URL(`./workbook-thread.${isSource ? 'ts' : 'js'}`, import.meta.url)
// From the sources (tests) Node 20 needs a loader for TypeScript, which a thread registers itself; what is built is JavaScript.
const FROM_SOURCE = `import('tsx/esm/api').then(({ register }) => (register(), import(${JSON.stringify(THREAD.href)})))`

const inThread = (bytes: Uint8Array, memoryMb: number): Promise<WorkbookCells> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(isSource ? FROM_SOURCE : THREAD, {
      eval: isSource,
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    })
    const late = setTimeout(() => {
      resolve({ status: 'huge' })
      void thread.terminate()
    }, THREAD_MS)
    thread.once('message', resolve)
    thread.once('error', (trouble) => {
      const isFull = 'code' in trouble && trouble.code === 'ERR_WORKER_OUT_OF_MEMORY'
      if (isFull) resolve({ status: 'huge' })
      else reject(trouble)
    })
    thread.once('exit', () => {
      clearTimeout(late)
      resolve({ status: 'damaged' })
    })
  })

const WHY = { damaged: REASONS.workbookDamaged, locked: REASONS.workbookLocked, huge: REASONS.workbookHuge } as const

/** The cells of a workbook as a sheet, or in words why there are none. */
export const sheetOfWorkbook = (cells: WorkbookCells): SheetReading =>
  cells.status === 'read'
    ? (sheetOf(cells.rows, REASONS.lineTooLong(LINE_MAX)) ?? noSheet(REASONS.empty))
    : noSheet(WHY[cells.status])

/** The one after the other: two workbooks at once would take both cores from the office. */
let before: Promise<unknown> = Promise.resolve()

/**
 * Reads the first sheet of a workbook (`.xlsx`) in a thread with limits of its own, so that neither a large nor a hostile
 * file holds up the office. Lines are the sheet's rows. Refused in words: damaged, locked with a password, too large
 * unpacked. Rejects for faults of ours alone.
 */
export const readWorkbook = async (bytes: Uint8Array, memoryMb = THREAD_MB): Promise<SheetReading> => {
  const read = before.then(() => inThread(bytes, memoryMb))
  before = read.catch(() => undefined)
  return sheetOfWorkbook(await read)
}
