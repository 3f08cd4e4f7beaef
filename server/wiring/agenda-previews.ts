import { randomBytes } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { AgendaPreview, ReadPreview } from '../../protocol/desk/bookings.ts'
import type { AgendaReport } from '../../protocol/problem.ts'
import { enterAgenda, readAgenda } from '../agenda/import-agenda.ts'
import { fileColumns, needsMapping } from '../agenda/map-columns.ts'
import type { ParsedAgenda } from '../agenda/parse-agenda.ts'
import { readSheet } from '../agenda/read-sheet.ts'
import type { BookingsPort } from '../gateway/desk/bookings-port.ts'
import { AT_ONCE } from '../long-lists.ts'
import { newCommandId, type OpenOffice } from '../open-office.ts'
import type { Booking } from '../rules/events.ts'
import type { State } from '../rules/state.ts'
import type { Table } from '../tables/table.ts'
import { previewAgenda } from '../views/bookings-view.ts'
import { downloadOf } from './download-of.ts'

/** How long a preview can be entered, ms. It holds booking codes: in memory alone, and no longer than somebody reads. */
const KEPT_MS = 15 * 60_000

/** A file that was read and looked at, and not entered yet; `known`: the bookings that it was held against. */
type Kept = { id: string; untilAt: number; parsed: ParsedAgenda; shown: ReadPreview; known: State['bookings'] }

const reportTable = (parsed: ParsedAgenda): Table => ({
  name: { id: 'Baris bermasalah', en: 'Lines with a problem' },
  columns: [
    { name: { id: 'Baris', en: 'Line' } },
    { name: { id: 'Kolom', en: 'Column' } },
    { name: { id: 'Alasan', en: 'Reason' } },
  ],
  rows: parsed.bad.map(({ line, column, reason }) => [line, column, reason]),
})

/** What a preview says will happen; loads and capacities move with the counters and are not part of it. */
const promiseOf = ({ added, changed, unchanged, changes }: ReadPreview): string =>
  JSON.stringify([added, changed, unchanged, changes])

/**
 * Agenda files that supervisors look at before they enter: one for each, kept in memory. What is entered is what was shown:
 * where the office changed since, the new preview is shown instead.
 */
export const makePreviews = ({
  house,
  now,
}: {
  house: OpenOffice
  now: () => number
}): Pick<BookingsPort, 'preview' | 'enter' | 'report'> => {
  const kept = new Map<string, Kept>()
  const sweep = () => {
    for (const [staff, { untilAt }] of kept) if (untilAt <= now()) kept.delete(staff)
  }

  /** The rows as the office would know them: known codes by their keys, new ones by a hash that leads to nothing yet. */
  const bookingsOf = async ({ rows }: ParsedAgenda): Promise<Booking[]> => {
    const { keyOf } = house.door
    const bookings: Booking[] = []
    for (const [at, { line: _, code, party, ...row }] of rows.entries()) {
      const family = party === undefined ? {} : { party: await keyOf(`party ${party}`) }
      bookings.push({ key: await keyOf(code), ...row, ...family })
      if (at % AT_ONCE === AT_ONCE - 1) await nextTurn()
    }
    return bookings
  }
  /** Keys are looked up anew each time: a code that was unknown may be known by now. */
  const look = async (id: string, parsed: ParsedAgenda): Promise<ReadPreview> => {
    const bookings = await bookingsOf(parsed)
    const lines = parsed.rows.map(({ line }) => line)
    return { id, ...previewAgenda(house.door.state(), { bookings, lines, bad: parsed.bad }, now()) }
  }
  const find = (staff: string | null, id: string): Kept | undefined => {
    sweep()
    const found = kept.get(staff ?? '')
    return found?.id === id ? found : undefined
  }

  return {
    async preview({ staff }, file, day): Promise<AgendaPreview> {
      const office = house.office.read()
      const sheet = await readSheet(file, office.agenda.columns)
      if (!('reason' in sheet) && needsMapping(sheet, office.agenda.columns, day !== null))
        return { status: 'columns', columns: fileColumns(sheet, office.agenda.columns) }
      const parsed = await readAgenda(office, sheet, day)
      const id = randomBytes(16).toString('base64url')
      const known = house.door.state().bookings
      const shown = await look(id, parsed)
      setTimeout(sweep, KEPT_MS + 1_000).unref()
      kept.set(staff ?? '', { id, untilAt: now() + KEPT_MS, parsed, shown, known })
      return shown
    },
    async enter(sender, { id, acceptGoodRows }) {
      const found = find(sender.staff, id)
      if (found === undefined) return { status: 'gone' }
      const { parsed } = found
      const { bookings: known } = house.door.state()
      // No booking changed since: what was shown stands, and thousands of codes need not be looked up again.
      const shown = known === found.known ? found.shown : await look(id, parsed)
      if (promiseOf(shown) !== promiseOf(found.shown)) {
        kept.set(sender.staff ?? '', { ...found, shown, known })
        return { status: 'overtaken', preview: shown }
      }
      const report: AgendaReport = await enterAgenda({ door: house.door, sender, newCommandId }, parsed, acceptGoodRows)
      if (report.status === 'entered') kept.delete(sender.staff ?? '')
      return { status: 'done', report }
    },
    async report({ staff }, { id, format, lang }) {
      const found = find(staff, id)
      if (found === undefined) return null
      return (await downloadOf('baris-bermasalah', [reportTable(found.parsed)], { format, lang })).body
    },
  }
}
