import type { AgendaColumns } from '../../protocol/office-rules.ts'
import { readHeadings } from './columns.ts'
import { decodeAgenda } from './decode-agenda.ts'
import { readWorkbook } from './read-workbook.ts'
import { REASONS } from './reasons.ts'
import { noSheet, type SheetReading } from './sheet.ts'
import { splitCsv } from './split-csv.ts'

/**
 * The most that one file may weigh, MB: 20,000 rows of 400 characters, columns that nobody reads included. Larger files are
 * refused unread, wherever they come in.
 */
export const FILE_MAX_MB = 8

const ZIP = [0x50, 0x4b, 0x03, 0x04]
/** The compound file of Office 97, in which also a workbook with a password is wrapped (MS-CFB 2.2). */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0]

/**
 * The bytes of an agenda file as rows of cells: a workbook or a CSV text, told by what they begin with, because names and
 * types of files are often wrong. `own` are the office's headings. Never rejects for what is in a file.
 */
export const readSheet = async (bytes: Uint8Array, own?: AgendaColumns): Promise<SheetReading> => {
  const begins = (mark: readonly number[]) => mark.every((byte, i) => bytes[i] === byte)
  if (bytes.length > FILE_MAX_MB * 1024 * 1024) return noSheet(REASONS.tooLarge(FILE_MAX_MB))
  if (begins(COMPOUND)) return noSheet(REASONS.oldWorkbook)
  if (begins(ZIP)) return readWorkbook(bytes)
  return splitCsv(decodeAgenda(bytes), (heading) => readHeadings([heading], own)[0] !== null)
}
