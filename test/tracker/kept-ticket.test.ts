// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { forgetTicket, isOver, keepTicket, parseKept, readTicket } from '../../tracker/kept-ticket.ts'
import { at, viewOf } from './sample-views.ts'

const TOKEN = 'T'.repeat(22)
const HOUR = 3_600_000

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2031-01-01T00:00:00Z') })
  localStorage.clear()
})
afterEach(() => {
  vi.useRealTimers()
})

test('a phone with a wrong clock still knows how old its ticket is', () => {
  keepTicket(TOKEN, viewOf(), at('10:12'))
  vi.advanceTimersByTime(8 * 60_000)
  expect(readTicket(TOKEN)).toEqual({ view: viewOf(), lostAt: at('10:12'), at: at('10:20') })
  vi.setSystemTime(0)
  expect(readTicket(TOKEN)).toMatchObject({ lostAt: at('10:12'), at: at('10:12') })
})

test('a ticket is forgotten when it ended, and every other one with the end of its day', () => {
  keepTicket(TOKEN, viewOf(), at('10:12'))
  keepTicket('U'.repeat(22), viewOf(), at('10:12'))
  localStorage.setItem('not-ours', 'stays')
  forgetTicket(TOKEN)
  expect(readTicket(TOKEN)).toBeNull()
  expect(localStorage).toHaveLength(2)
  vi.advanceTimersByTime(14 * HOUR)
  expect(readTicket('V'.repeat(22))).toBeNull()
  expect(localStorage).toHaveLength(1)
  expect(localStorage.getItem('not-ours')).toBe('stays')
})

test('what a phone holds that is no ticket is not shown', () => {
  const written = { view: viewOf(), knownAt: at('10:12'), savedAt: 0 }
  expect(parseKept(JSON.stringify(written), 0)).not.toBeNull()
  for (const text of [null, '', '{', '[]', JSON.stringify({ ...written, view: { ...viewOf(), name: 'Made' } })])
    expect(parseKept(text, 0)).toBeNull()
})

test('a day is over at the midnight of the office, whatever the phone’s zone', () => {
  expect(isOver(viewOf(), at('23:59'))).toBe(false)
  expect(isOver(viewOf(), at('23:59') + 60_000)).toBe(true)
  expect(isOver(viewOf({ day: null }), at('23:59') + HOUR)).toBe(false)
})

test('nothing but the number is kept: no name of a person, no code', () => {
  keepTicket(TOKEN, viewOf(), at('10:12'))
  const kept = Object.keys(JSON.parse(localStorage.getItem(`antrean-ticket-${TOKEN}`) ?? '{}'))
  expect(kept.sort()).toEqual(['knownAt', 'savedAt', 'view'])
})
