import { describe, expect, test } from 'vitest'
import { modelIds } from '../../printer/model.ts'
import { HEALTHY } from '../../printer/simulated/printer-state.ts'
import { slipNo } from './printer-bench.ts'
import { atWork, shownBy, whole } from './printer-faults-bench.ts'
import { modelOf } from './sample-slip.ts'

describe('a paper that breaks off (rows 27 and 28)', { tags: ['F27', 'F28'] }, () => {
  const TROUBLES = [
    { status: 'no-paper', change: { paper: 'end' }, why: /^Kertas .*habis/ },
    { status: 'cover-open', change: { cover: 'open' }, why: /^Tutup .*terbuka/ },
  ] as const

  test.each(modelIds().flatMap((id) => TROUBLES.map((trouble) => ({ id, ...trouble }))))(
    '$id, $status: is told, and after the repair comes once, marked and whole; before it began, once and unmarked',
    async ({ id, status, change, why }) => {
      for (const bytes of [null, 100, 400, 800]) {
        const { hands, printer, office, driver } = atWork(id)
        await hands.pass(() => false, 6_000)
        if (bytes === null) printer.set(change)
        else printer.setAfter(bytes, change)
        office.owe(slipNo(1))
        expect(await hands.pass(() => office.devices().at(-1) === status, 5_000), `${bytes}`).toBe(true)
        expect(shownBy(status, 'queued')).toMatchObject({ name: 'printer-trouble', why: expect.stringMatching(why) })
        // Nobody repairs it faster than that.
        await hands.pass(() => false, 2_000)
        printer.set(HEALTHY)
        expect(await hands.pass(() => office.owed().length === 0, 60_000), `${bytes}`).toBe(true)
        void driver.stop()
        await hands.pass(() => false, 30_000)
        if (printer.model.cutter === null) printer.tear()
        expect(whole(printer.papers()), `${bytes}`).toEqual([bytes === null ? 'A001' : 'A001 CETAK ULANG'])
      }
    },
  )
})

describe('a knife that jams, a head that is too hot (row 29)', { tags: ['F29'] }, () => {
  test.each(modelIds().filter((id) => modelOf(id).cutter !== null))(
    '%s: a jam stops the paper and is called by its name',
    async (id) => {
      const { hands, printer, office } = atWork(id)
      printer.setDuringCut({ error: 'cutter-jam' })
      office.owe(slipNo(1))
      expect(await hands.pass(() => office.devices().at(-1) === 'jammed', 20_000)).toBe(true)
      // What a dead server may have left is cut off before the first paper: that cut jams as well.
      await hands.pass(() => office.papers().length === 2, 10_000)
      expect(office.papers()).toEqual(['A001/1 sending', 'A001/1 uncertain'])
      const why = expect.stringMatching(/tersangkut/)
      expect(shownBy('jammed', 'uncertain')).toMatchObject({ name: 'printer-trouble', why })
      printer.set(HEALTHY)
      expect(await hands.pass(() => office.owed().length === 0, 60_000)).toBe(true)
      expect(office.papers().at(-1)).toBe('A001/2 printed')
    },
  )

  test.each(modelIds())(
    '%s: a hot head only takes its time; nobody is called, nothing is printed twice',
    async (id) => {
      const { hands, printer, office } = atWork(id)
      await hands.pass(() => false, 6_000)
      printer.setAfter(400, { error: 'head-hot' })
      office.owe(slipNo(1))
      expect(await hands.pass(() => office.devices().at(-1) === 'hot', 10_000)).toBe(true)
      expect(shownBy('hot', 'sending')).toMatchObject({ name: 'printing', isHot: true })
      await hands.pass(() => false, 30_000)
      expect(office.papers()).toEqual(['A001/1 sending'])
      printer.set({ error: 'none' })
      expect(await hands.pass(() => office.owed().length === 0, 60_000)).toBe(true)
      expect(office.papers()).toEqual(['A001/1 sending', 'A001/1 printed'])
      await hands.pass(() => office.devices().at(-1) === 'ready', 10_000)
      if (printer.model.cutter === null) printer.tear()
      expect(whole(printer.papers())).toEqual(['A001'])
      expect(office.devices()).toEqual(['ready', 'hot', 'ready'])
    },
  )
})

describe('a printer whose power goes (row 30)', { tags: ['F30'] }, () => {
  const OFFLINE_WITHIN_MS = 5_000

  test.each(modelIds())('%s without a word, idle or after any byte of a paper, is offline within 5 s', async (id) => {
    for (const bytes of [null, 1, 60, 300, 600, 900]) {
      const { hands, printer, office, driver } = atWork(id)
      await hands.pass(() => false, 6_000)
      let offAt = Number.NaN
      printer.onState(({ power }) => {
        if (power === 'off') offAt = hands.nowMs()
      })
      if (bytes === null) printer.set({ power: 'off' })
      else {
        printer.setAfter(bytes, { power: 'off' })
        office.owe(slipNo(1))
      }
      expect(await hands.pass(() => office.devices().at(-1) === 'offline', 30_000), `${id} ${bytes}`).toBe(true)
      expect(hands.nowMs() - offAt).toBeLessThanOrEqual(OFFLINE_WITHIN_MS)
      const isBegun = office.papers().length > 0
      expect(office.papers()).toEqual(isBegun ? ['A001/1 sending', 'A001/1 uncertain'] : [])
      if (bytes === null) office.owe(slipNo(1))
      printer.set({ power: 'on' })
      expect(await hands.pass(() => office.owed().length === 0, 60_000), `${id} ${bytes}`).toBe(true)
      expect(office.papers().at(-1)).toBe(isBegun ? 'A001/2 printed' : 'A001/1 printed')
      void driver.stop()
      await hands.pass(() => false, 20_000)
    }
  })

  test('in the middle of its first answers, after it has spoken of itself, is offline and not mute', async () => {
    const { hands, printer, office } = atWork('epson-tm-t82x', { trouble: { seed: 1, delayMs: 100 } })
    // Its automatic status is there before all four questions are answered.
    expect(await hands.pass(() => office.devices().length === 1, 5_000)).toBe(true)
    printer.set({ power: 'off' })
    expect(await hands.pass(() => office.devices().at(-1) === 'offline', OFFLINE_WITHIN_MS)).toBe(true)
  })
})
