import { describe, expect, test } from 'vitest'
import type { Sender } from '../../protocol/roles.ts'
import type { OfficeEvent } from '../../server/rules/events.ts'
import { evolve } from '../../server/rules/evolve.ts'
import { everyPaper } from '../../server/rules/papers.ts'
import { type Kiosk, MINUTE, type State } from '../../server/rules/state.ts'
import { kioskView } from '../../server/views/kiosk-view.ts'
import { at, DENPASAR, SHIPPED, window } from '../support/denpasar.ts'
import { morningWith } from '../support/office-with.ts'
import { booking, KIOSK, keyOf, rehearse } from '../support/rules.ts'

const OTHER_KIOSK: Sender = { ...KIOSK, device: 'k2', place: '2' }
const NOTHING_OFFERED = { status: 'refused', refusal: { code: 'nothing-offered' } }

const member = (code: string, service = 'passport-new') =>
  booking(code, '10.00-11.00', { party: keyOf('PARTY'), service })
const asking = (...bookings: Parameters<typeof morningWith>[1][]) =>
  rehearse(morningWith({ checklist: true }, booking('PAPERS', '10.00-11.00'), ...bookings))
const visitAt = (state: State, place = '1'): NonNullable<Kiosk['visit']> | undefined =>
  state.kiosks[place]?.visit ?? undefined
const shownAt = (state: State, clock: string) =>
  kioskView(state, state.office ?? DENPASAR, '1', { epoch: 'e', seq: 1, at: at(clock), tokenOf: (id) => id }).visit

