import type { Result } from './results.ts'
import type { Row } from './row.ts'

/**
 * How a row stands: shown by tests that all passed; failed by one; by-hand where a person must look, as the row says;
 * open where no test names it, or none of them ran.
 */
export type Standing = 'shown' | 'failed' | 'by-hand' | 'open'

/** A row and what the tests said of it. */
export type Judged = { row: Row; standing: Standing; results: Result[] }

const standingOf = (row: Row, results: readonly Result[]): Standing => {
  if (results.some(({ status }) => status === 'failed')) return 'failed'
  if (results.some(({ status }) => status === 'passed')) return 'shown'
  return row.drill === undefined ? 'open' : 'by-hand'
}

/** Every row with its tests and how it stands by them. */
export const judge = (rows: readonly Row[], results: readonly Result[]): Judged[] =>
  rows.map((row) => {
    const own = results.filter(({ tags }) => tags.includes(row.id))
    return { row, standing: standingOf(row, own), results: own }
  })

/** Whether all that must and should hold does: nothing failed, and no row of P0 or P1 is open. */
export const isAssured = (judged: readonly Judged[]): boolean =>
  judged.every(({ row, standing }) => standing !== 'failed' && (standing !== 'open' || row.priority === 'P2'))
