import { Temporal } from 'temporal-polyfill'
import type { AuditLine } from '../../protocol/desk/audit.ts'
import type { Table, TableLang } from '../tables/table.ts'
import { KINDS, say } from './words.ts'

/** Date and time in the office's zone, as a spreadsheet sorts them: `2026-11-24 10.05.09`. */
const stampOf = (at: number, zone: string): string => {
  const time = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${time.toPlainDate().toString()} ${two(time.hour)}.${two(time.minute)}.${two(time.second)}`
}

/** The audit as people take it away, without its rows. */
export const AUDIT_HEAD: Pick<Table, 'name' | 'columns'> = {
  name: say('Audit', 'Audit'),
  columns: [
    say('No. peristiwa', 'Event no.'),
    say('Waktu', 'Time'),
    say('Jenis', 'Kind'),
    say('Oleh', 'By'),
    say('Petugas', 'Staff'),
    say('Loket', 'Counter'),
    say('Nomor antrean', 'Ticket number'),
    say('Yang terjadi', 'What happened'),
    say('Perubahan', 'Changes'),
  ].map((name) => ({ name })),
}

/** A row of it per line; changes of the document are in the last column. */
export const auditRows = (lines: readonly AuditLine[], zone: string, lang: TableLang): Table['rows'] =>
  lines.map(({ seq, at, kind, role, staff, counter, number, words, changes }) => [
    ...[seq, stampOf(at, zone), KINDS[kind][lang], role, staff, counter, number, words[lang], changes.join('; ')],
  ])
