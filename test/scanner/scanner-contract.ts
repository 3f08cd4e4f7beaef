import { afterEach, describe, expect, test, vi } from 'vitest'
import { REAL_TIMERS } from '../../line/line.ts'
import { listenToScanner } from '../../scanner/listen-to-scanner.ts'
import { openScannerLine } from '../../scanner/open-line.ts'

/** A scanner under test, real or simulated. */
export type ScannerOnTest = {
  /** Its line as it stands in the office's document. */
  address: string
  /** Sees to it that the one code is taken away, and held under it again. */
  present(): Promise<void>
  /** The clock of these presentations, ms, monotonic. */
  nowMs(): number
  /** How long somebody may take for it, ms. */
  patienceMs: number
  remove(): Promise<void>
}

/** What every scanner must do, however it is made: hand over a code whole, and once each time it is presented. */
export const scannerContract = (name: string, plugIn: () => Promise<ScannerOnTest>): void => {
  describe(name, () => {
    const tidy: (() => Promise<void>)[] = []
    afterEach(async () => {
      for (const one of tidy.splice(0).reverse()) await one()
    })

    test('a code that is presented three times is heard whole and three times', { timeout: 400_000 }, async () => {
      const { address, present, nowMs, patienceMs, remove } = await plugIn()
      tidy.push(remove)
      const codes: string[] = []
      const scanner = listenToScanner({
        line: openScannerLine(address),
        onCode: (code) => codes.push(code),
        onStatus: () => {},
        onSpoiled: () => {},
        nowMs,
        timers: REAL_TIMERS,
      })
      tidy.push(() => scanner.stop())
      const settles = (check: () => void) => vi.waitFor(check, { timeout: patienceMs, interval: 5 })
      await settles(() => expect(scanner.status()).toBe('ready'))
      for (const round of [1, 2, 3]) {
        await present()
        await settles(() => expect(codes.length).toBeGreaterThanOrEqual(round))
      }
      expect(codes).toHaveLength(3)
      expect(new Set(codes).size).toBe(1)
      expect(codes[0]).toMatch(/^[!-~]{6,}$/)
    })
  })
}
