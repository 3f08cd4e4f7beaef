import { rmSync, symlinkSync } from 'node:fs'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Patience } from '../../line/keep-open.ts'
import { serialLine } from '../../line/serial.ts'
import { type Cable, layCable } from '../support/cable.ts'

const tidy: (() => unknown)[] = []
afterEach(async () => {
  for (const one of tidy.splice(0).reverse()) await one()
})
const settles = (check: () => unknown) => vi.waitFor(check, { timeout: 10_000, interval: 5 })

const lay = async (): Promise<Cable> => {
  const cable = await layCable()
  tidy.push(cable.remove)
  return cable
}
/** A line to a device, with what it said. */
const open = (path: string, patience: Partial<Patience> = {}) => {
  const line = serialLine(path, 9_600, undefined, { firstPauseMs: 10, longestPauseMs: 40, ...patience })
  tidy.push(() => line.close())
  let heard = ''
  line.onBytes((bytes) => {
    heard += Buffer.from(bytes).toString('latin1')
  })
  line.open()
  return { line, heard: () => heard }
}

describe('a serial line', { tags: ['F33'] }, () => {
  test('whose device takes nothing is given up in time, and nobody else waits for it', async () => {
    const cable = await lay()
    const { line } = open(cable.near, { writeMs: 300 })
    await settles(() => expect(line.status()).toBe('open'))
    cable.hold()
    let ticks = 0
    const beat = setInterval(() => ticks++, 5)
    tidy.push(() => clearInterval(beat))
    const written = await line.write(new Uint8Array(200_000))
    expect(written).toEqual({ status: 'failed', reason: 'write timed out' })
    expect(ticks).toBeGreaterThan(5)
    cable.letGo()
    await settles(async () => expect(await line.write(Uint8Array.of(65))).toEqual({ status: 'written' }))
  })

  test('is found again by its stable path when the device got another number', async () => {
    const [one, other] = [await lay(), await lay()]
    const stable = `${one.near}-by-id`
    symlinkSync(one.near, stable)
    const { line, heard } = open(stable)
    await settles(() => expect(line.status()).toBe('open'))
    await one.say('one')
    await settles(() => expect(heard()).toBe('one'))
    rmSync(stable)
    symlinkSync(other.near, stable)
    await settles(() => expect(line.status()).toBe('opening'))
    await settles(() => expect(line.status()).toBe('open'))
    await other.say('other')
    await settles(() => expect(heard()).toBe('oneother'))
  })
})
