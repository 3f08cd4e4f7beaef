import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { csvOf } from '../../server/tables/csv.ts'
import type { Table } from '../../server/tables/table.ts'
import { xlsxOf } from '../../server/tables/xlsx.ts'
import { howMany } from '../support/how-many.ts'
import { keepInputs } from '../support/keep-figure.ts'

const words = (text: string) => ({ id: text, en: `${text} (en)` })
const table = (rows: Table['rows']): Table => ({
  name: words('Tunggu per jalur: semua/hari'),
  columns: [{ name: words('Jalur') }, { name: words('Menit') }],
  rows,
})

describe('a table as CSV', () => {
  test('opens in columns in an Indonesian Excel', () => {
    expect(
      csvOf(
        table([
          ['M-Paspor', 12.5],
          ['Tanpa; "janji"', null],
        ]),
        'id',
      ),
    ).toBe('\ufeffJalur;Menit\r\nM-Paspor;12,5\r\n"Tanpa; ""janji""";\r\n')
  })

  test('and in an English one', () => {
    expect(csvOf(table([['Jalur, K', -1.5]]), 'en')).toBe('\ufeffJalur (en),Menit (en)\r\n"Jalur, K",-1.5\r\n')
  })

  test('no text of it is a formula, and every text comes back', { tags: ['X1'] }, (context) => {
    const numRuns = howMany(500, 50_000)
    const text = fc.oneof(
      fc.string(),
      fc.tuple(fc.constantFrom(...'=+-@\t\r\0＝＋－＠'), fc.string()).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(text, fc.integer()), { maxLength: 5 }), (rows) => {
        const read: string[][] = parse(csvOf(table(rows), 'id').slice(1), { delimiter: ';', relax_quotes: false })
        for (const [i, [text, number]] of rows.entries()) {
          const cell = read[i + 1]?.[0] ?? ''
          // A text may begin with an apostrophe of its own: what was written is known from the text alone.
          expect(cell).toBe(/^[=+\-@\t\r\0＝＋－＠]/.test(text) ? `'${text}` : text)
          expect(cell).not.toMatch(/^[=+\-@\t\r\0＝＋－＠]/)
          expect(read[i + 1]?.[1]).toBe(String(number))
        }
      }),
      { numRuns },
    )
    keepInputs(context, numRuns)
  })
})

describe('tables as a workbook', () => {
  const sheetOf = async (rows: Table['rows']): Promise<Record<string, string>> => {
    const files = unzipSync(await xlsxOf([table(rows)], 'id'))
    return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]))
  }

  test('hold numbers as numbers and texts as texts', async () => {
    const files = await sheetOf([['=HYPERLINK("http://x")', 12.5]])
    const sheet = files['xl/worksheets/sheet1.xml'] ?? ''
    expect(sheet).toContain('<v>12.5</v>')
    expect(sheet).not.toContain('<f>')
    expect(Object.values(files).join()).toContain("'=HYPERLINK")
  })

  test('their sheets have names that Excel takes', async () => {
    const { 'xl/workbook.xml': book = '' } = await sheetOf([])
    expect(book).toContain('name="Tunggu per jalur  semua hari"')
  })
})
