/**
 * @module-tag K6
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BURST_PAUSE_MS, type Heard, hear, QUIET, rest, SCAN_MIN_KEYS } from '../../kiosk/wedge.ts'
import { SCAN_MAX } from '../../protocol/commands.ts'

type Stroke = { key: string; gapMs: number }

/** Plays keys with the gaps before them, then the silence after the last. */
const listen = (strokes: readonly Stroke[]): Heard[] => {
  let wedge = QUIET
  let atMs = 1000
  const heard: Heard[] = []
  for (const { key, gapMs } of strokes) {
    atMs += gapMs
    const step = hear(wedge, key, atMs)
    wedge = step.wedge
    heard.push(...step.heard)
  }
  heard.push(...rest(wedge, atMs + BURST_PAUSE_MS).heard)
  return heard
}

const burst = (text: string, gapMs: number, end = 'Enter'): Stroke[] => [...text, end].map((key) => ({ key, gapMs }))

const typedOf = (heard: readonly Heard[]): string =>
  heard.flatMap((one) => (one.type === 'typed' ? one.keys : [])).join('')

const character = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-/:.?=&')

describe('a scanner that poses as a keyboard', () => {
  test('a person who types is never taken for a scanner, and no key of theirs is lost', () => {
    const stroke = fc.record({ key: character, gapMs: fc.integer({ min: 55, max: 900 }) })
    fc.assert(
      fc.property(fc.array(stroke, { minLength: 1, maxLength: 24 }), fc.integer({ min: 55, max: 900 }), (keys, end) => {
        const heard = listen([...keys, { key: 'Enter', gapMs: end }])
        expect(heard.filter(({ type }) => type === 'scan')).toEqual([])
        expect(typedOf(heard)).toBe(`${keys.map(({ key }) => key).join('')}Enter`)
      }),
      { numRuns: 10_000 },
    )
  })

  test('a burst that ends in Enter or Tab is one scan, letter by letter', () => {
    const text = fc.array(character, { minLength: SCAN_MIN_KEYS, maxLength: 300 }).map((keys) => keys.join(''))
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 25 }), fc.constantFrom('Enter', 'Tab'), (code, gapMs, end) => {
        expect(listen(burst(code, gapMs, end))).toEqual([{ type: 'scan', text: code }])
      }),
      { numRuns: 1000 },
    )
  })

  test('one stall of a busy bus does not break a scan', () => {
    const strokes = burst('https://m-paspor.example/K7Q04ABC', 4).map((stroke, i) =>
      i === 9 ? { ...stroke, gapMs: 120 } : stroke,
    )
    expect(listen(strokes)).toEqual([{ type: 'scan', text: 'https://m-paspor.example/K7Q04ABC' }])
  })

  test('two scans back to back are two scans', () => {
    expect(listen([...burst('K7Q04ABC', 5), ...burst('R2D20XYZ', 5)])).toEqual([
      { type: 'scan', text: 'K7Q04ABC' },
      { type: 'scan', text: 'R2D20XYZ' },
    ])
  })

  test('keys typed before a scan stay the person’s', () => {
    expect(listen([{ key: 'k', gapMs: 0 }, { key: 'K', gapMs: 400 }, ...burst('7Q04ABC', 5)])).toEqual([
      { type: 'typed', keys: ['k'] },
      { type: 'scan', text: 'K7Q04ABC' },
    ])
  })

  test('a scan never grows past what the office reads', () => {
    const heard = listen(burst('A'.repeat(SCAN_MAX + 500), 2))
    expect(heard).toEqual([{ type: 'scan', text: 'A'.repeat(SCAN_MAX) }])
  })

  test('a burst shorter than any code, or one that never ends in Enter, is typing', () => {
    expect(listen(burst('K7Q04', 4))).toEqual([{ type: 'typed', keys: [...'K7Q04', 'Enter'] }])
    expect(listen(burst('K7Q04ABC', 4).slice(0, -1))).toEqual([{ type: 'typed', keys: [...'K7Q04ABC'] }])
  })

  test('Shift, arrows and dead keys are not heard; Backspace ends a burst as typing', () => {
    const shifted = [...'K7Q04ABC'].flatMap((key) => [
      { key: 'Shift', gapMs: 1 },
      { key, gapMs: 3 },
    ])
    expect(listen([...shifted, { key: 'Enter', gapMs: 3 }])).toEqual([{ type: 'scan', text: 'K7Q04ABC' }])
    expect(listen([...burst('K7Q04A', 4).slice(0, -1), { key: 'Backspace', gapMs: 4 }])).toEqual([
      { type: 'typed', keys: [...'K7Q04A', 'Backspace'] },
    ])
  })
})
