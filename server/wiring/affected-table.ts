import type { Affected, AffectedList } from '../../protocol/desk/floor.ts'
import type { Instant, Window, Words } from '../../protocol/ids.ts'
import type { Office } from '../../protocol/office.ts'
import { clockIn } from '../rules/civil.ts'
import type { Table, TableLang } from '../tables/table.ts'

const STATUS: Record<Affected['status'], Words> = {
  expected: { id: 'Belum datang', en: 'Not here yet' },
  absent: { id: 'Tidak datang', en: 'Did not come' },
  here: { id: 'Masih di kantor', en: 'Still here' },
  served: { id: 'Selesai dilayani', en: 'Served' },
  left: { id: 'Tidak selesai', en: 'Not finished' },
}

/** The people whom an outage touched, as the table that goes with a special reschedule. Times as the office's clock. */
export const affectedTable = ({ people }: AffectedList, zone: Office['zone'], lang: TableLang): Table => {
  const clock = (at: Instant | null) => (at === null ? null : clockIn(at, zone))
  const hours = (window: Window | null) =>
    window === null ? null : `${clockIn(window.startAt, zone)}–${clockIn(window.endAt, zone)}`
  return {
    name: { id: 'Terdampak gangguan', en: 'Affected by the outage' },
    columns: [
      { name: { id: 'Nomor antrean', en: 'Number' } },
      { name: { id: 'Nomor booking', en: 'Booking number' } },
      { name: { id: 'Layanan', en: 'Service' } },
      { name: { id: 'Jam janji', en: 'Window' } },
      { name: { id: 'Datang', en: 'Came' } },
      { name: { id: 'Tahap', en: 'Stage' } },
      { name: { id: 'Tertahan (menit)', en: 'Held up (min)' } },
      { name: { id: 'Keadaan', en: 'State' } },
    ],
    rows: people.map(({ number, bookingNo, service, window, checkedInAt, stage, heldUpMin, status }) => [
      ...[number, bookingNo, service[lang], hours(window), clock(checkedInAt)],
      ...[stage?.[lang] ?? null, heldUpMin, STATUS[status][lang]],
    ]),
  }
}
