import { describe, expect, test } from 'vitest'
import { CLOSING_MS, chooseNotices, chooseScreen } from '../../display/choose-screen.ts'
import { chooseWords, shortZone, zoneWords } from '../../display/choose-words.ts'
import type { DisplayView } from '../../protocol/views.ts'
import { AT_10_24, callOf, viewOf } from './sample-views.ts'

const at = (clock: string, day = '2026-11-24'): number => Date.parse(`${day}T${clock}:00+08:00`)
const seen = (view: DisplayView) => chooseScreen({ status: 'live', view, lostAt: null }, view.at)
const BREAK = { status: 'break', name: { id: 'Salat Jumat', en: 'Friday prayer' }, nextAt: at('13:15') } as const
const EARLY = { status: 'before-open', name: null, nextAt: at('08:00') } as const
const LATE = { status: 'closed', name: null, nextAt: at('08:00', '2026-11-25') } as const
const OUTAGE = { scope: 'national', sinceAt: at('10:12') } as const
const called = { last: [callOf(7)] }

describe('while nobody is called', () => {
  test('the board says what the hours say, and only on an ordinary hour the last call', () => {
    expect(seen(viewOf({ ...called, hours: BREAK })).screen).toBe('break')
    expect(seen(viewOf({ ...called, hours: EARLY })).screen).toBe('before-open')
    expect(seen(viewOf({ ...called, hours: LATE })).screen).toBe('closed')
    expect(seen(viewOf(called)).screen).toBe('quiet')
  })

  test('an outage comes before the hours', () => {
    expect(seen(viewOf({ ...called, hours: BREAK, outage: OUTAGE })).screen).toBe('outage')
  })

  test('but whoever is called now comes first, in a break and in an outage', () => {
    const live = [callOf(8)]
    expect(seen(viewOf({ live, hours: BREAK })).screen).toBe('called')
    expect(seen(viewOf({ live, outage: OUTAGE })).screen).toBe('called')
  })
})

describe('the words of a board without a call', () => {
  const words = (screen: Parameters<typeof chooseWords>[0], change: Partial<DisplayView>) =>
    chooseWords(screen, viewOf(change), AT_10_24)

  test('before the opening: when the counters open', () => {
    expect(words('before-open', { hours: EARLY }).headline.id).toBe('Loket buka pukul 08.00')
    expect(words('before-open', {}).headline.id).toBe('Belum ada panggilan')
  })

  test('in a break: its name, and when calls go on', () => {
    expect(words('break', { hours: BREAK })).toMatchObject({
      headline: { id: 'Salat Jumat' },
      clock: { words: { id: 'Panggilan mulai lagi' }, at: at('13:15') },
    })
    expect(words('break', { hours: { ...BREAK, name: null, nextAt: null } })).toMatchObject({
      headline: { id: 'Loket istirahat' },
      clock: null,
    })
  })

  test('in an outage: since when, and that the turn is kept', () => {
    const { headline, body } = words('outage', { outage: OUTAGE })
    expect(headline.en).toBe('System outage since 10.12')
    expect(body.id).toBe('Giliran Anda dijaga. Perkiraan dihitung ulang.')
  })

  test('after the close: when it opens again, and for those who wait that they are served', () => {
    expect(words('closed', { hours: LATE }).body.id).toBe('Buka lagi Rabu, 25 November pukul 08.00. Terima kasih.')
    expect(words('closed', { hours: { ...LATE, nextAt: at('14:00') } }).body.id).toBe('Buka pukul 14.00. Terima kasih.')
    const lanes = [{ lane: callOf(1).lane, next: 'A038', range: null, waiting: 3 }]
    expect(words('closed', { hours: LATE, lanes }).body.id).toBe('Yang sudah punya nomor tetap dilayani.')
    expect(words('closed', { hours: { ...LATE, name: { id: 'Hari Raya', en: 'Holiday' } } }).headline.id).toBe(
      'Hari Raya',
    )
    expect(words('closed', { day: null }).headline.id).toBe('Loket sedang tutup')
  })

  test('beside an earlier call a long name gives way to the floor', () => {
    expect(shortZone({ name: { id: 'Ruang B', en: 'Room B' }, floor: 2 }).id).toBe('Ruang B, lantai 2')
    const long = { name: { id: 'Ruang Pelayanan Wawancara', en: 'Interview hall' }, floor: 12 }
    expect(shortZone(long)).toEqual({ id: 'lantai 12', en: 'floor 12' })
  })

  test('a zone is said as its door signs say it', () => {
    expect(zoneWords({ name: { id: 'Ruang B', en: 'Room B' }, floor: 2 })).toEqual({
      id: 'Ruang B, lantai 2',
      en: 'Room B, floor 2',
    })
  })
})

describe('the line at the foot', () => {
  const line = (change: Partial<DisplayView>, now = AT_10_24) => chooseNotices(viewOf(change), now)

  test('is an outage, also while somebody is called', () => {
    expect(line({ live: [callOf(8)], outage: OUTAGE })).toEqual([{ notice: 'outage', at: OUTAGE.sinceAt }])
  })

  test('says from an hour before that the kiosks close, and until the office does', () => {
    const numbersUntilAt = at('14:30')
    expect(line({ numbersUntilAt }, numbersUntilAt - CLOSING_MS - 1)).toEqual([])
    expect(line({ numbersUntilAt }, numbersUntilAt - CLOSING_MS)).toEqual([{ notice: 'closing', at: numbersUntilAt }])
    expect(line({ numbersUntilAt }, at('15:00'))).toEqual([{ notice: 'closing', at: numbersUntilAt }])
    expect(line({ numbersUntilAt, hours: LATE }, at('17:00'))).toEqual([])
  })

  test('is nothing of its own on an ordinary hour, and an outage comes before the close', () => {
    expect(line({})).toEqual([])
    const both = line({ outage: OUTAGE, numbersUntilAt: at('11:00') }).map(({ notice }) => notice)
    expect(both).toEqual(['outage', 'closing'])
  })
})
