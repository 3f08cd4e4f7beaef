import { afterEach, describe, expect, test } from 'vitest'
import type { Line } from '../../line/line.ts'
import type { PrinterModel } from '../../printer/model.ts'
import type { Pace } from '../../printer/pace.ts'
import type { SimulatedPrinter } from '../../printer/simulated/simulated-printer.ts'
import { createPaperDoor } from './paper-door.ts'
import { complete, drive, endAll, endLater, slipNo } from './printer-bench.ts'

/** One printer at the end of a line. `hands`: what can be done to it and seen of it, null for a real one. */
export type Laid = { port: Line; hands: SimulatedPrinter | null; end(): Promise<void> }

/** A way to a printer. `speaks`: it answers; `proof`: how a paper ends that came out; `pace` where it may be hurried. */
export type Way = {
  name: string
  model: PrinterModel
  speaks: boolean
  proof: readonly ('printed' | 'unproven')[]
  lay: () => Promise<Laid>
  pace?: Partial<Pace>
  timeoutMs?: number
}

/** The line, with everything that is heard passed through `spoil` first. */
const spoiled = (port: Line, spoil: (bytes: Uint8Array) => Uint8Array): Line => ({
  ...port,
  onBytes: (listener) => port.onBytes((bytes) => listener(spoil(bytes))),
})

/** Whole papers, `A001` or `A001 CETAK ULANG`; the QR of some is a picture. */
const whole = (printer: SimulatedPrinter): string[] =>
  printer
    .papers()
    .filter((paper) => !paper.partial)
    .flatMap((paper) => complete([{ ...paper, qr: '' }]))
    .filter((number) => !number.startsWith('?'))

/** How papers ended, `A001/1 printed`, in order. */
const endsIn = (papers: string[]) => papers.filter((paper) => !paper.endsWith('sending'))

/** How often the printer was initialised, of what it remembers. */
const greetingsIn = (printer: SimulatedPrinter): number =>
  printer.transcript().filter(({ by, bytes }) => by === 'host' && /(^| )1b 40( |$)/.test(bytes)).length

/**
 * What every printer has to keep to, whatever it is made of and whatever leads to it. A real one uses some seven slips of
 * paper; mishaps are made where there are hands for it.
 */
export const printerContract = ({ name, model, speaks, proof, lay, pace, timeoutMs = 30_000 }: Way): void => {
  const where = (is: boolean) => (is ? test : () => {})
  const begin = async (spoil: ((bytes: Uint8Array) => Uint8Array) | null = null) => {
    const { port, hands, end } = await lay()
    endLater(end)
    const office = createPaperDoor()
    const work = () => drive(office, spoil === null ? port : spoiled(port, spoil), model, pace)
    return { port, hands, office, work }
  }
  const isWell = (status: string | undefined) => status === 'ready' || status === 'paper-low'

  describe(`a printer: ${name}`, () => {
    afterEach(endAll)

    test(
      'is seen as it is in the time of a look, also when it has nothing to do',
      async () => {
        const { office, work } = await begin()
        work()
        await office.until(() => isWell(office.devices().at(-1)), timeoutMs)
      },
      timeoutMs,
    )

    test(
      'two papers in a row come in their order, each with its proof or an honest doubt',
      async () => {
        const { office, work, hands } = await begin()
        office.owe(slipNo(1), slipNo(2))
        work()
        await office.until(() => office.owed().length === 0, timeoutMs)
        const ends = endsIn(office.papers())
        expect(ends.map((end) => end.split(' ')[0])).toEqual(['A001/1', 'A002/1'])
        for (const end of ends) expect(proof).toContain(end.split(' ')[1])
        if (hands !== null) {
          await expect.poll(() => whole(hands), { timeout: 10_000, interval: 10 }).toEqual(['A001', 'A002'])
          expect(hands.violations()).toEqual([])
        }
      },
      timeoutMs,
    )

    test(
      'a line that is laid anew is greeted anew, and the next paper is whole',
      async () => {
        const { port, office, work, hands } = await begin()
        work()
        office.owe(slipNo(1))
        await office.until(() => office.owed().length === 0, timeoutMs)
        const greetings = hands === null ? 0 : greetingsIn(hands)
        port.redial('the contract')
        office.owe(slipNo(2))
        await office.until(() => office.owed().length === 0, timeoutMs)
        const ends = endsIn(office.papers())
        // What breaks with the line has one marked paper behind it; nothing was under way here.
        expect(ends.map((end) => end.split(' ')[0])).toEqual(['A001/1', 'A002/1'])
        if (hands !== null) {
          await expect.poll(() => whole(hands), { timeout: 10_000, interval: 10 }).toEqual(['A001', 'A002'])
          // The line's greeting and the paper's own begin.
          expect(greetingsIn(hands) - greetings).toBeGreaterThanOrEqual(2)
        }
      },
      timeoutMs,
    )

    where(speaks)(
      'whose answers are spoiled for a while is seen as it is again',
      async () => {
        let isSpoiled = false
        const { office, work } = await begin((bytes) => (isSpoiled ? bytes.map((byte) => byte ^ 0x08) : bytes))
        work()
        await office.until(() => isWell(office.devices().at(-1)), timeoutMs)
        isSpoiled = true
        await office.until(() => !isWell(office.devices().at(-1)), timeoutMs)
        isSpoiled = false
        await office.until(() => isWell(office.devices().at(-1)), timeoutMs)
        office.owe(slipNo(1))
        await office.until(() => office.owed().length === 0, timeoutMs)
        expect(endsIn(office.papers()).map((end) => end.split(' ')[0])).toContain('A001/1')
      },
      timeoutMs,
    )
  })
}

