import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AGENDA_ROWS_MAX, AgendaRow } from '../../protocol/commands.ts'
import { decodeAgenda } from '../../server/agenda/decode-agenda.ts'
import { REASONS } from '../../server/agenda/reasons.ts'
import { LINE_MAX } from '../../server/agenda/sheet.ts'
import { howMany } from '../support/how-many.ts'
import { keepInputs } from '../support/keep-figure.ts'
import { parseText } from './parse-text.ts'

const services = [
  { id: 'passport-new', names: ['Paspor baru', 'New passport'] },
  { id: 'passport-replacement', names: ['Penggantian paspor', 'Passport replacement'] },
]
const DENPASAR = { zone: 'Asia/Makassar', services, day: null } as const
const HEAD = 'kode,tanggal,jam,layanan,status,prioritas'
const parse = (text: string) => parseText(text, DENPASAR)
const parseRow = (row: string) => parse(`${HEAD}\n${row}`)
const clock = (text: string): number => Date.parse(`2026-11-24T${text}:00+08:00`)
const FIRST = {
  line: 2,
  code: 'ABCD2345',
  day: '2026-11-24',
  window: { startAt: clock('10:00'), endAt: clock('11:00') },
  service: 'passport-new',
  status: 'booked',
  priority: false,
}

describe('an agenda that enters', () => {
  it('has its windows at the clock of the office', async () => {
    const row = 'ABCD2345,2026-11-24,10.00-11.00,passport-new,terjadwal,tidak'
    expect(await parseRow(row)).toEqual({ rows: [FIRST], bad: [] })
    const [jakarta] = (await parseText(`${HEAD}\n${row}`, { ...DENPASAR, zone: 'Asia/Jakarta' })).rows
    expect(jakarta?.window.startAt).toBe(FIRST.window.startAt + 3_600_000)
    const [jayapura] = (await parseText(`${HEAD}\n${row}`, { ...DENPASAR, zone: 'Asia/Jayapura' })).rows
    expect(jayapura?.window.startAt).toBe(FIRST.window.startAt - 3_600_000)
  })

  it.each([
    ['English headings in another order', 'Service,Window,Code,Date\nNew passport,10:00 – 11:00,abcd2345,24-11-2026'],
    [
      'semicolons, as Excel in Indonesian saves',
      'KODE;TANGGAL;JAM;LAYANAN\r\nABCD2345;24/11/2026;10.00-11.00;Paspor Baru\r\n',
    ],
    [
      'tabs and a byte order mark',
      '\ufeffkode\ttanggal\tjam\tlayanan\tstatus\nABCD2345\t2026-11-24\t10.00-11.00\tpassport-new\t',
    ],
    [
      'quoted cells',
      '"kode","tanggal","jam","layanan","catatan"\n"ABCD2345", "2026-11-24" ,"10.00-11.00","Paspor baru","Kata ""hadir"", ya"',
    ],
    [
      'columns that nobody reads',
      'Nama;Kode_Booking;Tanggal;Jam;Jenis Layanan;Telepon\nX;ABCD2345;24.11.2026;10.00 s/d 11.00;paspor  baru;0',
    ],
    ['empty lines of a spreadsheet', `${HEAD}\nABCD2345,2026-11-24,10.00-11.00,passport-new,,\n,,,,,\n\n ,\n`],
    ['cells left out at the end', `${HEAD}\nABCD2345,2026-11-24,10.00-11.00,passport-new`],
  ])('may have %s', async (_what, text) => {
    expect(await parse(text)).toEqual({ rows: [FIRST], bad: [] })
  })

  it("counts lines as an editor shows them, also after Excel's line sep=", async () => {
    const { rows } = await parse('sep=;\r\nkode;tanggal;jam;layanan\r\n\r\nABCD2345;2026-11-24;10.00-11.00;Paspor baru')
    expect(rows).toEqual([{ ...FIRST, line: 4 }])
  })

  it('may leave out the day when it is asked for one', async () => {
    const text = 'kode,jam,layanan\nABCD2345,10.00-11.00,Paspor baru'
    expect(await parseText(text, { ...DENPASAR, day: '2026-11-24' })).toEqual({ rows: [FIRST], bad: [] })
  })

  it('saved by Windows in its own code page or as Unicode text is read as well', async () => {
    const text = 'kode;tanggal;jam;layanan\r\nABCD2345;24-11-2026;10.00–11.00;Paspor baru\r\n'
    const windows = Uint8Array.from(text, (letter) => (letter === '–' ? 0x96 : letter.charCodeAt(0)))
    const unicode = new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')])
    for (const bytes of [windows, unicode, Buffer.from(text), Buffer.from(`\ufeff${text}`)])
      expect(await parse(decodeAgenda(bytes))).toEqual({ rows: [FIRST], bad: [] })
  })

  it.each(['10.00-11.00', '10:00 – 11:00', '10.01–11.00', '10.01 - 11:00', '10.00 sampai 11.00', '10:00—11:00'])(
    'reads the window %s as 10.00 to 11.00',
    async (window) => {
      expect(await parseRow(`ABCD2345,2026-11-24,${window},passport-new`)).toEqual({ rows: [FIRST], bad: [] })
    },
  )

  it.each([
    ['Terjadwal', 'booked'],
    ['BATAL', 'cancelled'],
    ['cancelled', 'cancelled'],
    ['Belum  Bayar', 'unpaid'],
    ['unpaid', 'unpaid'],
    ['', 'booked'],
    ['Pindah jadwal', 'moved'],
    ['moved', 'moved'],
  ])('reads the status %j as %s', async (written, status) => {
    expect((await parseRow(`ABCD2345,2026-11-24,10.00-11.00,passport-new,${written},ya`)).rows).toEqual([
      { ...FIRST, status, priority: true },
    ])
  })
})

