import { parentPort, workerData } from 'node:worker_threads'
import { type TablesWish, writeHere } from './write-here.ts'

// The thread of one file: tables come in, its text or bytes go out.
const wish: TablesWish = workerData
parentPort?.postMessage(await writeHere(wish))
