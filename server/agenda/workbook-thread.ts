import { parentPort, workerData } from 'node:worker_threads'
import { readWorkbookCells } from './workbook-cells.ts'

// The thread of one workbook: its bytes come in, its cells go out.
if (workerData instanceof Uint8Array) parentPort?.postMessage(await readWorkbookCells(workerData))
