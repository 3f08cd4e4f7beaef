import { describe, expect, it } from 'vitest'
import { parseAgenda } from '../../server/agenda/parse-agenda.ts'
import { FILE_MAX_MB, readSheet } from '../../server/agenda/read-sheet.ts'
import { readWorkbook, sheetOfWorkbook } from '../../server/agenda/read-workbook.ts'
import { REASONS } from '../../server/agenda/reasons.ts'
import { unzip } from '../../server/agenda/unzip.ts'
import { readWorkbookCells } from '../../server/agenda/workbook-cells.ts'
import { makeWorkbook, makeZip, type TestCell, workbookFiles } from './make-workbook.ts'

const services = [{ id: 'passport-new', names: ['Paspor baru', 'New passport'] }]
const DENPASAR = { zone: 'Asia/Makassar', services, day: null } as const
const HEAD = ['Kode', 'Tanggal', 'Jam', 'Layanan']
/** 24 November 2026 as Excel counts it from 1900, and 10.00 of it as it keeps it. */
const TUESDAY = 46_350
const TEN = 0.41666666666666669
const ELEVEN = 0.45833333333333331
const clock = (text: string): number => Date.parse(`2026-11-24T${text}:00+08:00`)
const FIRST = {
  code: 'ABCD2345',
  day: '2026-11-24',
  window: { startAt: clock('10:00'), endAt: clock('11:00') },
  service: 'passport-new',
  status: 'booked',
  priority: false,
  line: 2,
}
const parseBytes = async (bytes: Uint8Array) => parseAgenda(sheetOfWorkbook(await readWorkbookCells(bytes)), DENPASAR)
const parseRows = (...rows: TestCell[][]) => parseBytes(makeWorkbook(rows))
const whole = (reason: string) => ({ rows: [], bad: [{ line: 1, column: '', reason }] })

describe('a workbook of Excel', () => {
  it.each<[string, TestCell[]]>([
    ['texts', ['ABCD2345', '24-11-2026', '10.00-11.00', 'Paspor baru']],
    ['a date cell', ['ABCD2345', { day: TUESDAY }, '10.00-11.00', 'Paspor baru']],
    ['a date cell that holds a time as well', ['ABCD2345', { both: TUESDAY + TEN }, '10.00-11.00', 'Paspor baru']],
    ['a date that is not marked as one', ['ABCD2345', TUESDAY, '10:00 – 11:00', 'Paspor baru']],
  ])('enters with %s', async (_what, row) => {
    expect(await parseRows(HEAD, row)).toEqual({ rows: [FIRST], bad: [] })
  })

  it.each<[string, TestCell, TestCell]>([
    ['time cells', { time: TEN }, { time: ELEVEN }],
    ['time cells that hold a day as well', { both: TUESDAY + TEN }, { both: TUESDAY + ELEVEN }],
    ['parts of a day that are not marked as times', TEN, ELEVEN],
    ['texts', '10.00', '11:00'],
  ])('may have start and end in two columns of %s', async (_what, from, until) => {
    const heading = ['Kode', 'Tanggal', 'Jam mulai', 'Jam selesai', 'Layanan']
    const { rows, bad } = await parseRows(heading, ['ABCD2345', { day: TUESDAY }, from, until, 'Paspor baru'])
    expect({ rows, bad }).toEqual({ rows: [FIRST], bad: [] })
  })

  it('whose days count from 1904, as on an old Macintosh, has the same days', async () => {
    const rows = [HEAD, ['ABCD2345', { day: TUESDAY - 1462 }, '10.00-11.00', 'Paspor baru']]
    expect(await parseBytes(makeWorkbook(rows, true))).toEqual({ rows: [FIRST], bad: [] })
  })

  it('keeps every digit of a code that Excel took for a number', async () => {
    const { rows } = await parseRows(HEAD, [123456789012345680, { day: TUESDAY }, '10.00-11.00', 'Paspor baru'])
    expect(rows.map(({ code }) => code)).toEqual(['123456789012345680'])
  })

  it('counts lines as the sheet does, blank rows included', async () => {
    const { rows, bad } = await parseRows(
      [],
      HEAD,
      ['ABCD2345', { day: TUESDAY }, '10.00-11.00', 'Paspor baru'],
      [],
      ['EFGH2345', { day: TUESDAY }, { time: TEN }, 'Paspor baru'],
      [],
      ['JKMN2345', { error: '#N/A' }, '10.00-11.00', 'Paspor emas', null, 'catatan'],
    )
    expect(rows).toEqual([{ ...FIRST, line: 3 }])
    expect(bad).toEqual([
      { line: 5, column: 'jam', reason: REASONS.windowEndMissing },
      { line: 7, column: 'tanggal', reason: REASONS.day },
      { line: 7, column: 'layanan', reason: REASONS.service('Paspor baru') },
    ])
  })

  it('reads yes and no also where they are truths', async () => {
    const { rows } = await parseRows(
      [...HEAD, 'Prioritas'],
      ['A1', TUESDAY, '10.00-11.00', 'Paspor baru', true],
      ['A2', TUESDAY, '10.00-11.00', 'Paspor baru', false],
    )
    expect(rows.map(({ priority }) => priority)).toEqual([true, false])
  })
})

