import { beforeAll, describe, expect, test } from 'vitest'
import type { Recorded } from '../../server/journal/journal.ts'
import { toldOf } from '../../server/report/told.ts'
import { OfficeEvent } from '../../server/rules/events.ts'
import { called, checkedIn, open } from '../figures/made-days.ts'
import { seedRecorded } from '../figures/seeded.ts'
import { at, TODAY, window } from '../support/denpasar.ts'
import { ownPages, tellAll } from './offices.ts'

describe('what the hub is told', () => {
  let recorded: Recorded[] = []
  beforeAll(() => {
    recorded = seedRecorded(1).recorded
  })

  test('is enough for the same figures as the office reckons from everything', async () => {
    const told = await tellAll(recorded)
    const heard = told.map(({ at: toldAt, event }, i) => ({
      ...{ seq: i + 1, at: toldAt, by: { role: 'console', place: 'console', staff: null } as const },
      event: OfficeEvent.parse(JSON.parse(event)),
    }))
    expect(told.length).toBeGreaterThan(1_000)
    expect(ownPages(heard)).toEqual(ownPages(recorded))
  })

  test('says nothing of staff, families, and who was called before whom', () => {
    const key = 'k'.repeat(22)
    expect(toldOf(open(3))).toMatchObject({ type: 'CounterOpened', counter: 3, staff: '00' })
    expect(
      toldOf({ type: 'Overridden', act: 'late-accepted', ticketId: `${TODAY}/A001`, staff: '07', reason: 'sick' }),
    ).toMatchObject({ staff: '00', ticketId: `${TODAY}/A000` })
    expect(toldOf(checkedIn(`${TODAY}/A001`, '08.00', { key, party: key, tie: 3, by: 'staff' }))).not.toHaveProperty(
      'party',
    )
    const before = { ticketId: `${TODAY}/A002`, turnAt: at('08.00') }
    const call = { ...called(`${TODAY}/A001`, 3, 'documents', 1), runnerUp: before, together: [`${TODAY}/A003`] }
    expect(toldOf(OfficeEvent.parse({ ...call, turnAt: at('07.00'), shiftMin: 30 }))).toEqual(
      called(`${TODAY}/A001`, 3, 'documents', 1),
    )
    const booking = {
      key,
      day: TODAY,
      window: window('10.00-11.00'),
      service: 'passport-new',
      status: 'booked' as const,
    }
    const agenda = {
      type: 'AgendaImported' as const,
      bookings: [{ ...booking, priority: true, party: key, bookingNo: 4 }],
    }
    expect(toldOf(agenda)).toEqual({ type: 'AgendaImported', bookings: [{ ...booking, priority: false }] })
  })

  test.each<OfficeEvent>([
    { type: 'SurveyInvited', ticketId: `${TODAY}/A001`, counter: 3, everyKth: 1 },
    { type: 'Announced', words: { id: 'Ibu Sari ditunggu', en: 'Wanted' } },
    { type: 'ForecastsShown', forecasts: [] },
    { type: 'StaffCalled', kiosk: '1' },
    { type: 'HelpsSet', counter: 3, helps: [] },
  ] as OfficeEvent[])('$type is none of its business', (event) => {
    expect(toldOf(event)).toBeNull()
  })
})
