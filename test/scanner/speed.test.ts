import { afterEach, describe, expect, test, vi } from 'vitest'
import { REAL_TIMERS, type Timers } from '../../line/line.ts'
import { createRandom } from '../../printer/simulated/random.ts'
import { listenToScanner } from '../../scanner/listen-to-scanner.ts'
import { openScannerLine } from '../../scanner/open-line.ts'
import { judgeBurst, nextSpeed, TRY_MS, USUAL_BAUD } from '../../scanner/speed.ts'
import { plugInScanner } from '../support/serial-scanner.ts'
import { type Broken, heardAt } from '../support/uart.ts'

const NEWER_BAUD = nextSpeed(USUAL_BAUD)
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('what comes until a silence', () => {
  test.each(['AB12CD34\r', 'AB12CD34\r\nEF56GH78\r\n', '\u0002AB12CD34\u0003', ']Q1AB12CD34\n'])(
    '%j says that the speed fits',
    (text) => expect(judgeBurst(bytes(text))).toBe('code'),
  )

  test.each(['AB12\r', 'AB12CD34\rEF', 'AB12CDé4\r', 'AB1 2CD34\r', 'AB12CD34\r\u0001', '9'.repeat(10_000)])(
    '%j does not, as long as nothing else did',
    (text) => expect(judgeBurst(bytes(text))).toBe('noise'),
  )

  test('a few zeros are an adapter that was opened; many are a speed that is too high', () => {
    expect(judgeBurst(Uint8Array.of(0))).toBe('nothing')
    expect(judgeBurst(new Uint8Array(30))).toBe('noise')
  })
})

describe('what the wire makes of a code at another speed', () => {
  test('at the same speed it is the same code', () => {
    for (const broken of ['dropped', 'kept'] as const)
      expect(heardAt(bytes('AB12CD34\r'), NEWER_BAUD, NEWER_BAUD, broken)).toEqual(bytes('AB12CD34\r'))
  })

  const others = [1_200, 2_400, 4_800, 9_600, 19_200, 38_400, 57_600, 115_200]
  const pairs = others.flatMap((sender) =>
    [USUAL_BAUD, NEWER_BAUD].flatMap((receiver) =>
      (['dropped', 'kept'] as const).map((broken): [number, number, Broken] => [sender, receiver, broken]),
    ),
  )
  test.each(pairs.filter(([sender, receiver]) => sender !== receiver))(
    'sent at %d baud and heard at %d it never is a code, with broken characters %s',
    (sender, receiver, broken) => {
      const random = createRandom(sender + receiver)
      const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-:/.?='
      for (let i = 0; i < 1_500; i++) {
        const length = 6 + Math.floor(random() * 64)
        const code = Array.from({ length }, () => letters.charAt(Math.floor(random() * letters.length))).join('')
        const heard = heardAt(bytes(`${code}\r`), sender, receiver, broken)
        if (judgeBurst(heard) === 'code') expect({ code, heard }).toBeNull()
      }
    },
  )
})

