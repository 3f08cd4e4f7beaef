import { describe, expect, test } from 'vitest'
import { calendarDay, clockTime, dayBefore, dayParts, dayText, durationText, windowText } from '../../ui/time.ts'

// The machine that shows the page may stand anywhere: Node reads TZ whenever it changes.
process.env.TZ = 'America/New_York'

const at = (text: string) => Date.parse(text)

describe('times on screens', () => {
  test('the test machine itself is in New York, so that a forgotten zone would show', () => {
    expect(new Date(at('2026-11-24T02:07:00Z')).getHours()).toBe(21)
  })

  test('a clock time is the office’s wall clock, with a dot and two digits', () => {
    expect(clockTime(at('2026-11-24T02:07:59.999Z'), 'Asia/Makassar')).toBe('10.07')
    expect(clockTime(at('2026-11-24T02:07:00Z'), 'Asia/Jakarta')).toBe('09.07')
    expect(clockTime(at('2026-11-24T02:07:00Z'), 'Asia/Jayapura')).toBe('11.07')
  })

  test('midnight is 00.00 and never 24.00', () => {
    expect(clockTime(at('2026-11-23T16:00:00Z'), 'Asia/Makassar')).toBe('00.00')
  })

  test('the day turns at the midnight of the office and not of the browser or of UTC', { tags: ['T5'] }, () => {
    expect(calendarDay(at('2026-11-23T15:59:59Z'), 'Asia/Makassar')).toBe('2026-11-23')
    expect(calendarDay(at('2026-11-23T16:00:00Z'), 'Asia/Makassar')).toBe('2026-11-24')
    expect(calendarDay(at('2026-11-23T16:00:00Z'), 'Asia/Jakarta')).toBe('2026-11-23')
  })

  test('a window has an en dash without spaces', () => {
    const window = { startAt: at('2026-11-24T02:00:00Z'), endAt: at('2026-11-24T03:00:00Z') }
    expect(windowText(window, 'Asia/Makassar')).toBe('10.00–11.00')
  })

  test('a day is the same square of the calendar in every zone and in both languages', () => {
    expect(dayText('2026-11-24', 'id')).toBe('Selasa, 24 November 2026')
    expect(dayText('2026-11-24', 'en')).toBe('Tuesday, 24 November 2026')
    expect(dayText('2026-08-02', 'id')).toBe('Minggu, 2 Agustus 2026')
    expect(dayParts('2027-01-01', 'id')).toEqual({ weekday: 'Jumat', date: 1, month: 'Januari', year: 2027 })
  })

  test('the day before the first of a month is the last of the month before', () => {
    expect(dayBefore('2026-12-01')).toBe('2026-11-30')
    expect(dayBefore('2028-03-01')).toBe('2028-02-29')
  })

  test('a length of time is minutes and seconds, and never negative', () => {
    expect(durationText(402_999)).toBe('6.42')
    expect(durationText(59_000)).toBe('0.59')
    expect(durationText(3_600_000)).toBe('60.00')
    expect(durationText(-5)).toBe('0.00')
  })
})