/** What is asked of a printer beyond the contract where there are hands to make mishaps. */
export const mishapContract = ({ name, model, lay, pace }: Way): void => {
  const begin = async () => {
    const { port, hands, end } = await lay()
    endLater(end)
    if (hands === null) throw new Error('no hands')
    const office = createPaperDoor()
    drive(office, port, model, pace)
    await office.until(() => office.devices().at(-1) === 'ready')
    return { office, hands }
  }

  describe(`a printer that comes to harm: ${name}`, () => {
    afterEach(endAll)

    test('what a hand does to it while it is idle is told, and what repairs it', async () => {
      const { office, hands } = await begin()
      hands.set({ cover: 'open' })
      await office.until(() => office.devices().at(-1) === 'cover-open')
      office.owe(slipNo(1))
      hands.set({ cover: 'closed' })
      await office.until(() => office.owed().length === 0)
      // A look that was under way may tell once more what has just passed.
      await office.until(() => office.devices().at(-1) === 'ready')
      expect([...new Set(office.devices())]).toEqual(['ready', 'cover-open'])
      expect(endsIn(office.papers())).toEqual(['A001/1 printed'])
    })

    test('a paper that breaks off is followed by one marked paper', async () => {
      const { office, hands } = await begin()
      hands.setAfter(300, { paper: 'end' })
      office.owe(slipNo(1))
      // Nobody is so fast that the printer has not forgotten the rest before.
      await office.until(() => office.papers().includes('A001/1 uncertain') && office.devices().includes('no-paper'))
      hands.set({ paper: 'ok' })
      await office.until(() => office.owed().length === 0)
      expect(endsIn(office.papers())).toEqual(['A001/1 uncertain', 'A001/2 printed'])
      expect(whole(hands)).toEqual(['A001 CETAK ULANG'])
    })

    test('after its power was gone it is found again and greeted anew', async () => {
      const { office, hands } = await begin()
      hands.set({ power: 'off' })
      await office.until(() => office.devices().at(-1) === 'offline')
      hands.set({ power: 'on' })
      office.owe(slipNo(1))
      await office.until(() => office.owed().length === 0)
      expect(endsIn(office.papers())).toEqual(['A001/1 printed'])
      expect(whole(hands)).toEqual(['A001'])
      expect(office.devices().at(-1)).toBe('ready')
    })
  })
}
