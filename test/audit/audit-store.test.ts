import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { AuditLine } from '../../protocol/desk/audit.ts'
import { NOTHING_BEFORE } from '../../server/audit/audit-line.ts'
import { openAuditStore, PAGE_LINES } from '../../server/audit/audit-store.ts'
import { AUDIT_HEAD, auditRows } from '../../server/audit/audit-table.ts'
import { followAudit } from '../../server/audit/follow-audit.ts'
import type { Recorded } from '../../server/journal/journal.ts'
import { csvOf } from '../../server/tables/csv.ts'
import { at, DENPASAR, TODAY } from '../support/denpasar.ts'
import { openMemoryJournal } from '../support/memory-journal.ts'

const newFile = () => join(mkdtempSync(join(tmpdir(), 'antrean-audit-')), 'audit.db')
const line = (seq: number, change: Partial<AuditLine> = {}): AuditLine => ({
  ...{ seq, at: at('10.00') + seq, day: TODAY, kind: 'counter', role: 'counter', staff: '07', counter: 1 },
  ...{ number: null, words: { id: `baris ${seq}`, en: `line ${seq}` }, changes: [] },
  ...change,
})
const mark = (seq: number) => ({ seq, at: 0, before: NOTHING_BEFORE })

describe('the index of the audit', () => {
  test('gives what fits, newest first, a page at a time without a gap or a double', () => {
    const store = openAuditStore(newFile())
    store.add(
      Array.from({ length: 130 }, (_, i) => line(i + 1, i % 2 === 0 ? { staff: '08' } : {})),
      mark(130),
    )
    const seen: number[] = []
    let more: number | null = 131
    while (more !== null) {
      const page = store.page({ staff: '07', before: more })
      expect(page.total).toBe(65)
      expect(page.lines.length).toBeLessThanOrEqual(PAGE_LINES)
      seen.push(...page.lines.map(({ seq }) => seq))
      more = page.more
    }
    expect(seen).toEqual(Array.from({ length: 65 }, (_, i) => 130 - i * 2))
    store.close()
  })

  test('every filter narrows, and all of them together', () => {
    const store = openAuditStore(newFile())
    const lines = [
      line(1, { day: '2026-11-23' }),
      line(2, { kind: 'override', number: 'A037' }),
      line(3, { counter: 4, staff: null }),
      line(4, { day: '2026-11-25', kind: 'override', number: 'A037', staff: '09', counter: 4 }),
    ]
    store.add(lines, mark(4))
    const seqs = (filter: Parameters<typeof store.page>[0]) => store.page(filter).lines.map(({ seq }) => seq)
    expect(seqs({})).toEqual([4, 3, 2, 1])
    expect(seqs({ from: TODAY })).toEqual([4, 3, 2])
    expect(seqs({ until: TODAY })).toEqual([3, 2, 1])
    expect(seqs({ kind: 'override' })).toEqual([4, 2])
    expect(seqs({ staff: '09' })).toEqual([4])
    expect(seqs({ counter: 4 })).toEqual([4, 3])
    expect(seqs({ number: 'A037' })).toEqual([4, 2])
    expect(seqs({ kind: 'override', number: 'A037', from: TODAY, until: TODAY })).toEqual([2])
    store.close()
  })

  test('a year of it is paged in well under a second, with any filter', () => {
    const store = openAuditStore(newFile())
    // 250 working days of 160 lines: openings, pauses, overrides and transfers of an office of ten counters.
    const year = Array.from({ length: 40_000 }, (_, i) =>
      line(i * 18 + 1, {
        day: new Date(Date.UTC(2026, 0, 1 + Math.floor(i / 160))).toISOString().slice(0, 10),
        staff: String(10 + (i % 20)),
        kind: i % 5 === 0 ? 'override' : 'counter',
      }),
    )
    store.add(year, mark(720_000))
    const startedAt = performance.now()
    expect(store.page({}).total).toBe(40_000)
    expect(store.page({ staff: '13', kind: 'counter', from: '2026-03-01', until: '2026-03-31' }).total).toBeGreaterThan(
      0,
    )
    expect(store.page({ kind: 'override', before: 400_000 }).lines).toHaveLength(PAGE_LINES)
    expect(performance.now() - startedAt).toBeLessThan(1_000)
    store.close()
  })

  test('is taken away in slices: all that fits, newest first, no more than was asked for', async () => {
    const store = openAuditStore(newFile())
    store.add(
      Array.from({ length: 2_600 }, (_, i) => line(i + 1, i % 2 === 0 ? { staff: '08' } : {})),
      mark(2_600),
    )
    const taken = async (limit: number) => {
      const seqs: number[] = []
      for await (const lines of store.slices({ staff: '07' }, limit)) seqs.push(...lines.map(({ seq }) => seq))
      return seqs
    }
    const all = Array.from({ length: 1_300 }, (_, i) => 2_600 - i * 2)
    expect(await taken(5_000)).toEqual(all)
    expect(await taken(700)).toEqual(all.slice(0, 700))
    store.close()
  })

  test('an export says the day and the time of the office, and no cell is a formula', () => {
    const csv = csvOf(
      { ...AUDIT_HEAD, rows: auditRows([line(1, { words: { id: '=1+1', en: 'x' } })], DENPASAR.zone, 'id') },
      'id',
    )
    expect(csv).toContain("1;2026-11-24 10.00.00;Loket;counter;07;1;;'=1+1;")
  })
})

