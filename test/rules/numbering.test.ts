import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepDays } from '../../server/days.ts'
import { refuse } from '../../server/rules/decision.ts'
import { at, DENPASAR } from '../support/denpasar.ts'
import { openMemoryJournal } from '../support/memory-journal.ts'
import { nextId, openTestOffice, virtualClock } from '../support/office.ts'
import { officeWith } from '../support/office-with.ts'
import { booking, KIOSK, keyOf, morning, rehearse } from '../support/rules.ts'

const TAKE = { type: 'TakeNumber', service: 'passport-new', reason: 'other' } as const

/** Steps of the wall clock in minutes: mostly a little on, sometimes days on or back, often around midnight. */
const clockStep = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 600 }) },
  { weight: 1, arbitrary: fc.integer({ min: -4000, max: 4000 }) },
  { weight: 1, arbitrary: fc.constantFrom(1440, -1440, 1, -1, 1020, -1020) },
)
const steps = fc.array(fc.tuple(clockStep, fc.array(fc.boolean(), { maxLength: 4 })), { minLength: 1, maxLength: 12 })

test('however the clock is set, no number is given twice, and a series starts anew only with a new day', {
  tags: ['T2', 'F36'],
}, async () => {
  let days = 0
  await fc.assert(
    fc.asyncProperty(steps, async (walk) => {
      const journal = openMemoryJournal()
      const clock = virtualClock(at('07.00'))
      const office = await openTestOffice({ clock, journal, fresh: false })
      await office.ask({ type: 'ConfigureOffice', office: officeWith({ estimate: { runs: 0 } }) }, office.asConsole)
      const { zone } = DENPASAR
      const kept = await keepDays({ office: office.door, zone: () => zone, clock, newCommandId: nextId })
      for (const [minutes, people] of walk) {
        clock.set(clock.now() + minutes * 60_000)
        for (const priority of people) await office.ask({ ...TAKE, priority }, KIOSK)
      }
      kept.stop()
      const given = new Set<string>()
      let [day, last]: [string, Record<string, number>] = ['', {}]
      for await (const { event } of journal.read()) {
        if (event.type === 'DayOpened') {
          expect(event.day > day).toBe(true)
          ;[day, last] = [event.day, {}]
          days += 1
        }
        if (event.type !== 'CheckedIn') continue
        expect(given).not.toContain(event.ticketId)
        given.add(event.ticketId)
        expect(event.ticketId).toBe(`${day}/${event.number}`)
        const number = Number(event.number.slice(1))
        expect(number).toBe((last[event.letter] ?? 0) + 1)
        last[event.letter] = number
      }
      expect(office.faults).toEqual([])
      await office.door.close()
    }),
    { numRuns: 150 },
  )
  expect(days).toBeGreaterThan(250)
})

test('a lane that has given its last number gives no other, and says so', () => {
  const state = morning(booking('C1', '08.00-09.00'), booking('C2', '08.00-09.00'))
  const day = rehearse({ ...state, lastNumber: { A: 9998 } })
  expect(day.scan('C1', '08.10').number).toBe('A9999')
  const presented = { status: 'code', key: keyOf('C2') } as const
  expect(day.ask({ type: 'CheckIn', presented }, KIOSK, '08.11')).toEqual(refuse('lane-full'))
})
