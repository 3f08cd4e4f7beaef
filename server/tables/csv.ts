import type { Cell, Table, TableLang } from './table.ts'

const BYTE_ORDER_MARK = '\ufeff'

/** What a spreadsheet would run as a formula, or strip to find one (OWASP, CSV injection), its wide letters of East Asia too. */
const FORMULA = /^[=+\-@\t\r\0＝＋－＠]/

/** A text that no spreadsheet takes for a formula: an apostrophe in front, as Excel itself marks a text. */
export const harmless = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

const cellText = (cell: Cell, lang: TableLang): string => {
  if (cell === null) return ''
  if (typeof cell === 'number') return lang === 'id' ? String(cell).replace('.', ',') : String(cell)
  const text = harmless(cell)
  return /[";,\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * A table as CSV that a double click opens in columns: UTF-8 with its mark. Indonesian Excel divides by `;` and writes a
 * decimal comma, English by `,` and a point. Numbers stay numbers; a text that looks like a formula gets an apostrophe.
 */
export const csvOf = (table: Table, lang: TableLang): string => {
  const line = (cells: readonly Cell[]): string =>
    cells.map((cell) => cellText(cell, lang)).join(lang === 'id' ? ';' : ',')
  const rows = [table.columns.map(({ name }) => name[lang]), ...table.rows]
  return `${BYTE_ORDER_MARK}${rows.map(line).join('\r\n')}\r\n`
}