describe('a line that cannot enter', () => {
  it.each([
    [',2026-11-24,10.00-11.00,passport-new', 'kode', REASONS.codeMissing],
    [`${'A'.repeat(65)},2026-11-24,10.00-11.00,passport-new`, 'kode', REASONS.codeTooLong(64)],
    ['ABCD 2345,2026-11-24,10.00-11.00,passport-new', 'kode', REASONS.codeMarks],
    ['A,2026-02-29,10.00-11.00,passport-new', 'tanggal', REASONS.dayImpossible],
    ['A,31-04-2026,10.00-11.00,passport-new', 'tanggal', REASONS.dayImpossible],
    ['A,2026-13-01,10.00-11.00,passport-new', 'tanggal', REASONS.dayImpossible],
    ['A,0026-11-24,10.00-11.00,passport-new', 'tanggal', REASONS.dayImpossible],
    ['A,besok,10.00-11.00,passport-new', 'tanggal', REASONS.day],
    ['A,2026-11-24,10-11,passport-new', 'jam', REASONS.window],
    ['A,2026-11-24,10.00-24.00,passport-new', 'jam', REASONS.windowImpossible],
    ['A,2026-11-24,10.00-10.60,passport-new', 'jam', REASONS.windowImpossible],
    ['A,2026-11-24,11.00-10.00,passport-new', 'jam', REASONS.windowBackwards],
    ['A,2026-11-24,10.00-10.00,passport-new', 'jam', REASONS.windowBackwards],
    ['A,2026-11-24,10.00-11.00,visa', 'layanan', REASONS.service('Paspor baru, Penggantian paspor')],
    ['A,2026-11-24,10.00-11.00,passport-new,hadir', 'status', REASONS.status],
    ['A,2026-11-24,10.00-11.00,passport-new,constructor', 'status', REASONS.status],
    ['A,2026-11-24,10.00-11.00,passport-new,,lansia', 'prioritas', REASONS.priority],
    ['A,2026-11-24,10.00-11.00,passport-new,,,ya', '', REASONS.tooManyCells],
    ['"A,2026-11-24,10.00-11.00,passport-new', '', REASONS.quotes],
    ['A,2026-11-24,10.00-11.00,passport-new"', '', REASONS.quotes],
    [`A,2026-11-24,10.00-11.00,passport-new,${'x'.repeat(LINE_MAX)}`, '', REASONS.lineTooLong(LINE_MAX)],
  ])('is reported with its column and a reason: %#', async (row, column, reason) => {
    expect(await parseRow(row)).toEqual({ rows: [], bad: [{ line: 2, column, reason }] })
  })

  it('is reported with everything that is wrong in it', async () => {
    expect((await parseRow(',besok,nanti,visa,?,?')).bad.map(({ column }) => column)).toEqual([
      'kode',
      'tanggal',
      'jam',
      'layanan',
      'status',
      'prioritas',
    ])
  })

  it('leaves the lines around it alone, also with a quote that is never closed', async () => {
    const rows = ['A1', '"B2', 'C3'].map((code) => `${code},2026-11-24,10.00-11.00,passport-new`)
    const { rows: good, bad } = await parse([HEAD, ...rows].join('\n'))
    expect(good.map(({ code, line }) => [code, line])).toEqual([
      ['A1', 2],
      ['C3', 4],
    ])
    expect(bad).toEqual([{ line: 3, column: '', reason: REASONS.quotes }])
  })

  it.each(['ab12,2026-11-24', 'AB12,2026-11-25'])('repeats a code, whatever its letters and day: %s', async (again) => {
    const rows = ['AB12,2026-11-24', again].map((start) => `${start},10.00-11.00,passport-new`)
    expect(await parse([HEAD, ...rows].join('\n'))).toMatchObject({
      rows: [{ line: 2 }],
      bad: [{ line: 3, column: 'kode', reason: REASONS.codeRepeated(2) }],
    })
  })

  it('is of another day than the one asked for', async () => {
    const text = `${HEAD}\nA,2026-11-25,10.00-11.00,passport-new`
    expect((await parseText(text, { ...DENPASAR, day: '2026-11-24' })).bad).toEqual([
      { line: 2, column: 'tanggal', reason: REASONS.dayWrong('2026-11-24') },
    ])
  })

  it('never has its content repeated, a shifted column may hold a NIK', async () => {
    const { bad } = await parseRow('5171012345670001,5171012345670002,5171012345670003,5171012345670004,NAMA,NAMA')
    expect(bad).toHaveLength(5)
    expect(JSON.stringify(bad)).not.toMatch(/5171|NAMA/)
  })
})

