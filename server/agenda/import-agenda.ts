import type { Door } from '../../protocol/door.ts'
import type { DayStamp } from '../../protocol/ids.ts'
import type { Office } from '../../protocol/office.ts'
import type { AgendaReport, BadLine } from '../../protocol/problem.ts'
import type { Sender } from '../../protocol/roles.ts'
import { readPayload } from '../rules/payload.ts'
import { type NumberedRow, parseAgenda } from './parse-agenda.ts'
import { REASONS } from './reasons.ts'

/** What an import needs of the office; `office` is its document now, for the zone and the services. */
export type AgendaDesk = { door: Door; sender: Sender; newCommandId: () => string; office: Office }

/** `rows.12.code` or `rows[12].code` in an answer is a line of the file. */
const lineOf = (path: string, rows: readonly NumberedRow[]): number =>
  rows[Number(/^rows\W+(\d+)/.exec(path)?.[1] ?? -1)]?.line ?? 1

/**
 * Brings an agenda file into the office. With bad lines and without `acceptGoodRows` nothing is submitted. The good
 * rows enter in one command, so all or none; a refusal of the office is reported like a bad line. The same file again
 * changes nothing.
 */
export const importAgenda = async (
  { door, sender, newCommandId, office }: AgendaDesk,
  text: string,
  { day, acceptGoodRows }: { day: DayStamp | null; acceptGoodRows: boolean },
): Promise<AgendaReport> => {
  const services = office.services.map(({ id, name }) => ({ id, names: [name.id, name.en] }))
  const parsed = parseAgenda(text, { zone: office.zone, services, day })
  const read = parsed.rows.map((row) => ({ row, payload: readPayload(row.code, office.payload) }))
  const rows = read.flatMap(({ row, payload }) => (payload.status === 'code' ? [{ ...row, code: payload.code }] : []))
  // A code that no scan can ever match would turn its owner away after a green report.
  const unreadable = read.flatMap(({ row, payload }): BadLine[] => {
    if (payload.status === 'code') return []
    const reason = payload.status === 'billing-code' ? REASONS.codeBilling : REASONS.codePattern
    return [{ line: row.line, column: 'kode', reason }]
  })
  const bad = [...parsed.bad, ...unreadable].sort((a, b) => a.line - b.line)
  const setAside = (more: readonly BadLine[]): AgendaReport => ({
    status: 'set-aside',
    good: rows.length,
    bad: [...bad, ...more],
    added: 0,
    changed: 0,
    unchanged: 0,
  })
  if (rows.length === 0 && bad.length === 0) return setAside([{ line: 1, column: '', reason: REASONS.noRows }])
  if (rows.length === 0 || (bad.length > 0 && !acceptGoodRows)) return setAside([])

  const command = { type: 'ImportAgenda', commandId: newCommandId(), rows: rows.map(({ line: _line, ...row }) => row) }
  const answer = await door.submit(command, sender)
  if (answer.status === 'refused')
    return setAside([{ line: 1, column: '', reason: REASONS.refused(answer.refusal.code) }])
  if (answer.status === 'invalid')
    return setAside(
      answer.issues.map(({ path }) => ({ line: lineOf(path, rows), column: '', reason: REASONS.invalid })),
    )
  if (answer.result.kind !== 'agenda') throw new Error(`the office answered an agenda with ${answer.result.kind}`)
  const { added, changed, unchanged } = answer.result
  return { status: 'entered', good: rows.length, bad, added, changed, unchanged }
}
