import { describe, expect, test } from 'vitest'
import { afterEvent, auditLineOf, type Before, NOTHING_BEFORE } from '../../server/audit/audit-line.ts'
import { changesOf } from '../../server/audit/changes.ts'
import type { Recorded } from '../../server/journal/journal.ts'
import type { OfficeEvent } from '../../server/rules/events.ts'
import { at, DENPASAR, TODAY } from '../support/denpasar.ts'

const KNOWN: Before = { office: DENPASAR, version: 3 }
const counter3: Recorded['by'] = { role: 'counter', place: '3', staff: '07' }
const desk: Recorded['by'] = { role: 'supervisor', place: 'desk', staff: '90' }
const lineOf = (event: OfficeEvent, by: Recorded['by'] = counter3, before = KNOWN) =>
  auditLineOf({ seq: 9, at: at('10.05'), by, event }, before)

describe('what the audit says of an event', () => {
  test('a rule set aside: which, why, for which number, by whom and at which counter', () => {
    expect(
      lineOf({ type: 'Overridden', act: 'late-accepted', ticketId: `${TODAY}/A037`, staff: '07', reason: 'urgent' }),
    ).toEqual({
      ...{ seq: 9, at: at('10.05'), day: TODAY, kind: 'override', role: 'counter', staff: '07', counter: 3 },
      ...{ number: 'A037', changes: [] },
      words: {
        id: 'Terlambat diterima tanpa mundur: Keperluan mendesak',
        en: 'Late accepted without set-back: Urgent need',
      },
    })
  })

  test('a changed office: its version, who, and every setting that changed, from what to what', () => {
    const office = { ...DENPASAR, windows: { ...DENPASAR.windows, graceMin: 20 } }
    expect(lineOf({ type: 'OfficeConfigured', office }, desk)).toMatchObject({
      ...{ kind: 'office', role: 'supervisor', staff: '90', counter: null },
      changes: ['windows.graceMin: 15 → 20'],
      words: { id: 'Pengaturan kantor, versi 4' },
    })
  })

  test('the first document of an office has no version before it to differ from', () => {
    const line = lineOf({ type: 'OfficeConfigured', office: DENPASAR }, desk, NOTHING_BEFORE)
    expect(line).toMatchObject({ changes: [], words: { en: 'Office settings, version 1' } })
    expect(afterEvent(NOTHING_BEFORE, { type: 'OfficeConfigured', office: DENPASAR })).toMatchObject({ version: 1 })
  })

  test('a sign-in at the desk says how often the number was wrong before', () => {
    const event: OfficeEvent = {
      type: 'AccessChanged',
      act: 'desk-signed-in',
      by: { role: 'supervisor', staff: '90' },
      ...{ role: null, place: null, staff: '90', rank: null, failed: 4 },
    }
    const clock: Recorded['by'] = { role: 'clock', place: 'office', staff: null }
    expect(lineOf(event, clock)).toMatchObject({
      ...{ kind: 'access', role: 'supervisor', staff: '90' },
      words: { id: 'Pengawas 90 masuk, sesudah 4 kali salah' },
    })
  })

  test('an import by its counts and days, never by its bookings', () => {
    const booking = {
      ...{ key: 'A'.repeat(22), day: TODAY, window: { startAt: at('10.00'), endAt: at('11.00') } },
      ...{ service: 'passport-new', status: 'booked' as const, priority: true },
    }
    const line = lineOf({ type: 'AgendaImported', bookings: [booking, { ...booking, day: '2026-11-25' }] }, desk)
    expect(line?.words.id).toBe('2 janji dimasukkan atau diubah, untuk 2026-11-24 – 2026-11-25')
    expect(JSON.stringify(line)).not.toContain(booking.key)
  })

  test('the ordinary work of a day is not in it', () => {
    expect(lineOf({ type: 'Started', ticketId: `${TODAY}/A037`, counter: 3 })).toBeNull()
  })
})

describe('what changed between two documents', () => {
  test('members of lists are named by what they are known by, also when one is put in front', () => {
    const [, ...rest] = DENPASAR.counters
    const counters = [...rest, { number: 77, stages: ['documents'], helps: [], zone: null }]
    expect(changesOf(DENPASAR, { ...DENPASAR, counters })).toEqual([
      'counters.1: {"number":1,"stages":["documents"],"helps":[],"zone":"room-a… → –',
      'counters.77: – → {"number":77,"stages":["documents"],"helps":[],"zone":null}',
    ])
  })

  test('the same document twice changed nothing; a change of the order alone is said', () => {
    expect(changesOf(DENPASAR, DENPASAR)).toEqual([])
    expect(changesOf({ list: [{ id: 'a' }, { id: 'b' }] }, { list: [{ id: 'b' }, { id: 'a' }] })).toEqual(['list: →'])
  })

  test('whoever imported another office is not told of a thousand changes', () => {
    const many = (value: number) => Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`key${i}`, value]))
    const changes = changesOf(many(1), many(2))
    expect(changes).toHaveLength(61)
    expect(changes.at(-1)).toBe('+ 40')
  })
})
