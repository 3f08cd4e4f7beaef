import { describe, expect, test } from 'vitest'
import { liveMorning, type Morning } from './ten-thousand-jobs.ts'

/** Noise on the way back, answers split and late, XON and XOFF in between. */
const trouble = { seed: 5, split: true, flow: 0.3, noise: 0.05 }

const PRINTERS: readonly Omit<Morning, 'seed'>[] = [
  { model: 'generic-80', talk: 'all' },
  { model: 'epson-tm-t82x', talk: 'all' },
  { model: 'epson-tm-t82iii', talk: 'no-fence' },
  { model: 'bixolon-srp-330ii', talk: 'all' },
  { model: 'custom-kpm180', talk: 'all' },
  { model: 'generic-58', talk: 'all' },
  { model: 'xprinter-80', talk: 'no-fence' },
  { model: 'generic-80', talk: 'nothing' },
  { model: 'generic-80', talk: 'all', trouble },
  { model: 'epson-tm-t82x', talk: 'all', trouble },
]

describe.each(PRINTERS)('ten thousand jobs: $model, answers $talk', (printer) => {
  test.each([11, 12])(
    '500 of them, seed %i',
    async (seed) => {
      const told = await liveMorning({ ...printer, seed }, 500)
      expect(told.mishaps).toBeGreaterThan(200)
      expect(told.proven + told.open).toBe(500)
      if (printer.talk === 'all') expect(told.proven).toBeGreaterThan(printer.trouble === undefined ? 470 : 400)
      expect(told.marked).toBeGreaterThan(100)
    },
    120_000,
  )
})
