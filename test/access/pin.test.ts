/**
 * @module-tag W8
 */
import { expect, test } from 'vitest'
import { isWeakPin, makePin, matchesPin, sealPin } from '../../server/access/pin.ts'
import { systemRandom } from '../../server/access/secrets.ts'

test.each([
  '123456',
  '654321',
  '901234',
  '271234',
  '000000',
  '777777',
  '121212',
  '112211',
  '123123',
  '808080',
  '198507',
  '071998',
  '202611',
])('%s is too easy for a PIN', (pin) => {
  expect(isWeakPin(pin)).toBe(true)
})

test.each(['804617', '392715', '135790', '905318'])('%s may be a PIN', (pin) => {
  expect(isWeakPin(pin)).toBe(false)
})

test('a thousand PINs are six digits, none is easy and hardly two are the same', () => {
  const pins = Array.from({ length: 1000 }, () => makePin(systemRandom))
  for (const pin of pins) {
    expect(pin).toMatch(/^\d{6}$/)
    expect(isWeakPin(pin)).toBe(false)
  }
  expect(new Set(pins).size).toBeGreaterThan(980)
})

test('a PIN is made again when chance makes an easy one', () => {
  const draws = [
    [1, 2, 3, 4, 5, 6],
    [255, 255, 255, 255, 255, 251],
    [253, 8, 0, 4, 6, 1, 7],
  ]
  expect(makePin(() => Uint8Array.from(draws.shift() ?? []))).toBe('804617')
})

test('two seals of one PIN differ, and each opens with this PIN alone', async () => {
  const one = await sealPin('804617', systemRandom)
  const two = await sealPin('804617', systemRandom)
  expect(one.hash).not.toBe(two.hash)
  expect(await matchesPin('804617', one)).toBe(true)
  expect(await matchesPin('804618', one)).toBe(false)
  expect(await matchesPin('804617', { ...two, salt: one.salt })).toBe(false)
  expect(await matchesPin('804617', null)).toBe(false)
})

test('a number that nobody has is looked at for as long as one that somebody has', async () => {
  const sealed = await sealPin('804617', systemRandom)
  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
  for (let i = 0; i < 7; i++)
    for (const [who, seal] of [
      ['known', sealed],
      ['unknown', null],
    ] as const) {
      const startMs = performance.now()
      await matchesPin('135790', seal)
      times[who].push(performance.now() - startMs)
    }
  // The quickest of each: a busy machine only ever makes one longer.
  const [known, unknown] = [Math.min(...times.known), Math.min(...times.unknown)]
  expect(unknown / known).toBeGreaterThan(0.6)
  expect(unknown / known).toBeLessThan(1.7)
})