describe('a file that is no agenda', () => {
  it.each([
    ['empty', '', REASONS.empty],
    ['only blank lines', '\n \n;;;\n', REASONS.empty],
    ['a workbook', 'PK\u0003\u0004\u0014\u0000', REASONS.notText],
    ['a heading that never ends', 'kode'.repeat(LINE_MAX), REASONS.lineTooLong(LINE_MAX)],
  ])('is refused as a whole: %s', async (_what, text, reason) => {
    expect(await parse(text)).toEqual({ rows: [], bad: [{ line: 1, column: '', reason }] })
  })

  it('is missing headings, each is named with what it may be called', async () => {
    expect((await parse('kode,nama\nA,B')).bad).toEqual([
      { line: 1, column: 'tanggal', reason: REASONS.missingHeading('tanggal, day, date, hari') },
      { line: 1, column: 'jam', reason: REASONS.missingHeading('jam, window, waktu, jam mulai, start') },
      { line: 1, column: 'layanan', reason: REASONS.missingHeading('layanan, service, jenis layanan') },
    ])
  })

  it('has a heading twice', async () => {
    expect(await parse(`${HEAD},code\nA,2026-11-24,10.00-11.00,passport-new,,,B`)).toEqual({
      rows: [],
      bad: [{ line: 1, column: 'kode', reason: REASONS.repeatedHeading }],
    })
  })

  it('has more rows than enter in one command', async () => {
    const rows = Array.from({ length: AGENDA_ROWS_MAX + 1 }, (_, i) => `A${i},2026-11-24,10.00-11.00,passport-new`)
    expect(await parse([HEAD, ...rows.slice(1)].join('\n'))).toMatchObject({
      rows: { length: AGENDA_ROWS_MAX },
      bad: [],
    })
    expect(await parse([HEAD, ...rows].join('\n'))).toEqual({
      rows: [],
      bad: [{ line: AGENDA_ROWS_MAX + 2, column: '', reason: REASONS.tooManyRows(AGENDA_ROWS_MAX) }],
    })
  })
})

describe('any file whatever', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      'ABCD2345',
      'A',
      '2026-11-24',
      '24/11/2026',
      '31-02-2026',
      '10.00-11.00',
      '11.01–12.00',
      'Paspor baru',
    ),
    fc.constantFrom(
      'passport-new',
      'batal',
      'ya',
      '',
      '"',
      '""',
      '"a;b"',
      ' ',
      '\ufeff',
      '\u0000',
      '\ud800',
      '=1+1',
      '__proto__',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
  )
  const line = fc.oneof(
    fc.constantFrom('A1,2026-11-24,10.00-11.00,passport-new', 'A2,24-11-2026,10.01 – 11.00,New passport,batal,ya'),
    fc.array(cell, { maxLength: 8 }).chain((cells) => fc.constantFrom(',', ';', '\t').map((mark) => cells.join(mark))),
  )
  const heading = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(HEAD, 'Code,Date,Window,Service', 'sep=,\nkode,tanggal,jam,layanan') },
    { weight: 1, arbitrary: line },
  )
  const file = fc.oneof(
    {
      weight: 9,
      arbitrary: fc
        .tuple(heading, fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\r\n', '\r'))
        .map(([head, lines, end]) => [head, ...lines].join(end)),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  )

  it('never throws, and each of its lines is a row or is reported', {
    tags: ['W15'],
    timeout: 120_000,
  }, async (context) => {
    const files = howMany(10_000, 50_000)
    let entered = 0
    await fc.assert(
      fc.asyncProperty(file, async (text) => {
        const { rows, bad } = await parse(text)
        entered += rows.length
        for (const { line: _line, ...row } of rows) expect(AgendaRow.safeParse(row).success).toBe(true)
        const accounted = new Set([...rows, ...bad].map((one) => one.line))
        expect(rows.filter((row) => bad.some((one) => one.line === row.line))).toEqual([])
        const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)
        const headingLine = lines.findIndex((content) => /[^\s,;]/.test(content) && !/^\s*sep=.\s*$/i.test(content))
        const wholeFile = rows.length === 0 && bad.some((one) => one.line <= headingLine + 1)
        for (const [i, content] of lines.entries())
          if (i > headingLine && /[^\s,;]/.test(content) && !wholeFile) expect(accounted).toContain(i + 1)
      }),
      { numRuns: files },
    )
    expect(entered).toBeGreaterThan(files / 5)
    keepInputs(context, files)
  })

  it('made of any bytes becomes a text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        await parse(decodeAgenda(bytes))
      }),
      { numRuns: 5_000 },
    )
  })
})
