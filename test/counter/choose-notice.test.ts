import { describe, expect, test } from 'vitest'
import { chooseHours } from '../../counter/choose-hours.ts'
import { chooseNoticeLines, noticeOf } from '../../counter/choose-notice.ts'
import { chooseUndo } from '../../counter/choose-undo.ts'
import type { CounterView } from '../../protocol/views.ts'
import { AT_10_31, at, otherOf, queuedOf, viewOf } from './sample-views.ts'

const TICKET = '2026-11-24/A037'

describe('taking back', () => {
  const undoOf = (act: 'call' | 'finish' | 'no-show', more: Partial<CounterView> = {}, leftMs = 8000) =>
    chooseUndo(
      viewOf({ undo: { act, ticketId: TICKET, number: 'A037', untilAt: AT_10_31 + leftMs }, ...more }),
      AT_10_31,
      'id',
    )

  test('the seconds run down by the server’s clock, and at the end there is nothing to take back', () => {
    expect(undoOf('finish', {}, 7001)?.action.label).toBe('Urungkan, 8 detik')
    expect(undoOf('finish', {}, 0)).toBeNull()
    expect(chooseUndo(viewOf(), AT_10_31, 'id')).toBeNull()
  })

  test('F10 takes back the ticket that was acted on', () => {
    const undo = undoOf('call')
    expect(undo?.action).toMatchObject({ key: 'F10', deed: { wish: { type: 'Undo', ticketId: TICKET } } })
    expect(undo?.words).toBe('A037 dipanggil')
  })

  test('somebody who did not come is said with the time of the next call, while it is known', () => {
    const queue = [queuedOf('A037', { callableFromAt: at('10:41'), condition: 'held' })]
    expect(undoOf('no-show', { queue })?.words).toBe('A037 dipanggil lagi sekitar 10.41')
    expect(undoOf('no-show')?.words).toBe('A037 dicatat belum datang')
  })
})

describe('what became of a press', () => {
  const wish = { type: 'CallTicket', ticketId: TICKET, reason: 'urgent' } as const
  const refused = noticeOf({ status: 'refused', refusal: { code: 'not-waiting' } }, wish, null, 'id')

  test('a number that another counter was faster to take is said with that counter', () => {
    if (refused === null) throw new Error('a refusal is always said')
    const others = [otherOf(5, { status: 'serving', ticketId: TICKET, number: 'A037' })]
    expect(chooseNoticeLines(refused, null, others, 'id')).toEqual(['Sudah diambil Loket 5. Antrean diperbarui.'])
    expect(chooseNoticeLines(refused, null, [otherOf(5)], 'id')).toEqual(['Nomor itu tidak sedang menunggu.'])
  })

  test('what can be taken back is said by itself when the last press was something else', () => {
    const undo = (act: 'finish' | 'no-show') => ({ act, ticketId: TICKET, number: 'A037', untilAt: AT_10_31 + 8000 })
    const done = (type: 'Finish' | 'NoShow' | 'Park') =>
      noticeOf(
        { status: 'taken', result: { kind: 'done' } },
        type === 'Finish' ? { type, ticketId: TICKET, outcome: 'completed' } : { type, ticketId: TICKET },
        `${type}.`,
        'id',
      )
    const lines = (notice: ReturnType<typeof done>, act: 'finish' | 'no-show') =>
      chooseNoticeLines(notice, chooseUndo(viewOf({ undo: undo(act) }), AT_10_31, 'id'), [], 'id')
    expect(lines(done('Finish'), 'finish')).toEqual(['Finish.'])
    expect(lines(done('NoShow'), 'no-show')).toEqual(['A037 dicatat belum datang'])
    expect(lines(done('Park'), 'finish')).toEqual(['Park.', 'A037 selesai di loket ini'])
    expect(lines(null, 'finish')).toEqual(['A037 selesai di loket ini'])
  })

  test('a number that was given is said', () => {
    const result = { kind: 'check-in', visitId: 'abcdefghijklmnop', verdict: 'walk-in', number: 'K006' } as const
    expect(noticeOf({ status: 'taken', result }, null, 'Nomor {no}.', 'id')?.text).toBe('Nomor K006.')
    expect(noticeOf({ status: 'taken', result: { kind: 'done' } }, null, null, 'id')).toBeNull()
  })
})

describe('the hours of the office', () => {
  const LUNCH = { id: 'Istirahat siang', en: 'Lunch' }
  const hoursOf = (hours: CounterView['hours']) => chooseHours(viewOf({ hours, waiting: 12 }), AT_10_31, 'id')

  test('a break and the close are told a quarter of an hour before', () => {
    expect(hoursOf({ status: 'open', name: LUNCH, nextAt: at('10:43') })).toBe('Istirahat siang 12 menit lagi')
    expect(hoursOf({ status: 'open', name: null, nextAt: at('10:43') })).toBe('Tutup pukul 10.43, 12 masih menunggu')
    expect(hoursOf({ status: 'open', name: LUNCH, nextAt: at('10:47') })).toBeNull()
  })

  test('during a break the counter knows until when, and without a calendar nothing is said', () => {
    expect(hoursOf({ status: 'break', name: LUNCH, nextAt: at('13:00') })).toBe('Istirahat siang sampai 13.00')
    expect(hoursOf({ status: 'always', name: null, nextAt: null })).toBeNull()
  })
})