describe('an office that asks about the originals', () => {
  test('is the one that ships', () => {
    expect(SHIPPED.checklist).toBe(true)
  })

  test('asks before it gives the number, with the list of the service, and counts nobody as turned away', () => {
    const day = asking()
    expect(day.scan('PAPERS', '10.05')).toMatchObject({ verdict: 'checklist', number: null })
    expect(shownAt(day.state(), '10.05')).toMatchObject({
      verdict: 'checklist',
      ticket: null,
      documents: DENPASAR.services[0]?.documents,
    })
    expect(day.state().turnedAway).toEqual({})
    expect(day.state().checkIns).toBe(0)
  })

  test('gives the number at the answer, and the arrival is that of the scan', () => {
    const day = asking()
    const { visitId } = day.scan('PAPERS', '10.05')
    day.taken({ type: 'ConfirmDocuments', visitId }, KIOSK, '10.06')
    expect(day.ticket('A001')).toMatchObject({ arrival: 'on-time', turnAt: at('10.05') })
    expect(shownAt(day.state(), '10.06')).toMatchObject({ verdict: 'on-time', documents: [] })
  })

  const END = at('11.00')
  const { graceMin, lateLimitMin } = DENPASAR.windows
  test.each([
    ['the hour', END, 'on-time'],
    ['the grace', END + graceMin * MINUTE, 'late-grace'],
    ['the time to be late', END + lateLimitMin * MINUTE, 'late'],
  ])('whoever reads the list past the end of %s keeps it', (_what, end, arrival) => {
    const day = asking()
    day.taken({ type: 'CheckIn', presented: { status: 'code', key: keyOf('PAPERS') } }, KIOSK, end - 10_000)
    const visitId = visitAt(day.state())?.visitId ?? ''
    day.taken({ type: 'ConfirmDocuments', visitId }, KIOSK, end + 20_000)
    expect(day.ticket('A001').arrival).toBe(arrival)
  })

  test('writes down that an original is missing, and gives the same number and turn', () => {
    const day = asking()
    const { visitId } = day.scan('PAPERS', '10.05')
    const [checkedIn] = day.taken({ type: 'ConfirmDocuments', visitId, incomplete: true }, KIOSK, '10.06')
    expect(checkedIn).toMatchObject({ type: 'CheckedIn', incomplete: true, turnAt: at('10.05') })
    const complete = asking()
    const again = complete.scan('PAPERS', '10.05')
    const [plain] = complete.taken({ type: 'ConfirmDocuments', visitId: again.visitId }, KIOSK, '10.06')
    expect(plain).not.toHaveProperty('incomplete')
    expect({ ...plain, incomplete: true }).toEqual(checkedIn)
  })

  test('asks a family once for each service', () => {
    const day = rehearse(
      morningWith({ checklist: true }, member('MOTHER'), member('CHILD'), member('FATHER', 'passport-replacement')),
    )
    const { visitId } = day.scan('MOTHER', '10.00')
    day.taken({ type: 'ConfirmDocuments', visitId }, KIOSK, '10.01')
    expect(day.scan('CHILD', '10.02')).toMatchObject({ verdict: 'on-time', number: 'A002' })
    expect(day.scan('FATHER', '10.03').verdict).toBe('checklist')
  })

  test('does not ask where the service needs no originals', () => {
    const services = DENPASAR.services.map((service) => ({ ...service, documents: [] }))
    const day = rehearse(morningWith({ checklist: true, services }, booking('PAPERS', '10.00-11.00')))
    expect(day.scan('PAPERS', '10.05')).toMatchObject({ verdict: 'on-time', number: 'A001' })
  })

  test('does not ask whoever gets no number: of another day, cancelled, long past', () => {
    const day = rehearse(
      morningWith(
        { checklist: true },
        booking('TOMORROW', '10.00-11.00', { day: '2026-11-25' }),
        booking('CANCELLED', '10.00-11.00', { status: 'cancelled' }),
        booking('LONGPAST', '08.00-09.00'),
      ),
    )
    const verdicts = ['TOMORROW', 'CANCELLED', 'LONGPAST'].map((code) => day.scan(code, '14.00').verdict)
    expect(verdicts).toEqual(['wrong-day', 'cancelled', 'too-late'])
  })

  test('takes the answer only from the kiosk that asked, for the visit it asked about', () => {
    const day = asking()
    const { visitId } = day.scan('PAPERS', '10.05')
    expect(day.ask({ type: 'ConfirmDocuments', visitId }, OTHER_KIOSK, '10.06')).toEqual(NOTHING_OFFERED)
    expect(day.ask({ type: 'ConfirmDocuments', visitId: 'another-visit-0001' }, KIOSK, '10.06')).toEqual(
      NOTHING_OFFERED,
    )
    day.scan('UNKNOWN', '10.06')
    expect(day.ask({ type: 'ConfirmDocuments', visitId }, KIOSK, '10.07')).toEqual(NOTHING_OFFERED)
  })

  test('takes no answer for a booking that was cancelled meanwhile', () => {
    const day = asking()
    const { visitId } = day.scan('PAPERS', '10.05')
    const cancelled: OfficeEvent = {
      type: 'AgendaImported',
      bookings: [booking('PAPERS', '10.00-11.00', { status: 'cancelled' })],
    }
    const after = rehearse(evolve(day.state(), cancelled, at('10.05')))
    expect(after.ask({ type: 'ConfirmDocuments', visitId }, KIOSK, '10.06')).toEqual(NOTHING_OFFERED)
  })

  test('gives one number to a code that was asked about at two kiosks', () => {
    const day = asking()
    const { visitId } = day.scan('PAPERS', '10.05')
    day.taken({ type: 'CheckIn', presented: { status: 'code', key: keyOf('PAPERS') } }, OTHER_KIOSK, '10.05')
    const second = visitAt(day.state(), '2')?.visitId ?? ''
    day.taken({ type: 'ConfirmDocuments', visitId }, KIOSK, '10.06')
    const answer = day.ask({ type: 'ConfirmDocuments', visitId: second }, OTHER_KIOSK, '10.07')
    expect(answer).toMatchObject({ status: 'taken', result: { verdict: 'already-in', number: 'A001' } })
    expect(day.state().checkIns).toBe(1)
  })

  test('gives the number also where the hour of numbers ended while the list was read', () => {
    const hours = DENPASAR.hours && { ...DENPASAR.hours, numbersWhenClosed: false }
    const day = rehearse(morningWith({ checklist: true, hours }, booking('PAPERS', '14.00-15.00')))
    const { visitId, verdict } = day.scan('PAPERS', '15.59.50')
    expect(verdict).toBe('checklist')
    day.taken({ type: 'ConfirmDocuments', visitId }, KIOSK, '16.00.30')
    expect(day.ticket('A001').arrival).toBe('late')
  })

  test('asks in an office without a list after the hour is said', () => {
    const agenda = { acceptGoodRows: false, scanOnlyService: 'passport-new' }
    const day = rehearse(morningWith({ checklist: true, agenda }))
    const { visitId } = day.scan('LETTER', '10.59')
    expect(shownAt(day.state(), '10.59')?.documents).toHaveLength(3)
    const hour = window('10.00-11.00')
    const [checkedIn] = day.taken({ type: 'StateWindow', visitId, window: hour, incomplete: true }, KIOSK, '11.01')
    expect(checkedIn).toMatchObject({ incomplete: true, arrival: 'on-time', turnAt: at('10.59') })
  })

  test('asks those without an appointment with the list of the service they choose', () => {
    const day = asking()
    const seen = kioskView(day.state(), day.state().office ?? DENPASAR, '1', {
      ...{ epoch: 'e', seq: 1, at: at('10.00') },
      tokenOf: (id) => id,
    })
    expect(seen.walkIn.map(({ documents }) => documents.length)).toEqual([3, 2])
    const number = { type: 'TakeNumber', service: 'passport-new', priority: false, reason: 'other' } as const
    const [checkedIn] = day.taken({ ...number, incomplete: true }, KIOSK, '10.00')
    expect(checkedIn).toMatchObject({ type: 'CheckedIn', incomplete: true })
  })

  test('comes to the same after a restart between question and answer', () => {
    const start = morningWith({ checklist: true }, booking('PAPERS', '10.00-11.00'))
    const day = rehearse(start)
    const recorded: OfficeEvent[][] = []
    recorded.push(day.taken({ type: 'CheckIn', presented: { status: 'code', key: keyOf('PAPERS') } }, KIOSK, '10.05'))
    const visitId = visitAt(day.state())?.visitId ?? ''
    const instants = [at('10.05'), at('10.06')]
    recorded.push(day.taken({ type: 'ConfirmDocuments', visitId }, KIOSK, '10.06'))
    const replayed = recorded.reduce(
      (state, events, i) =>
        events.reduce((before, event) => evolve(before, JSON.parse(JSON.stringify(event)), instants[i] ?? 0), state),
      start,
    )
    expect(replayed).toEqual(day.state())
  })
})

