import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { EXAMPLE_OFFICE_FILE } from '../../config/load-office.ts'
import { createRandom } from '../../printer/simulated/random.ts'
import { AgendaRow } from '../../protocol/commands.ts'
import { Office } from '../../protocol/office.ts'
import { exampleAgenda, sampleRows } from '../../server/agenda/example-agenda.ts'
import { reckonArrival } from '../../server/rules/arrival.ts'
import { readPayload } from '../../server/rules/payload.ts'

const office = Office.parse(JSON.parse(await readFile(EXAMPLE_OFFICE_FILE, 'utf8')))
const services = office.services.map(({ id }) => id)
const DAY = '2026-11-24'
const MIDNIGHT = Date.parse(`${DAY}T00:00:00+08:00`)
const clock = (text: string): number => Date.parse(`${DAY}T${text}+08:00`)
const samplesAt = (at: number, windows = office.windows) =>
  sampleRows({ at, day: DAY, zone: office.zone, services, windows, random: createRandom(at) })
const verdictsAt = (at: number, windows = office.windows) => samplesAt(at, windows).map(({ verdict }) => verdict)

describe('the example of a day', () => {
  const rows = exampleAgenda({ day: DAY, zone: office.zone, services, random: createRandom(1) })

  it('has six windows of an hour with about twenty bookings each', () => {
    const starts = [...new Set(rows.map((row) => row.window.startAt))]
    expect(starts.map((at) => (at - MIDNIGHT) / 3_600_000)).toEqual([8, 9, 10, 11, 13, 14])
    for (const at of starts) {
      const count = rows.filter((row) => row.window.startAt === at).length
      expect(count).toBeGreaterThanOrEqual(15)
      expect(count).toBeLessThanOrEqual(20)
    }
  })

  it('is an agenda that the office takes, with some cancelled, each code once and readable at a kiosk', () => {
    for (const row of rows) {
      expect(AgendaRow.parse(row)).toEqual(row)
      expect(readPayload(row.code, office.payload)).toEqual({ status: 'code', code: row.code })
      expect(row.code).not.toMatch(/[O0I1]/)
    }
    expect(new Set(rows.map(({ code }) => code)).size).toBe(rows.length)
    expect(new Set(rows.map(({ service }) => service))).toEqual(new Set(services))
    expect(new Set(rows.map(({ status }) => status))).toContain('cancelled')
    expect(rows.some(({ priority }) => priority)).toBe(true)
  })

  it('is the same for the same lots and another for others', () => {
    expect(exampleAgenda({ day: DAY, zone: office.zone, services, random: createRandom(1) })).toEqual(rows)
    expect(exampleAgenda({ day: DAY, zone: office.zone, services, random: createRandom(2) })).not.toEqual(rows)
  })

  it('is empty where the office has no service', () => {
    expect(exampleAgenda({ day: DAY, zone: office.zone, services: [], random: createRandom(1) })).toEqual([])
  })
})

describe('the codes to try', () => {
  it('cover everything a kiosk may say in the middle of the day', () => {
    expect(verdictsAt(clock('10:20:30'))).toEqual([
      'early',
      'on-time',
      'late-grace',
      'late',
      'too-late',
      'wrong-day',
      'cancelled',
      'unpaid',
      'moved',
      'unknown',
      'billing-code',
    ])
  })

  it('are told by the rules as they are told here, at every minute of the day', () => {
    for (let minute = 0; minute < 24 * 60; minute += 1) {
      const at = MIDNIGHT + minute * 60_000 + 31_007
      for (const { code, verdict, rows } of samplesAt(at)) {
        const [row] = rows
        if (row === undefined) {
          expect(readPayload(code, office.payload).status).toBe(verdict === 'unknown' ? 'code' : 'billing-code')
          continue
        }
        expect(AgendaRow.parse(row)).toEqual(row)
        const turn = reckonArrival(row, at, office.windows)
        const arrival = turn === 'too-late' ? turn : turn.arrival
        if (verdict === 'wrong-day') expect(row.day).not.toBe(DAY)
        else {
          expect(row.day).toBe(DAY)
          expect(row.window.startAt).toBeGreaterThanOrEqual(MIDNIGHT)
          expect(row.window.endAt).toBeLessThanOrEqual(MIDNIGHT + 86_400_000)
          expect(arrival).toBe(['cancelled', 'unpaid', 'moved'].includes(verdict) ? 'on-time' : verdict)
        }
      }
    }
  })

  it('stay true for some minutes', () => {
    const at = clock('10:20:30')
    for (const { verdict, rows } of samplesAt(at))
      for (const row of rows.filter(() => ['early', 'on-time', 'late-grace', 'late', 'too-late'].includes(verdict))) {
        const turn = reckonArrival(row, at + 5 * 60_000, office.windows)
        expect(turn === 'too-late' ? turn : turn.arrival).toBe(verdict)
      }
  })

  it('leave out what cannot be near midnight', () => {
    expect(verdictsAt(clock('00:00:00'))).not.toContain('late-grace')
    expect(verdictsAt(clock('00:04:00'))).toEqual(expect.arrayContaining(['early', 'on-time', 'late-grace']))
    expect(verdictsAt(clock('00:04:00'))).not.toContain('late')
    expect(verdictsAt(clock('01:00:00'))).toContain('late')
    expect(verdictsAt(clock('01:00:00'))).not.toContain('too-late')
    expect(verdictsAt(clock('23:30:00'))).toContain('early')
    expect(verdictsAt(clock('23:59:30'))).not.toContain('early')
  })

  it('leave out a grace where the office gives none', () => {
    expect(verdictsAt(clock('10:20:30'), { ...office.windows, graceMin: 0 })).not.toContain('late-grace')
  })
})
