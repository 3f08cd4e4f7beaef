import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AgendaPreview } from '../../protocol/desk/bookings.ts'
import { parseAgenda } from '../../server/agenda/parse-agenda.ts'
import { readSheet } from '../../server/agenda/read-sheet.ts'
import { CONSOLE, newCommandId } from '../../server/open-office.ts'
import { makeWorkbook } from '../agenda/make-workbook.ts'
import { at, TODAY, window } from '../support/denpasar.ts'
import { agenda, DESK, line, OTHER_DESK, openBookings } from './open-bookings.ts'

let here: Awaited<ReturnType<typeof openBookings>>
beforeEach(async () => {
  here = await openBookings()
})
afterEach(() => here.close())

const read = (preview: AgendaPreview) => (preview.status === 'read' ? preview : expect.fail('the file was not read'))
const preview = async (file: Uint8Array, who = DESK) => read(await here.port.preview(who, file, null))
const bring = async (file: Uint8Array) => here.port.enter(DESK, { id: (await preview(file)).id, acceptGoodRows: true })
const codes = (first: number, count: number) => Array.from({ length: count }, (_, i) => `COD${first + i}`)

describe('an agenda that a supervisor looks at first', () => {
  it('changes nothing until the button is pressed, and then exactly what was shown', async () => {
    const shown = await preview(agenda(line('ABCD2345'), line('EFGH2345', '11.00-12.00')))
    expect(shown).toMatchObject({ good: 2, added: 2, changed: 0, unchanged: 0, bad: [] })
    expect(here.known()).toEqual([])
    const done = await here.port.enter(DESK, { id: shown.id, acceptGoodRows: false })
    expect(done).toMatchObject({ status: 'done', report: { status: 'entered', added: 2 } })
    expect(here.known()).toHaveLength(2)
    expect(await here.port.enter(DESK, { id: shown.id, acceptGoodRows: false })).toEqual({ status: 'gone' })
  })

  it('shows what changes of which line, what stays, and what the file does not mention', async () => {
    await bring(agenda(line('ABCD2345'), line('EFGH2345'), line('JKMN2345'), line('PQRS2345')))
    const shown = await preview(agenda(line('ABCD2345'), line('EFGH2345', '11.00-12.00', 'batal'), line('TUVW2345')))
    expect(shown).toMatchObject({ added: 1, changed: 1, unchanged: 1 })
    expect(shown.changes).toEqual([
      {
        line: 3,
        what: [
          { field: 'window', from: window('10.00-11.00'), to: window('11.00-12.00') },
          { field: 'status', from: 'booked', to: 'cancelled' },
        ],
      },
    ])
    expect(shown.days).toMatchObject([{ day: TODAY, added: 1, changed: 1, unmentioned: 2 }])
    const ten = shown.days[0]?.windows.find((each) => each.window.startAt === at('10.00'))
    expect(ten).toMatchObject({ before: 4, after: 4 })
    expect(JSON.stringify(shown)).not.toMatch(/ABCD|EFGH|TUVW/)
  })

  it('says before it is entered how far a window would be sold beyond what the counters can do', async () => {
    const shown = await preview(agenda(...codes(10000, 60).map((code) => line(code))))
    const ten = shown.days[0]?.windows.find((each) => each.window.startAt === at('10.00'))
    expect(ten?.after).toBe(60)
    expect(ten?.capacity).toBeGreaterThan(0)
    expect(ten?.capacity).toBeLessThan(60)
  })

  it('with bad lines enters only on the word that the good ones shall', async () => {
    const shown = await preview(agenda(line('ABCD2345'), line('EFGH2345', 'nanti')))
    expect(shown).toMatchObject({ good: 1, bad: [{ line: 3, column: 'jam' }] })
    const no = await here.port.enter(DESK, { id: shown.id, acceptGoodRows: false })
    expect(no).toMatchObject({ status: 'done', report: { status: 'set-aside' } })
    expect(here.known()).toEqual([])
    const yes = await here.port.enter(DESK, { id: shown.id, acceptGoodRows: true })
    expect(yes).toMatchObject({ status: 'done', report: { status: 'entered', added: 1 } })
  })

  it('is shown anew where the office changed since', async () => {
    const shown = await preview(agenda(line('ABCD2345'), line('EFGH2345')))
    const rows = [
      { code: 'ABCD2345', day: TODAY, window: window('09.00-10.00'), service: 'passport-new', status: 'booked' },
    ].map((row) => ({ ...row, priority: false }))
    await here.house.door.submit({ type: 'ImportAgenda', commandId: newCommandId(), rows }, CONSOLE)
    const again = await here.port.enter(DESK, { id: shown.id, acceptGoodRows: false })
    expect(again).toMatchObject({ status: 'overtaken', preview: { id: shown.id, added: 1, changed: 1 } })
    expect(here.known()).toHaveLength(1)
    const done = await here.port.enter(DESK, { id: shown.id, acceptGoodRows: false })
    expect(done).toMatchObject({ status: 'done', report: { added: 1, changed: 1 } })
  })

  it('is gone after a quarter of an hour, when another took its place, and for everybody else', async () => {
    const first = await preview(agenda(line('ABCD2345')))
    const enter = (id: string, who = DESK) => here.port.enter(who, { id, acceptGoodRows: true })
    expect(await enter(first.id, OTHER_DESK)).toEqual({ status: 'gone' })
    const second = await preview(agenda(line('EFGH2345')))
    expect(await enter(first.id)).toEqual({ status: 'gone' })
    here.time.now += 15 * 60_000
    expect(await enter(second.id)).toEqual({ status: 'gone' })
    expect(here.known()).toEqual([])
  })

  it('has its bad lines as a file, without anything that stands in them', async () => {
    const shown = await preview(agenda(line('ABCD2345', 'RAHASIA')))
    const what = { id: shown.id, lang: 'id' } as const
    const csv = await here.port.report(DESK, { ...what, format: 'csv' })
    expect(csv).toContain('2;jam;')
    expect(csv).not.toContain('RAHASIA')
    const xlsx = await here.port.report(DESK, { ...what, format: 'xlsx' })
    expect(xlsx?.slice(0, 2).toString()).toBe('PK')
    expect(await here.port.report(OTHER_DESK, { ...what, format: 'csv' })).toBeNull()
  })

  it('leaves no code on the disk', async () => {
    await bring(agenda(line('ABCD2345')))
    await preview(agenda(line('EFGH2345')))
    const files = readdirSync(here.dataDir).filter((name) => statSync(join(here.dataDir, name)).isFile())
    expect(files).toContain('journal.db')
    for (const name of files) expect(readFileSync(join(here.dataDir, name), 'latin1')).not.toMatch(/ABCD2345|EFGH2345/)
  })

  it('of 10,000 rows with 500 bad ones is shown and entered whole, every bad line with its reason', async () => {
    const rows = codes(10000, 10000).map((code, i) =>
      i % 20 === 7
        ? line(code, '10.00-11.00').replace('24-11', '31-02')
        : line(code, `${8 + (i % 4)}.00-${9 + (i % 4)}.00`),
    )
    const file = agenda(...rows)
    const bare = {
      zone: 'Asia/Makassar',
      services: [{ id: 'passport-new', names: ['Paspor baru'] }],
      day: null,
    } as const
    await parseAgenda(await readSheet(file), bare)
    const bareAt = performance.now()
    await parseAgenda(await readSheet(file), bare)
    const startedAt = performance.now()
    const shown = await preview(file)
    const done = await here.port.enter(DESK, { id: shown.id, acceptGoodRows: true })
    const took = performance.now() - startedAt
    expect(shown.bad).toHaveLength(500)
    expect(shown.bad.map(({ line: at }) => at)).toEqual(Array.from({ length: 500 }, (_, i) => 9 + 20 * i))
    expect(new Set(shown.bad.map(({ column, reason }) => `${column}: ${reason}`))).toEqual(
      new Set(['tanggal: Tanggal ini tidak ada di kalender.']),
    )
    expect(done).toMatchObject({ status: 'done', report: { status: 'entered', good: 9500, added: 9500 } })
    expect(here.known()).toHaveLength(9500)
    // Many times the bare reading, and a number that only something quadratic would reach.
    expect(took / (startedAt - bareAt)).toBeLessThan(40)
  })
})