test('an office that does not ask gives the number at once, and offers nothing to confirm', () => {
  const day = rehearse(morningWith({}, booking('PAPERS', '10.00-11.00')))
  const { visitId, verdict, number } = day.scan('PAPERS', '10.05')
  expect([verdict, number]).toEqual(['on-time', 'A001'])
  expect(day.ask({ type: 'ConfirmDocuments', visitId }, KIOSK, '10.06')).toEqual(NOTHING_OFFERED)
  expect(shownAt(day.state(), '10.06')?.documents).toEqual([])
})

describe('whoever was asked and went to sit down', () => {
  const NEXT = booking('NEXT', '10.00-11.00')

  test('has the number before the next one at the kiosk, with the turn of the scan', () => {
    const day = asking(NEXT)
    day.scan('PAPERS', '10.05')
    expect(day.scan('NEXT', '10.06').verdict).toBe('checklist')
    expect(day.ticket('A001')).toMatchObject({ turnAt: at('10.05') })
    expect(everyPaper(day.state().papers)).toHaveLength(1)
    day.taken({ type: 'TakeNumber', service: 'passport-new', priority: false, reason: 'other' }, KIOSK, '10.07')
    expect(day.ticket('A002')).toMatchObject({ turnAt: at('10.06') })
    expect(day.ticket('K001')).toMatchObject({ arrival: 'walk-in' })
  })

  test('has it too when the next scan is no code at all, and is not asked twice for one code held long', () => {
    const day = asking()
    day.scan('PAPERS', '10.05')
    expect(day.scan('PAPERS', '10.06').verdict).toBe('checklist')
    expect(day.state().checkIns).toBe(0)
    day.taken({ type: 'CheckIn', presented: { status: 'unreadable' } }, KIOSK, '10.07')
    expect(day.ticket('A001').turnAt).toBe(at('10.06'))
    expect(day.scan('PAPERS', '10.08')).toMatchObject({ verdict: 'already-in', number: 'A001' })
  })

  test('has it after five minutes where the page of the kiosk was lost, and nobody is answered for while reading', () => {
    const clock: Sender = { role: 'clock', device: 'clock', place: '1', staff: null }
    const day = asking()
    day.scan('PAPERS', '10.05')
    day.taken({ type: 'Refresh' }, clock, '10.09')
    expect(day.state().checkIns).toBe(0)
    day.taken({ type: 'Refresh' }, clock, '10.10')
    expect(day.ticket('A001').turnAt).toBe(at('10.05'))
  })

  test('has none after saying to come back later', () => {
    const day = asking(NEXT)
    const { visitId } = day.scan('PAPERS', '10.05')
    day.taken({ type: 'PutOff', visitId }, KIOSK, '10.06')
    expect(day.ask({ type: 'PutOff', visitId }, KIOSK, '10.06')).toEqual(NOTHING_OFFERED)
    day.scan('NEXT', '10.07')
    expect(day.state().checkIns).toBe(0)
    expect(day.scan('PAPERS', '10.30').verdict).toBe('checklist')
  })
})
