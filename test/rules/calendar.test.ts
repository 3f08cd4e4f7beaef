import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { Opening } from '../../protocol/hours.ts'
import type { Window } from '../../protocol/ids.ts'
import type { Office } from '../../protocol/office.ts'
import { addOpenTime, openingOf, openMinutesBetween, planOf, stretchesOf } from '../../server/rules/calendar.ts'
import { dayAfter, dayAt, instantOf, midnightOf, weekdayOf } from '../../server/rules/civil.ts'
import { DENPASAR } from '../support/denpasar.ts'
import { officeWith } from '../support/office-with.ts'

// A fourth zone, with daylight saving: what the host believes about time must not matter.
process.env.TZ = 'America/New_York'

const ZONES: Office['zone'][] = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']
const zone = fc.constantFrom(...ZONES)
/** Days from 1990 on: the offsets of today hold since 1988. */
const day = fc.integer({ min: 0, max: 60_000 }).map((days) => Temporal.PlainDate.from('1990-01-01').add({ days }))
const instant = fc.integer({ min: Date.parse('1990-01-02'), max: Date.parse('2150-01-01') })
const minuteOfDay = fc.integer({ min: 0, max: 1440 })
const clockOf = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}.${String(minute % 60).padStart(2, '0')}`

describe('the calendar of the three zones', () => {
  test('is tested on a host in a fourth, which has daylight saving', () => {
    expect(new Date('2026-07-01T00:00:00Z').getHours()).toBe(20)
    expect(new Date('2026-01-01T00:00:00Z').getHours()).toBe(19)
  })

  test('knows each midnight, weekday and next day as the time zone database does', () => {
    fc.assert(
      fc.property(day, zone, fc.integer({ min: -400, max: 400 }), (date, of, days) => {
        const stamp = date.toString()
        expect(midnightOf(stamp, of)).toBe(date.toZonedDateTime(of).epochMilliseconds)
        expect(weekdayOf(stamp)).toBe(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'][date.dayOfWeek - 1])
        expect(dayAfter(stamp, days)).toBe(date.add({ days }).toString())
      }),
      { numRuns: 2000 },
    )
  })

  test('knows the day and the time of day of every instant', () => {
    fc.assert(
      fc.property(instant, zone, (at, of) => {
        const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(of)
        expect(dayAt(at, of)).toBe(there.toPlainDate().toString())
        const clock = clockOf(there.hour * 60 + there.minute)
        expect(instantOf(dayAt(at, of), clock, of)).toBe(at - there.second * 1000 - there.millisecond)
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    ['Asia/Jakarta', '2026-11-24T00:00:00+07:00'],
    ['Asia/Makassar', '2026-11-24T00:00:00+08:00'],
    ['Asia/Jayapura', '2026-11-24T00:00:00+09:00'],
  ] as const)('the day of %s turns over at its own midnight, not at UTC', (of, midnight) => {
    const at = Date.parse(midnight)
    expect(dayAt(at - 1, of)).toBe('2026-11-23')
    expect(dayAt(at, of)).toBe('2026-11-24')
    expect(instantOf('2026-11-23', '24.00', of)).toBe(at)
  })

  test('no day of a zone is shorter or longer than the others', () => {
    fc.assert(
      fc.property(day, zone, (date, of) => {
        const stamp = date.toString()
        expect(midnightOf(dayAfter(stamp, 1), of) - midnightOf(stamp, of)).toBe(86_400_000)
      }),
    )
  })
})

describe('the hours of a day', () => {
  const short = Opening.parse({ open: '08.00', close: '11.00' })
  const ramadan = Opening.parse({ open: '08.00', close: '15.00' })
  const every = (opening: Opening | null) => ({
    ...{ mon: opening, tue: opening, wed: opening, thu: opening, fri: opening, sat: null, sun: null },
  })
  const hours = {
    week: every(Opening.parse({ open: '08.00', close: '16.00' })),
    seasons: [
      { name: { id: 'Ramadan', en: 'Ramadan' }, from: '2027-02-08', until: '2027-03-09', week: every(ramadan) },
    ],
    days: [{ day: '2027-02-16', name: { id: 'Libur', en: 'Holiday' }, opening: null }],
    numbersWhenClosed: false,
  }
  const office = officeWith({ hours })

  test.each([
    ['2027-02-05', '16.00', 'the week'],
    ['2027-02-08', '15.00', 'the season, from its first day'],
    ['2027-03-09', '15.00', 'the season, until its last day'],
    ['2027-03-10', '16.00', 'the week again'],
    ['2027-02-16', null, 'the exceptional day before the season'],
    ['2027-02-13', null, 'the season, which is closed on Saturdays too'],
    ['2027-02-17', '11.00', 'hours set at short notice, before all else'],
  ])('%s closes at %s by %s', (on, close, _by) => {
    const opening = openingOf(office, { '2027-02-17': short }, on)
    expect(opening === 'always' ? 'always' : (opening?.close ?? null)).toBe(close)
  })

  test('set at short notice hold also in an office without a calendar', () => {
    const without = officeWith({ hours: null })
    expect(openingOf(without, {}, '2027-02-17')).toBe('always')
    expect(openingOf(without, { '2027-02-17': null }, '2027-02-17')).toBeNull()
  })

  test('of a Friday in Denpasar are two stretches around the prayer', () => {
    const plan = planOf(DENPASAR, {}, '2026-11-27')
    const clock = (text: string) => instantOf('2026-11-27', text, 'Asia/Makassar')
    expect(stretchesOf(plan)).toEqual([
      { startAt: clock('08.00'), endAt: clock('11.30') },
      { startAt: clock('13.20'), endAt: clock('16.00') },
    ])
  })
})

describe('open time', () => {
  /** Any opening with breaks, which may touch, overlap and repeat. */
  const opening = fc
    .tuple(
      fc.uniqueArray(minuteOfDay, { minLength: 2, maxLength: 2 }),
      fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 4 }),
    )
    .map(([ends, cuts]) => {
      const [open = 0, close = 1440] = ends.toSorted((a, b) => a - b)
      const within = (n: number) => open + (n % (close - open + 1))
      const breaks = cuts
        .map(([a, b]) => [within(a), within(b)].toSorted((x, y) => x - y))
        .flatMap(([from = 0, until = 0]) =>
          from === until
            ? []
            : [{ name: { id: 'Istirahat', en: 'Break' }, from: clockOf(from), until: clockOf(until) }],
        )
      return Opening.parse({ open: clockOf(open), close: clockOf(close), breaks })
    })
  const stretches = fc
    .tuple(opening, zone)
    .map(([of, where]) => stretchesOf(planOf({ ...officeWith({ zone: where }) }, { '2026-11-24': of }, '2026-11-24')))
  const start = midnightOf('2026-11-24', 'Asia/Jayapura')
  const near = fc.integer({ min: 0, max: 1800 }).map((minute) => start + minute * 60_000)
  /** The same, counted minute by minute. */
  const counted = (all: readonly Window[], fromAt: number, untilAt: number) => {
    let minutes = 0
    for (let at = fromAt; at < untilAt; at += 60_000)
      if (all.some(({ startAt, endAt }) => startAt <= at && at < endAt)) minutes += 1
    return minutes
  }

  test('between two instants is what a clock counts that stands still in breaks and when closed', () => {
    fc.assert(
      fc.property(stretches, near, near, (all, a, b) => {
        expect(openMinutesBetween(all, Math.min(a, b), Math.max(a, b))).toBe(
          counted(all, Math.min(a, b), Math.max(a, b)),
        )
      }),
      { numRuns: 400 },
    )
  })

  test('added to an instant ends where just so much of it has passed, and nowhere when the day has less', () => {
    fc.assert(
      fc.property(stretches, near, fc.integer({ min: 1, max: 600 }), (all, at, minutes) => {
        const end = addOpenTime(all, at, minutes)
        if (end === null) expect(openMinutesBetween(all, at, start + 3 * 86_400_000)).toBeLessThan(minutes)
        else {
          expect(openMinutesBetween(all, at, end)).toBe(minutes)
          expect(openMinutesBetween(all, at, end - 1)).toBeLessThan(minutes)
        }
      }),
      { numRuns: 400 },
    )
  })

  test('without a calendar is all time', () => {
    const always = stretchesOf('always')
    expect(openMinutesBetween(always, start, start + 600_000)).toBe(10)
    expect(addOpenTime(always, start, 90)).toBe(start + 90 * 60_000)
  })
})
