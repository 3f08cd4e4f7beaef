import { describe, expect, test } from 'vitest'
import type { Clock } from '../../server/clock.ts'
import { dayOf } from '../../server/days.ts'
import { keepTime } from '../../server/office-clock.ts'
import { at, TODAY } from '../support/denpasar.ts'

const ZONE = 'Asia/Makassar'
const HOUR = 3_600_000
const DAY = 24 * HOUR

/** A machine whose clock and whose steady time are moved apart. */
const machine = (start: number) => {
  const time = { wall: start, steady: 1_000 }
  const clock: Clock = { now: () => time.wall, steady: () => time.steady, wakeAt: () => () => undefined }
  return {
    clock,
    pass(ms: number) {
      time.wall += ms
      time.steady += ms
    },
    jump(ms: number) {
      time.wall += ms
    },
  }
}
const keep = (clock: Clock, lastAt: number | null, more: { example?: boolean; closed?: string[] } = {}) =>
  keepTime({
    ...{ machine: clock, lastAt, zone: () => ZONE, isClosed: (day) => (more.closed ?? []).includes(day) },
    isExample: () => more.example ?? false,
  })

describe('a clock that is set while the office runs', () => {
  test.each([
    ['an hour back', -HOUR],
    ['a day on', DAY],
    ['to 1970', -at('10.00')],
    ['to 2099', 73 * 365 * DAY],
  ])(
    '%s: the office goes on by its own measure, and is right again when the clock is',
    { tags: ['F36', 'T1'] },
    (_, ms) => {
      const { clock, pass, jump } = machine(at('10.00'))
      const time = keep(clock, at('09.59'))
      expect(time.now()).toBe(at('10.00'))
      jump(ms)
      expect(time.now()).toBe(at('10.00'))
      pass(30 * 60_000)
      expect(time.now()).toBe(at('10.30'))
      expect(time.doubt()).toEqual({ machineAt: at('10.30') + ms, officeAt: at('10.30') })
      jump(-ms)
      expect(time.doubt()).toBeNull()
      expect(time.now()).toBe(at('10.30'))
    },
  )

  test('by less than two minutes, as clocks are set right every day: it is followed', { tags: ['T1'] }, () => {
    const { clock, jump } = machine(at('10.00'))
    const time = keep(clock, null)
    for (const ms of [90_000, -90_000, 119_000]) {
      jump(ms)
      expect(time.doubt()).toBeNull()
    }
    expect(time.now()).toBe(clock.now())
  })

  test('and is right: somebody says so, and it is followed from then on', { tags: ['T3'] }, () => {
    const { clock, jump, pass } = machine(at('10.00'))
    const time = keep(clock, null)
    let heard = 0
    time.onTrusted(() => {
      heard += 1
    })
    time.now()
    heard = 0
    jump(DAY)
    expect(dayOf(time.now(), ZONE)).toBe(TODAY)
    time.trust()
    expect(heard).toBe(1)
    expect(time.doubt()).toBeNull()
    expect(dayOf(time.now(), ZONE)).toBe('2026-11-25')
    pass(HOUR)
    expect(time.now()).toBe(clock.now())
  })
})

describe('a clock that is wrong at the start', { tags: ['F37', 'T3'] }, () => {
  test.each([
    ['1970', -at('07.00')],
    ['2010', -16 * 365 * DAY],
    ['three minutes before the last record', -3 * 60_000],
    ['37 hours after it', 37 * HOUR],
    ['2099', 73 * 365 * DAY],
  ])('%s: the office goes on where it was', (_, ms) => {
    const { clock, pass } = machine(at('07.00') + ms)
    const time = keep(clock, at('07.00'))
    expect(time.doubt()).toEqual({ machineAt: at('07.00') + ms, officeAt: at('07.00') })
    pass(30_000)
    expect(time.now()).toBe(at('07.00') + 30_000)
  })

  test('is believed once the network has set it right', () => {
    const { clock, jump, pass } = machine(at('07.00', '2010-01-01'))
    const time = keep(clock, at('16.00', '2026-11-23'))
    expect(time.doubt()).not.toBeNull()
    let heard = 0
    time.onTrusted(() => {
      heard += 1
    })
    pass(60_000)
    jump(at('07.05') - clock.now())
    expect(time.now()).toBe(at('07.05'))
    expect([heard, time.doubt()]).toEqual([1, null])
  })

  test.each([
    ['a minute before the last record', -60_000],
    ['the next morning', 15 * HOUR],
    ['36 hours later', 36 * HOUR],
  ])('%s is believed', (_, ms) => {
    const { clock } = machine(at('16.00') + ms)
    expect(keep(clock, at('16.00')).doubt()).toBeNull()
  })

  test('a weekend on which the office is closed is no pause, and one on which it is open is', () => {
    const friday = at('16.00', '2026-11-27')
    const { clock } = machine(at('07.00', '2026-11-30'))
    expect(keep(clock, friday, { closed: ['2026-11-28', '2026-11-29'] }).doubt()).toBeNull()
    expect(keep(clock, friday, { closed: ['2026-11-29'] }).doubt()).not.toBeNull()
    expect(keep(clock, friday).doubt()).not.toBeNull()
  })

  test('an example office believes everything', () => {
    const { clock, jump } = machine(at('07.00'))
    const time = keep(clock, at('07.00', '2026-10-01'), { example: true })
    jump(-5 * DAY)
    expect([time.doubt(), time.now()]).toEqual([null, clock.now()])
  })
})