describe('a scanner in the office’s document without a speed', () => {
  const tidy: (() => unknown)[] = []
  afterEach(async () => {
    for (const one of tidy.splice(0).reverse()) await one()
  })

  /** The real line to a scanner that stands at `baud`. `passTry` lets the time of a try pass. */
  const plug = async (baud: number, broken: Broken = 'dropped', suffix = '') => {
    const scanner = await plugInScanner(baud, broken)
    tidy.push(scanner.remove)
    const speeds: [number, boolean][] = []
    const codes: string[] = []
    let passTry = () => {}
    const timers: Timers = {
      after(ms, run) {
        if (ms !== TRY_MS) return REAL_TIMERS.after(ms, run)
        passTry = run
        return () => {
          passTry = () => {}
        }
      },
    }
    const office = listenToScanner({
      line: openScannerLine(`${scanner.address}${suffix}`, {
        timers,
        patience: { firstPauseMs: 10, longestPauseMs: 40 },
        onSpeed: (speed, fits) => speeds.push([speed, fits]),
      }),
      onCode: (code) => codes.push(code),
      onStatus: () => {},
      onSpoiled: () => {},
      nowMs: () => performance.now(),
      timers,
    })
    tidy.push(() => office.stop())
    const settles = (check: () => unknown) => vi.waitFor(check, { timeout: 10_000, interval: 5 })
    const listens = (at: number) =>
      settles(async () => {
        expect(office.status()).toBe('ready')
        expect(await scanner.listenedAt()).toBe(at)
      })
    await settles(() => expect(office.status()).toBe('ready'))
    return { scanner, speeds, codes, settles, listens, passTry: () => passTry() }
  }

  test('is heard at 9,600 baud from its first code on', async () => {
    const { scanner, speeds, codes, settles, listens } = await plug(USUAL_BAUD)
    await scanner.say('AB12CD34\r')
    await settles(() => expect(codes).toEqual(['AB12CD34']))
    await scanner.say('X1\r')
    await settles(() => expect(codes).toEqual(['AB12CD34', 'X1']))
    expect(speeds).toEqual([[USUAL_BAUD, true]])
    await listens(USUAL_BAUD)
  })

  test.each(['dropped', 'kept'] as const)(
    'is heard at 115,200 baud after a code that was none, with broken characters %s',
    async (broken) => {
      const { scanner, speeds, codes, settles, listens } = await plug(NEWER_BAUD, broken)
      await scanner.say('AB12CD34\r')
      await listens(NEWER_BAUD)
      expect(codes).toEqual([])
      await scanner.say('AB12CD34\r')
      await settles(() => expect(codes).toEqual(['AB12CD34']))
      expect(speeds).toEqual([
        [USUAL_BAUD, false],
        [NEWER_BAUD, true],
      ])
    },
  )

  test('is found at 9,600 baud too when noise came before its first code', async () => {
    const { scanner, codes, settles, listens } = await plug(USUAL_BAUD, 'kept')
    await scanner.cable.say(Uint8Array.of(0xff))
    await listens(NEWER_BAUD)
    await scanner.say('AB12CD34\r')
    await listens(USUAL_BAUD)
    await scanner.say('AB12CD34\r')
    await settles(() => expect(codes).toEqual(['AB12CD34']))
  })

  test('is listened to at the usual speed again after a while, where at the other one it could not be heard', async () => {
    const { scanner, codes, settles, listens, passTry } = await plug(USUAL_BAUD)
    await scanner.cable.say(Uint8Array.of(0xff))
    await listens(NEWER_BAUD)
    await scanner.say('AB12CD34\r')
    passTry()
    await listens(USUAL_BAUD)
    await scanner.say('EF56GH78\r')
    await settles(() => expect(codes).toEqual(['EF56GH78']))
  })

  test('keeps its speed once it gave a code: noise changes nothing', async () => {
    const { scanner, speeds, codes, settles, listens, passTry } = await plug(NEWER_BAUD)
    await scanner.say('AB12CD34\r')
    await listens(NEWER_BAUD)
    await scanner.say('AB12CD34\r')
    await settles(() => expect(codes).toHaveLength(1))
    await scanner.cable.say(Uint8Array.of(0xff, 0xfe, 13))
    passTry()
    await scanner.say('EF56GH78\r')
    await settles(() => expect(codes).toEqual(['AB12CD34', 'EF56GH78']))
    expect(speeds.at(-1)).toEqual([NEWER_BAUD, true])
    await listens(NEWER_BAUD)
  })

  test('with a speed that is not its own gives nothing and is not looked for elsewhere', async () => {
    const { scanner, speeds, codes, settles, listens } = await plug(NEWER_BAUD, 'dropped', `?baud=${USUAL_BAUD}`)
    await scanner.say('AB12CD34\r')
    await scanner.cable.say('\rEF56GH78\r')
    await settles(() => expect(codes).toEqual(['EF56GH78']))
    expect(speeds).toEqual([])
    await listens(USUAL_BAUD)
  })
})
