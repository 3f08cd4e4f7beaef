import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { csvOf } from '../../server/tables/csv.ts'
import type { Table } from '../../server/tables/table.ts'
import { writeHere } from '../../server/tables/write-here.ts'
import { writeTables } from '../../server/tables/write-tables.ts'
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

describe('a long table', () => {
  const tables = [table(Array.from({ length: 3_000 }, (_, i) => [`=baris ${i}`, i]))] as const
  const sheetIn = (file: string | Uint8Array) =>
    typeof file === 'string' ? file : strFromU8(unzipSync(file)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())

  test.each(['csv', 'xlsx'] as const)(
    'as %s is written while others have their turns, and is the same',
    async (format) => {
      let turns = 0
      const others = setInterval(() => {
        turns += 1
      }, 1)
      const wish = { tables, format, lang: 'id' } as const
      const written = await writeTables(wish)
      clearInterval(others)
      expect(turns).toBeGreaterThan(0)
      expect(sheetIn(written)).toBe(sheetIn(await writeHere(wish)))
      expect(sheetIn(written)).toContain('2999')
    },
  )

  test('that takes longer than there is time for is refused', async () => {
    const limits = { memoryMb: 512, ms: 1 }
    await expect(writeTables({ tables, format: 'csv', lang: 'id' }, limits)).rejects.toMatchObject({ status: 413 })
  })
})