describe('a workbook that cannot be read', () => {
  const good = workbookFiles([HEAD, ['ABCD2345', TUESDAY, '10.00-11.00', 'Paspor baru']])
  const packed = makeZip(good)

  it('because it is cut off, or was written over, is refused in words at every length', async () => {
    for (const bytes of [
      packed.subarray(0, packed.length - 30),
      Buffer.from('PK\u0003\u0004\u0014\u0000'),
      packed.fill(7, 40, 90),
    ])
      expect(await parseBytes(bytes)).toEqual(whole(REASONS.workbookDamaged))
  })

  it.each<[string, Buffer, string]>([
    ['without a sheet', makeZip({ ...good, 'xl/worksheets/sheet1.xml': '<worksheet>' }), REASONS.workbookDamaged],
    ['that is another archive', makeZip({ 'readme.txt': 'hello' }), REASONS.workbookDamaged],
    ['with a password on its entries', makeZip(good, { flags: 1 }), REASONS.workbookLocked],
    [
      'that unpacks to more than the memory',
      makeZip({ ...good, 'xl/sharedStrings.xml': ' '.repeat(65 * 1024 * 1024) }, { size: 100 }),
      REASONS.workbookHuge,
    ],
    [
      'with a cell far beyond the last column',
      makeZip({
        ...good,
        'xl/worksheets/sheet1.xml':
          '<worksheet><sheetData><row r="1"><c r="ZZZZZZ1"><v>1</v></c></row></sheetData></worksheet>',
      }),
      REASONS.workbookHuge,
    ],
  ])('%s is refused in words', async (_what, bytes, reason) => {
    expect(await parseBytes(bytes)).toEqual(whole(reason))
  })

  it('is read up to its cap and no further', () => {
    const archive = makeZip({ 'a.xml': 'x'.repeat(600), 'b.xml': 'x'.repeat(600) })
    expect(unzip(archive, 1200)).toMatchObject({ status: 'unzipped' })
    expect(unzip(archive, 1199)).toEqual({ status: 'huge' })
  })
  it.each<[string, Buffer, string]>([
    ['with a password, or of 1997', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), REASONS.oldWorkbook],
    ['that is too heavy', Buffer.alloc(FILE_MAX_MB * 1024 * 1024 + 1, 'PK'), REASONS.tooLarge(FILE_MAX_MB)],
  ])('%s is refused before anybody opens it', async (_what, bytes, reason) => {
    expect(await parseAgenda(await readSheet(bytes), DENPASAR)).toEqual(whole(reason))
  })

  it('because it would fill the memory ends its own thread, and the office reads the next one', async () => {
    const row = (n: number) => `<row r="${n}"><c r="${n === 1 ? 'XFD' : 'A'}${n}"><v>1</v></c></row>`
    const rows = Array.from({ length: 20_000 }, (_, i) => row(i + 1)).join('')
    const bomb = makeZip({
      ...good,
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    })
    const [huge, next] = await Promise.all([readWorkbook(bomb, 48), readSheet(makeZip(good))])
    expect(await parseAgenda(huge, DENPASAR)).toEqual(whole(REASONS.workbookHuge))
    expect(await parseAgenda(next, DENPASAR)).toEqual({ rows: [FIRST], bad: [] })
  })
})