describe('a file with headings of its own', () => {
  const own = Buffer.from(
    'No Permohonan;Tgl;Sesi;Jenis;Nama\nABCD2345;24-11-2026;10.00-11.00;Paspor baru;Budi Santoso\n',
  )

  it('is asked about by its headings and the looks of its cells, and never by what stands in them', async () => {
    const asked = await here.port.preview(DESK, own, null)
    expect(asked).toMatchObject({
      status: 'columns',
      columns: [
        { heading: 'No Permohonan', column: null, shapes: [{ kind: 'text', length: 8 }] },
        { heading: 'Tgl', shapes: [{ kind: 'date' }] },
        { heading: 'Sesi', shapes: [{ kind: 'clock' }] },
        { heading: 'Jenis' },
        { heading: 'Nama' },
      ],
    })
    expect(JSON.stringify(asked)).not.toMatch(/ABCD|Budi/)
  })

  it('said by one supervisor while another saves the office takes nothing back', async () => {
    const { keeper } = here.house
    const next = { ...here.house.office.read(), name: 'Kantor Imigrasi Singaraja' }
    const columns = { code: 'No Permohonan', day: 'Tgl', window: 'Sesi', service: 'Jenis' }
    await Promise.all([keeper.change(keeper.versions().length, next, DESK), here.port.setColumns(DESK, columns)])
    expect(here.house.office.read()).toMatchObject({ name: next.name, agenda: { columns } })
  })

  it('is known from then on, in every way in', async () => {
    const columns = { code: 'No Permohonan', day: 'Tgl', window: 'Sesi', service: 'Jenis' }
    expect(await here.port.setColumns(DESK, columns)).toMatchObject({ status: 'taken' })
    expect(await preview(own)).toMatchObject({ good: 1, added: 1, bad: [] })
    expect((await here.port.read()).columns).toEqual(columns)
    const book = makeWorkbook([
      ['No Permohonan', 'Tgl', 'Sesi', 'Jenis'],
      ['EFGH2345', { day: 46_350 }, '10.00-11.00', 'Paspor baru'],
    ])
    expect(await preview(book)).toMatchObject({ good: 1, bad: [] })
    expect(await preview(agenda(line('JKMN2345')))).toMatchObject({ good: 1, bad: [] })
  })

  it('without headings shows none of its first line', async () => {
    const asked = await here.port.preview(DESK, Buffer.from('ABCD2345;24-11-2026;10.00-11.00;Paspor baru\n'), null)
    expect(JSON.stringify(asked)).not.toMatch(/ABCD2345|2026/)
  })
})

