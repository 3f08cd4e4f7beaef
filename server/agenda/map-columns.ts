import type { CellShape, FileColumn } from '../../protocol/desk/bookings.ts'
import type { AgendaColumns } from '../../protocol/office-rules.ts'
import { headingProblems, readHeadings } from './columns.ts'
import type { Sheet } from './sheet.ts'

/** Cells of a column that are looked at. */
const LOOKED_AT = 3
/** A heading has no more figures than "Jam 2"; what has more is data, and a file without headings must not show a name's. */
const FIGURES_MAX = 2
const HEADING_MAX = 60

const shapeOf = (cell: string): CellShape => {
  const kinds = [
    ['empty', /^$/],
    ['date', /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[ T].*)?$/],
    ['clock', /^\d{1,2}[.:]\d{2}/],
    ['digits', /^\d+$/],
  ] as const
  return { kind: kinds.find(([, pattern]) => pattern.test(cell))?.[0] ?? 'text', length: cell.length }
}

const isHeading = (text: string): boolean =>
  text !== '' && text.length <= HEADING_MAX && (text.match(/\d/g)?.length ?? 0) <= FIGURES_MAX

/** Whether a sheet lacks a column that every agenda has; the day may be given beside it. */
export const needsMapping = (sheet: Sheet, own: AgendaColumns | undefined, dayIsGiven: boolean): boolean =>
  headingProblems(sheet.heading.line, readHeadings(sheet.heading.cells, own), dayIsGiven).length > 0

/**
 * The columns of a file for somebody who says which is which: headings, and what the first cells look like. Nothing of what
 * stands in them: a file holds codes, names and numbers of people.
 */
export const fileColumns = ({ heading, data }: Sheet, own: AgendaColumns | undefined): FileColumn[] => {
  const columns = readHeadings(heading.cells, own)
  const first = data.slice(0, LOOKED_AT).map(({ split }) => split())
  return heading.cells.map((text, i) => ({
    heading: isHeading(text) ? text : null,
    column: columns[i] ?? null,
    shapes: first.map((line) => shapeOf('cells' in line ? (line.cells[i] ?? '') : '')),
  }))
}
