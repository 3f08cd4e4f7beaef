import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chooseScreen, type Known } from '../../welcome/choose-screen.ts'
import type { House } from '../../welcome/house.ts'
import { readHash, readSetupCode } from '../../welcome/setup-code.ts'

const house: House = {
  office: 'Kanim',
  zone: 'Asia/Makassar',
  example: true,
  screens: [],
  loadAlerts: [],
  staff: [],
  mute: [],
  printers: [],
  scanners: [],
  toSee: 0,
  clock: null,
  disk: null,
}
const open: Known = { status: 'open', house }

describe('what an address of the server shows', () => {
  test.each<[string, Known, string]>([
    ['/', { status: 'asking' }, 'loading'],
    ['/', { status: 'locked' }, 'set-up'],
    ['/', { status: 'unreachable' }, 'unreachable'],
    ['/', { status: 'elsewhere' }, 'elsewhere'],
    ['/', open, 'house'],
    ['/try', open, 'try'],
    ['/try/', open, 'try'],
    ['/devices', open, 'devices'],
    ['/devices', { status: 'locked' }, 'set-up'],
    ['/try', { status: 'locked' }, 'set-up'],
    ['/something-else', open, 'house'],
  ])('%s, %o: %s', (path, known, name) => {
    expect(chooseScreen(path, known).name).toBe(name)
  })

  test.each<Known>([
    { status: 'asking' },
    { status: 'locked' },
    { status: 'elsewhere' },
    { status: 'unreachable' },
    open,
  ])('a device is paired, and goes on, whatever is known of the house: %o', (known) => {
    expect(chooseScreen('/pair', known)).toEqual({ name: 'pair' })
    expect(chooseScreen('/continue', known)).toEqual({ name: 'continue' })
  })

  test('nothing of the house is on a screen before the code', () => {
    for (const status of ['asking', 'locked', 'elsewhere', 'unreachable'] as const)
      expect(chooseScreen('/try', { status })).not.toHaveProperty('house')
  })
})

describe('a set-up code as people write it', () => {
  test.each([
    ['7HQ2-9KXM', '7HQ29KXM'],
    ['#7hq2-9kxm', '7HQ29KXM'],
    [' 7hq2 9kxm\n', '7HQ29KXM'],
    ['7HQ2–9KXM and more', '7HQ29KXM'],
    ['7H', '7H'],
    ['', ''],
  ])('%j is read as %s', (text, code) => {
    expect(readSetupCode(text)).toBe(code)
  })

  test('any text gives at most eight capitals and digits, and reading again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const code = readSetupCode(text)
        expect(code).toMatch(/^[A-Z0-9]{0,8}$/)
        expect(readSetupCode(code)).toBe(code)
      }),
    )
  })

  test('the secret of an address is what follows the #', () => {
    expect(readHash('#a_Token-1')).toBe('a_Token-1')
    expect(readHash('')).toBe('')
  })
})