describe('one booking', () => {
  const BOOKING = {
    ...{ code: 'ABCD2345', day: TODAY, window: window('10.00-11.00'), service: 'passport-new' },
    ...({ status: 'booked', priority: false } as const),
  }

  it('is entered by hand once, where a scan can match its code', async () => {
    expect(await here.port.add(DESK, BOOKING)).toEqual({ status: 'entered' })
    expect(await here.port.add(DESK, { ...BOOKING, code: 'abcd2345 ' })).toEqual({ status: 'known' })
    expect(await here.port.add(DESK, { ...BOOKING, code: 'AB' })).toEqual({ status: 'no-code' })
    expect(await here.port.add(DESK, { ...BOOKING, code: '123456789012345' })).toEqual({ status: 'billing-code' })
    expect(here.known()).toHaveLength(1)
  })

  it('is found by its code with its ticket, and by the number of the ticket; else it is said that nothing was', async () => {
    await here.port.add(DESK, BOOKING)
    const { code: _, ...shown } = BOOKING
    expect(await here.port.find('abcd2345')).toEqual({ status: 'found', byCode: true, booking: shown, ticket: null })
    expect(await here.port.find('EFGH2345')).toEqual({ status: 'not-found' })
    expect(await here.port.find('A001')).toEqual({ status: 'not-found' })
    expect(await here.port.find('123456789012345')).toEqual({ status: 'billing-code' })
    const visit = {
      ...{ type: 'EnterPaperVisit', scanned: 'ABCD2345', service: 'passport-new', priority: false },
      ...{ window: null, kiosk: null, cameAt: at('07.50'), served: null },
    }
    await here.house.door.submit({ ...visit, commandId: newCommandId() }, DESK)
    const ticket = { number: 'A001', cameAt: at('07.50'), standing: 'waiting', counter: null }
    expect(await here.port.find('a001')).toMatchObject({ status: 'found', byCode: false, booking: shown, ticket })
    expect(await here.port.find('ABCD2345')).toMatchObject({ status: 'found', byCode: true, ticket })
    const { days } = await here.port.read()
    expect(days[0]).toMatchObject({ day: TODAY, booked: 1, came: 1 })
  })
})

describe('the secrets of the source', () => {
  it('lie in a document of their own that nobody else may read, and are never shown', async () => {
    const source = { url: 'http://127.0.0.1:9/janji?day={day}', everyMin: 30 }
    await here.port.setSource(DESK, { source, token: 'rahasia-sekali' })
    expect(statSync(join(here.dataDir, 'sources.json')).mode & 0o077).toBe(0)
    expect(readFileSync(join(here.dataDir, 'office.json'), 'utf8')).not.toContain('rahasia')
    const shown = await here.port.pull()
    expect(shown.source).toMatchObject({ ...source, hasToken: true })
    expect(shown.pulls).toMatchObject([{ status: 'failed' }, { status: 'failed' }])
    expect(JSON.stringify(shown)).not.toContain('rahasia')
    expect(readFileSync(join(here.dataDir, 'journal.db')).includes('rahasia-sekali')).toBe(false)
    await here.port.setSource(DESK, { source: { ...source, everyMin: 60 } })
    expect((await here.port.read()).source).toMatchObject({ everyMin: 60, hasToken: true })
    // Whoever sends the office to another address does not get the token there.
    await here.port.setSource(DESK, { source: { ...source, url: 'http://127.0.0.1:8/janji' } })
    expect((await here.port.read()).source).toMatchObject({ hasToken: false })
    expect(here.house.sources.read()).toEqual({ agendaToken: null, agendaOrigin: null })
    await here.port.setSource(DESK, { source: null })
    expect((await here.port.read()).source).toBeNull()
    expect(here.house.sources.read()).toEqual({ agendaToken: null, agendaOrigin: null })
  })
})
