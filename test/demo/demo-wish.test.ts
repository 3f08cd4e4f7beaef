import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { demoAgenda } from '../../demo/demo-agenda.ts'
import { NotADemoFolder, openDemoFolder } from '../../demo/demo-folder.ts'
import { demoOffice } from '../../demo/demo-office.ts'
import { readDemoWish } from '../../demo/demo-wish.ts'
import { fastClock } from '../../demo/fast-clock.ts'
import { AgendaRow } from '../../protocol/commands.ts'
import { at, DENPASAR, TODAY } from '../support/denpasar.ts'

const noFile = () => expect.fail('no file was asked for')
const wish = (...args: string[]) => {
  const read = readDemoWish(args, noFile, () => 0)
  return read === 'help' || 'mistake' in read ? expect.fail(JSON.stringify(read)) : read
}

describe('what is played', () => {
  test('a peak day in nine minutes, unless something else is asked for', () => {
    expect(wish()).toMatchObject({ speed: 60, scenario: 'D1-peak', day: { id: 'D1-peak/0' } })
    expect(wish('--speed', '120', '--scenario', 'D2-normal', '--day', '3')).toMatchObject({
      ...{ speed: 120, scenario: 'D2-normal', day: { id: 'D2-normal/3' } },
    })
    expect(wish('--scenario', 'any').scenario).toBe('D1-peak')
    expect(readDemoWish(['--help'], noFile, () => 0)).toBe('help')
  })

  test.each([
    [['--speed', '0'], '1 to 600'],
    [['--scenario', 'Sunday'], 'no scenario Sunday'],
    [['--scenario', 'any', '--days', 'x'], 'not both'],
    [['--loud'], 'loud'],
  ])('%j is answered with one sentence', (args, words) => {
    expect(readDemoWish(args, noFile, () => 0)).toMatchObject({ mistake: expect.stringContaining(words) })
  })

  test('every scenario fits the example office: its hours, counters and bookings', () => {
    for (const scenario of ['D1-peak', 'D4-disrupted', 'X-complaint']) {
      const { frame, day } = wish('--scenario', scenario)
      const office = demoOffice(DENPASAR, frame, day)
      expect(office.counters).toHaveLength(day.counters.length)
      expect(office.counters.filter(({ helps }) => helps.length > 0)).toHaveLength(2)
      expect(office.hours?.week.mon).toMatchObject({ open: '08.00', close: '15.30' })
      const rows = demoAgenda({ office, day, stamp: TODAY, midnightAt: at('00.00') })
      expect(rows.every((row) => AgendaRow.safeParse(row).success)).toBe(true)
      expect(new Set(rows.map(({ code }) => code)).size).toBe(rows.length)
    }
  })
})

describe('where it is played', () => {
  test('in a folder of its own, which is gone afterwards', async () => {
    const folder = await openDemoFolder(undefined)
    await folder.mark(TODAY)
    await folder.leave()
    expect(await openDemoFolder(folder.dataDir)).toMatchObject({ lastDay: null })
  })

  test('never in a folder that an office has, and again in its own', async () => {
    const office = mkdtempSync(join(tmpdir(), 'antrean-office-'))
    writeFileSync(join(office, 'journal.db'), '')
    await expect(openDemoFolder(office)).rejects.toThrow(NotADemoFolder)
    const own = mkdtempSync(join(tmpdir(), 'antrean-played-'))
    await (await openDemoFolder(own)).mark(TODAY)
    expect(await openDemoFolder(own)).toMatchObject({ lastDay: TODAY })
    writeFileSync(join(own, 'demo.json'), '{}')
    await expect(openDemoFolder(own)).rejects.toThrow(NotADemoFolder)
  })
})

test('the clock stands until it is let go, and stands again where it was told to', async () => {
  const clock = fastClock(1_000_000, 60_000)
  expect(clock.now()).toBe(1_000_000)
  const woken: number[] = []
  clock.wakeAt(1_000_500, () => woken.push(clock.now()))
  await clock.until(1_001_000)
  expect(clock.now()).toBe(1_001_000)
  await clock.until(1_000_000)
  expect(clock.now()).toBe(1_001_000)
  await clock.until(1_060_000)
  expect(woken).toHaveLength(1)
  expect(woken[0]).toBeGreaterThanOrEqual(1_000_500)
})
