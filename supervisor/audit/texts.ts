import type { AuditKind } from '../../protocol/desk/audit.ts'
import type { Words } from '../../protocol/ids.ts'
import type { Role } from '../../protocol/roles.ts'

/** What the audit's page says. */
export const AUDIT = {
  name: { id: 'Audit', en: 'Audit' },
  about: { id: '{n} catatan', en: '{n} entries' },
  catchingUp: { id: '{n} catatan, masih membaca jurnal', en: '{n} entries, still reading the journal' },
  verify: { id: 'Periksa rantai', en: 'Check the chain' },
  verifying: { id: 'Memeriksa', en: 'Checking' },
  sound: {
    id: 'Rantai utuh: {n} peristiwa, {detik} detik. Sambungan terakhir {akhir}.',
    en: 'The chain is sound: {n} events, {detik} seconds. Last link {akhir}.',
  },
  damaged: {
    id: 'Rantai putus pada peristiwa {n}. Jangan ubah apa pun, simpan cadangan data, dan hubungi penanggung jawab teknis.',
    en: 'The chain breaks at event {n}. Change nothing, keep a backup, and call whoever looks after the system.',
  },
  filter: { id: 'Saring', en: 'Filter' },
  from: { id: 'Dari hari', en: 'From day' },
  until: { id: 'Sampai hari', en: 'Until day' },
  kind: { id: 'Jenis', en: 'Kind' },
  allKinds: { id: 'Semua jenis', en: 'All kinds' },
  staff: { id: 'Petugas', en: 'Staff' },
  counter: { id: 'Loket', en: 'Counter' },
  number: { id: 'Nomor antrean', en: 'Ticket number' },
  show: { id: 'Tampilkan', en: 'Show' },
  clear: { id: 'Hapus saringan', en: 'Clear filter' },
  list: { id: 'Catatan, terbaru di atas', en: 'Entries, newest first' },
  time: { id: 'Waktu', en: 'Time' },
  by: { id: 'Oleh', en: 'By' },
  what: { id: 'Yang terjadi', en: 'What happened' },
  changes: { id: '{n} pengaturan berubah', en: '{n} settings changed' },
  empty: { id: 'Belum ada catatan untuk saringan ini.', en: 'No entries for this filter yet.' },
  older: { id: 'Lebih lama', en: 'Older' },
  newest: { id: 'Terbaru', en: 'Newest' },
  byStaff: { id: 'Petugas {no}', en: 'Staff {no}' },
  bySupervisor: { id: 'Pengawas {no}', en: 'Supervisor {no}' },
} satisfies Record<string, Words>

/** What the kinds are called. */
export const AUDIT_KINDS: Record<AuditKind, Words> = {
  override: { id: 'Izin khusus', en: 'Override' },
  case: { id: 'Kasus', en: 'Case' },
  counter: { id: 'Loket', en: 'Counter' },
  office: { id: 'Kantor', en: 'Office' },
  hours: { id: 'Jam kerja', en: 'Hours' },
  outage: { id: 'Gangguan', en: 'Outage' },
  announcement: { id: 'Pengumuman', en: 'Announcement' },
  agenda: { id: 'Daftar janji', en: 'Agenda' },
  day: { id: 'Hari kerja', en: 'Day' },
  access: { id: 'Akses', en: 'Access' },
  retention: { id: 'Retensi', en: 'Retention' },
  webhook: { id: 'Webhook', en: 'Webhook' },
}

/** Who is no person. */
export const DOERS: Partial<Record<Role, Words>> = {
  clock: { id: 'Sistem', en: 'System' },
  console: { id: 'Komputer server', en: 'Server computer' },
  integration: { id: 'Program lain', en: 'Another program' },
}