describe('the audit beside its journal', () => {
  const by: Recorded['by'] = { role: 'console', place: 'console', staff: null }
  const configured = (atMs: number): Omit<Recorded, 'seq'> => ({
    ...{ at: atMs, by },
    event: { type: 'OfficeConfigured', office: DENPASAR },
  })
  const recorded = (...events: Omit<Recorded, 'seq'>[]): Recorded[] => events.map((one, i) => ({ ...one, seq: i + 1 }))
  const opened = (atMs: number): Omit<Recorded, 'seq'> => ({ at: atMs, by, event: { type: 'DayOpened', day: TODAY } })
  const follow = (file: string, journal: ReturnType<typeof openMemoryJournal>) => {
    const store = openAuditStore(file)
    const listeners: ((recorded: readonly Recorded[]) => void)[] = []
    const faults: unknown[] = []
    const following = followAudit({
      ...{ store, journal },
      onRecorded(listener) {
        listeners.push(listener)
        return () => {}
      },
      onFault: (fault) => faults.push(fault),
    })
    const tell = (events: Recorded[]) => {
      for (const listener of listeners) listener(events)
    }
    return { store, following, faults, tell }
  }

  test('catches up with what was recorded before, then follows what is recorded', async () => {
    const file = newFile()
    const first = follow(file, openMemoryJournal(recorded(configured(at('07.00')), opened(at('07.01')))))
    expect(first.following.isComplete()).toBe(false)
    await first.following.caughtUp
    first.tell([{ seq: 3, ...opened(at('07.02')), event: { type: 'OutageStarted', scope: 'power' } }])
    expect(first.store.page({}).lines.map(({ words }) => words.en)).toEqual([
      'Outage began: power',
      `Day ${TODAY} opened`,
      'Office settings, version 1',
    ])
    await first.following.stop()
    first.store.close()
    expect(first.faults).toEqual([])
  })

  test('goes on after a restart where it stood, and knows the version that held', async () => {
    const file = newFile()
    const before = follow(file, openMemoryJournal(recorded(configured(at('07.00')))))
    await before.following.caughtUp
    before.store.close()
    const after = follow(file, openMemoryJournal(recorded(configured(at('07.00')), configured(at('08.00')))))
    await after.following.caughtUp
    expect(after.store.page({}).lines.map(({ seq, words }) => [seq, words.en])).toEqual([
      [2, 'Office settings, version 2'],
      [1, 'Office settings, version 1'],
    ])
    after.store.close()
  })

  test('is made anew when another journal was put in its place', async () => {
    const file = newFile()
    const before = follow(file, openMemoryJournal(recorded(configured(at('07.00')), opened(at('07.01')))))
    await before.following.caughtUp
    before.store.close()
    const after = follow(file, openMemoryJournal(recorded(configured(at('06.00')))))
    await after.following.caughtUp
    expect(after.store.page({}).lines.map(({ at: when }) => when)).toEqual([at('06.00')])
    after.store.close()
  })
})
