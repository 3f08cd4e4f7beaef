import { readSheet } from 'read-excel-file/universal'
import { unzip, zipStored } from './unzip.ts'

/** The rows of the first sheet as texts, a blank row for each that is left out; or why there are none. */
export type WorkbookCells = { status: 'read'; rows: string[][] } | { status: 'damaged' | 'locked' | 'huge' }

/** The format's own most (ECMA-376): what lies beyond was made to fill the memory. */
const ROWS_OF_FORMAT = 1_048_576
const LETTERS_OF_FORMAT = 3
const ADDRESS = /\sr\s*=\s*["']([A-Za-z]*)(\d+)["']/g
const MINUTE = 60_000
const DAY = 86_400_000

/**
 * A date as Excel keeps it, days and parts of a day, in the words of a CSV: `2026-11-24`, `10:00`, or both. A part of a day
 * is not exact there (10.00 is 0.41666…), so it is rounded to the minute. Days before 1905 are none: such a cell is a time.
 */
const dateText = (date: Date): string => {
  const at = Math.round(date.getTime() / MINUTE) * MINUTE
  const [day = '', clock = ''] = new Date(at).toISOString().slice(0, 16).split('T')
  if (day < '1905') return clock
  return at % DAY === 0 ? day : `${day} ${clock}`
}

/** A number as it stands in the file, so that no digit of a code is lost; `1.2E+14` in digits. */
const numberText = (raw: string): string => (/^\d+$/.test(raw) ? raw : String(Number(raw)))

const cellText = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : dateText(value)
  if (typeof value === 'boolean') return value ? 'ya' : 'tidak'
  return String(value).trim()
}

/** Whether a sheet says of a cell that it lies where no cell can: rows and columns up to there would be made. */
const isBeyondFormat = (sheet: string): boolean => {
  for (const [, letters = '', digits] of sheet.matchAll(ADDRESS))
    if (letters.length > LETTERS_OF_FORMAT || Number(digits) > ROWS_OF_FORMAT) return true
  return false
}

/**
 * Reads the first sheet of a workbook (`.xlsx`). What is damaged, locked or made to be huge is told, and never thrown. Takes
 * whole seconds and much memory for a hostile one, so `readWorkbook` runs it in a thread of its own.
 */
export const readWorkbookCells = async (bytes: Uint8Array): Promise<WorkbookCells> => {
  const unzipped = unzip(bytes)
  if (unzipped.status !== 'unzipped') return unzipped
  const { files } = unzipped
  const sheets = [...files].filter(([name]) => /worksheets\//.test(name))
  if (sheets.some(([, content]) => isBeyondFormat(new TextDecoder().decode(content)))) return { status: 'huge' }
  try {
    const rows = await readSheet(zipStored(files).buffer, 1, { parseNumber: numberText })
    return { status: 'read', rows: rows.map((row) => row.map(cellText)) }
  } catch {
    // Whatever the reader throws is thrown at the file: nothing of ours runs in there.
    return { status: 'damaged' }
  }
}
