import { REPEAT_MS } from '../../scanner/frames.ts'
import { plugInScanner } from '../support/serial-scanner.ts'
import { type ScannerOnTest, scannerContract } from './scanner-contract.ts'

/** One that sends its code in pieces. */
const simulated = async (): Promise<ScannerOnTest> => {
  const { address, say, remove } = await plugInScanner(9_600)
  let atMs = 0
  return {
    ...{ address, remove },
    async present() {
      atMs += REPEAT_MS
      for (const piece of ['K7M2', 'Q9XA', '\r\n']) await say(piece)
    },
    nowMs: () => atMs,
    patienceMs: 10_000,
  }
}

scannerContract('a simulated serial scanner', simulated)

const HOLD = `
Hold a QR code of six characters or more under the scanner until it beeps, and take it away for three seconds.
(While its speed is found out a code may not count: then once more.)
`
const { TEST_SCANNER: real = '' } = process.env
if (real !== '')
  scannerContract(`the scanner on ${real}`, async () => ({
    address: real,
    async present() {
      process.stderr.write(HOLD)
    },
    nowMs: () => performance.now(),
    patienceMs: 120_000,
    remove: async () => {},
  }))
