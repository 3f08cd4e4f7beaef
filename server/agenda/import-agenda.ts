import { setImmediate } from 'node:timers/promises'
import type { Door } from '../../protocol/door.ts'
import type { DayStamp } from '../../protocol/ids.ts'
import type { Office } from '../../protocol/office.ts'
import type { AgendaReport, BadLine } from '../../protocol/problem.ts'
import type { Sender } from '../../protocol/roles.ts'
import { readPayload } from '../rules/payload.ts'
import { type NumberedRow, type ParsedAgenda, parseAgenda } from './parse-agenda.ts'
import { readSheet } from './read-sheet.ts'
import { REASONS } from './reasons.ts'
import type { SheetReading } from './sheet.ts'

/** Rows that are held against the patterns in one go. */
const ROWS_AT_ONCE = 500

/** What an import needs of the office; `office` is its document now, for the zone and the services. */
export type AgendaDesk = { door: Door; sender: Sender; newCommandId: () => string; office: Office }

/** `rows.12.code` or `rows[12].code` in an answer is a line of the file. */
const lineOf = (path: string, rows: readonly NumberedRow[]): number =>
  rows[Number(/^rows\W+(\d+)/.exec(path)?.[1] ?? -1)]?.line ?? 1

const setAside = (good: number, bad: readonly BadLine[]): AgendaReport => ({
  status: 'set-aside',
  good,
  bad: [...bad],
  added: 0,
  changed: 0,
  unchanged: 0,
})

/**
 * The rows of a sheet that this office can take, and every line that it cannot. `day` where the sheet has no column for it.
 * Changes nothing.
 */
export const readAgenda = async (office: Office, sheet: SheetReading, day: DayStamp | null): Promise<ParsedAgenda> => {
  const services = office.services.map(({ id, name }) => ({ id, names: [name.id, name.en] }))
  const parsed = await parseAgenda(sheet, { zone: office.zone, services, day, columns: office.agenda.columns })
  const rows: NumberedRow[] = []
  const bad = [...parsed.bad]
  for (const [i, row] of parsed.rows.entries()) {
    if (i % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await setImmediate()
    const payload = readPayload(row.code, office.payload)
    // A code that no scan can ever match would turn its owner away after a green report.
    if (payload.status === 'code') rows.push({ ...row, code: payload.code })
    else {
      const reason = payload.status === 'billing-code' ? REASONS.codeBilling : REASONS.codePattern
      bad.push({ line: row.line, column: 'kode', reason })
    }
  }
  if (rows.length === 0 && bad.length === 0) bad.push({ line: 1, column: '', reason: REASONS.noRows })
  return { rows, bad: bad.sort((a, b) => a.line - b.line) }
}

/**
 * Enters what was read. With bad lines and without `acceptGoodRows` nothing is submitted. The good rows enter in one command,
 * so all or none; a refusal of the office is reported like a bad line. The same file again changes nothing.
 */
export const enterAgenda = async (
  { door, sender, newCommandId }: Omit<AgendaDesk, 'office'>,
  { rows, bad }: ParsedAgenda,
  acceptGoodRows: boolean,
): Promise<AgendaReport> => {
  const aside = (more: readonly BadLine[]) => setAside(rows.length, [...bad, ...more])
  if (rows.length === 0 || (bad.length > 0 && !acceptGoodRows)) return aside([])
  const command = { type: 'ImportAgenda', commandId: newCommandId(), rows: rows.map(({ line: _line, ...row }) => row) }
  const answer = await door.submit(command, sender)
  if (answer.status === 'refused') return aside([{ line: 1, column: '', reason: REASONS.refused(answer.refusal.code) }])
  if (answer.status === 'invalid')
    return aside(answer.issues.map(({ path }) => ({ line: lineOf(path, rows), column: '', reason: REASONS.invalid })))
  if (answer.result.kind !== 'agenda') throw new Error(`the office answered an agenda with ${answer.result.kind}`)
  const { added, changed, unchanged } = answer.result
  return { status: 'entered', good: rows.length, bad, added, changed, unchanged }
}

/** Reads an agenda file and enters it: what every way in does that nobody looks at before. */
export const importAgenda = async (
  desk: AgendaDesk,
  bytes: Uint8Array,
  { day, acceptGoodRows }: { day: DayStamp | null; acceptGoodRows: boolean },
): Promise<AgendaReport> => {
  const { office } = desk
  const read = await readAgenda(office, await readSheet(bytes, office.agenda.columns), day)
  return enterAgenda(desk, read, acceptGoodRows)
}
