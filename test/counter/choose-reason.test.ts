import { describe, expect, test } from 'vitest'
import { chooseArrival, chooseCondition, chooseUrgent } from '../../counter/choose-faces.ts'
import { chooseReason } from '../../counter/choose-reason.ts'
import type { Queued } from '../../protocol/views.ts'
import { AT_10_31, at, nextOf, queuedOf, viewOf } from './sample-views.ts'

const condition = (queued: Parameters<typeof chooseCondition>[0]) => chooseCondition(queued, viewOf(), AT_10_31, 'id')

describe('why the next one is next', () => {
  test('a booked ticket: its hour and its turn', () => {
    expect(chooseReason(viewOf(), nextOf(queuedOf('A041')), 'id')).toBe(
      'Jam janji 10.00–11.00, giliran 10.02: paling awal di antara yang boleh dipanggil.',
    )
  })

  test('a ticket without an appointment: its turn alone', () => {
    expect(chooseReason(viewOf(), nextOf(queuedOf('K005', { window: null, turnAt: at('11:05') })), 'id')).toBe(
      'Tanpa janji, giliran 11.05: paling awal di antara yang boleh dipanggil.',
    )
  })

  test('somebody who came early: the hour has not begun', () => {
    const early = queuedOf('A052', { window: { startAt: at('11:00'), endAt: at('12:00') }, condition: 'held' })
    expect(chooseReason(viewOf(), nextOf(early), 'id')).toContain('11.00–12.00 belum mulai')
  })

  test('helping another stage: which one, and that the own queue is empty', () => {
    const helped = nextOf(queuedOf('M021', { stage: 'pickup' }), true)
    expect(chooseReason(viewOf(), helped, 'id')).toBe('Membantu Pengambilan, giliran 10.02: antrean sendiri kosong.')
    expect(chooseReason(viewOf(), helped, 'en')).toContain('Helping Pickup, turn 10.02')
  })
})

describe('how a waiting ticket stands', () => {
  test('ready, held until its hour, set back, past its hour: icon and word', () => {
    expect(condition(queuedOf('A041'))).toEqual({ icon: 'lengkap', tone: 'tepat', words: 'Siap' })
    const early = queuedOf('A052', {
      condition: 'held',
      arrival: 'early',
      window: { startAt: at('11:00'), endAt: at('12:00') },
      callableFromAt: at('10:00'),
    })
    expect(condition(early)).toEqual({ icon: 'tahan', tone: 'nanti', words: 'Ditahan s.d. 11.00' })
    expect(condition(queuedOf('A061', { condition: 'set-back' })).words).toBe('Giliran mundur')
    const passed = queuedOf('A039', { condition: 'passed', window: { startAt: at('09:00'), endAt: at('10:00') } })
    expect(condition(passed)).toEqual({ icon: 'awas', tone: 'lewat', words: 'Lewat jam, 31 menit' })
  })

  test('somebody who missed a call is held until it may be repeated', () => {
    const missed = queuedOf('A041', { condition: 'held', callableFromAt: at('10:41') })
    expect(condition(missed).words).toBe('Ditahan s.d. 10.41')
  })

  test('somebody ready who is likely called past the hour is near its end', () => {
    const until = (clock: string) => condition(queuedOf('A046', { range: { fromAt: at('10:50'), untilAt: at(clock) } }))
    expect(until('11:00').words).toBe('Siap')
    expect(until('11:05')).toEqual({ icon: 'awas', tone: 'lewat', words: 'Hampir lewat jam' })
  })

  test('a ticket that is kept says for which counter', () => {
    expect(condition(queuedOf('A038', { keptFor: 3 })).words).toBe('Untuk loket ini')
    expect(condition(queuedOf('A038', { keptFor: 5 })).words).toBe('Untuk Loket 5')
  })

  test('a lane with a deadline says by when to begin, and warns when that is missed', () => {
    const range = { fromAt: at('10:40'), untilAt: at('10:50') }
    const urgent = (clock: string) => condition(queuedOf('H002', { startBy: at(clock), range }))
    expect(urgent('10:55')).toEqual({ icon: 'awas', tone: 'tepat', words: 'Mulai paling lambat 10.55' })
    expect(urgent('10:50').tone).toBe('lewat')
  })

  test('the first who misses the hour, or is about to, is named also where there is no room for the queue', () => {
    const near = queuedOf('A046', { range: { fromAt: at('10:50'), untilAt: at('11:05') } })
    const passed = queuedOf('A039', { condition: 'passed', window: { startAt: at('09:00'), endAt: at('10:00') } })
    const urgent = (...queue: Queued[]) => chooseUrgent(viewOf({ queue }), AT_10_31, 'id')?.words
    expect(urgent(queuedOf('A041'), near, passed)).toBe('A046: Hampir lewat jam')
    expect(urgent(passed, near)).toBe('A039: Lewat jam, 31 menit')
    expect(urgent(queuedOf('A041'))).toBeUndefined()
  })

  test('an arrival is said in a word', () => {
    expect(chooseArrival('on-time', 'id').words).toBe('Tepat waktu')
    expect(chooseArrival('late', 'en')).toEqual({ icon: 'mundur', tone: 'lewat', words: 'Late' })
  })
})
