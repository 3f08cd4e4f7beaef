import type { RetentionPart } from '../../protocol/house-facts.ts'
import type { Words } from '../../protocol/ids.ts'
import type { Retention } from '../../protocol/office-retention.ts'

/** What the retention's page says. */
export const RETENTION = {
  name: { id: 'Retensi', en: 'Retention' },
  about: { id: 'Berikutnya {kapan}, saat hari kerja dibuka', en: 'Next {kapan}, when the day is opened' },
  run: { id: 'Jalankan sekarang', en: 'Run now' },
  running: { id: 'Sedang menghapus', en: 'Deleting' },
  ran: { id: 'Selesai. Yang dihapus: {n}.', en: 'Done. Deleted: {n}.' },
  kept: { id: 'Yang disimpan', en: 'What is kept' },
  change: { id: 'Ubah lamanya', en: 'Change the periods' },
  what: { id: 'Apa', en: 'What' },
  where: { id: 'Di mana', en: 'Where' },
  why: { id: 'Untuk apa', en: 'What for' },
  howLong: { id: 'Berapa lama', en: 'How long' },
  last: { id: 'Penghapusan terakhir', en: 'Last run' },
  lastBy: { id: '{kapan}, oleh {siapa}', en: '{kapan}, by {siapa}' },
  system: { id: 'sistem', en: 'the system' },
  supervisor: { id: 'pengawas {no}', en: 'supervisor {no}' },
  deleted: { id: 'Dihapus', en: 'Deleted' },
  none: { id: 'Belum ada penghapusan sejak server dinyalakan.', en: 'No run yet since the server was started.' },
  earlier: { id: 'Yang lebih dulu ada di Audit, jenis Retensi.', en: 'Earlier runs are in the Audit, kind Retention.' },
} satisfies Record<string, Words>

/** One kind of data as the page tells of it. `period`: which setting says how long, or in words. */
export type KeptKind = {
  part: RetentionPart | null
  what: Words
  where: Words
  why: Words
  period: keyof Retention | Words
}

/** Everything that could lead to a person, and what stays. docs/privacy.md has the same table, longer. */
export const KEPT: readonly KeptKind[] = [
  {
    part: 'booking-codes',
    what: { id: 'Kode janji, tersegel', en: 'Booking codes, sealed' },
    where: { id: 'Jurnal, tabel kode', en: 'Journal, table of codes' },
    why: { id: 'Mengenali kode saat dipindai', en: 'To recognise a code when it is scanned' },
    period: 'bookingDays',
  },
  {
    part: 'agenda-files',
    what: { id: 'Berkas daftar janji dan laporannya', en: 'Agenda files and their reports' },
    where: { id: 'Folder agenda-inbox', en: 'Folder agenda-inbox' },
    why: { id: 'Memeriksa baris yang bermasalah', en: 'To look at lines with mistakes' },
    period: 'agendaFileHours',
  },
  {
    part: 'command-answers',
    what: { id: 'Jawaban perintah', en: 'Answers to commands' },
    where: { id: 'Jurnal, tabel perintah', en: 'Journal, table of commands' },
    why: { id: 'Perintah yang diulang tidak terjadi dua kali', en: 'A repeated command must not happen twice' },
    period: 'answerHours',
  },
  {
    part: 'revoked-pairings',
    what: { id: 'Pasangan perangkat yang dicabut', en: 'Revoked pairings of devices' },
    where: { id: 'devices.json', en: 'devices.json' },
    why: { id: 'Menjawab kapan sebuah perangkat dicabut', en: 'To tell when a device was revoked' },
    period: 'pairingDays',
  },
  {
    part: 'strange-numbers',
    what: { id: 'Nomor petugas yang dicoba orang lain', en: 'Staff numbers tried by strangers' },
    where: { id: 'staff.json', en: 'staff.json' },
    why: { id: 'Menahan orang yang menebak PIN', en: 'To hold up whoever guesses PINs' },
    period: 'strangerDays',
  },
  {
    part: 'ended-sessions',
    what: { id: 'Sesi petugas dan pengawas', en: 'Sessions of staff and supervisors' },
    where: { id: 'devices.json', en: 'devices.json' },
    why: { id: 'Tetap masuk selama hari kerja', en: 'To stay signed in for the working day' },
    period: { id: '12 jam', en: '12 hours' },
  },
  {
    part: 'webhook-tries',
    what: { id: 'Catatan kiriman webhook', en: 'Webhook deliveries' },
    where: { id: 'webhooks.db', en: 'webhooks.db' },
    why: { id: 'Mencari sebab kiriman yang gagal', en: 'To find out why one failed' },
    period: 'webhookTryDays',
  },
  {
    part: null,
    what: { id: 'Peristiwa antrean: nomor, loket, jam, petugas', en: 'Queue events: numbers, counters, times, staff' },
    where: { id: 'Jurnal dan audit', en: 'Journal and audit' },
    why: { id: 'Angka, audit, dan bukti', en: 'Figures, audit and evidence' },
    period: { id: 'Tetap; tidak menunjuk ke pemohon', en: 'Stays; leads to no applicant' },
  },
]

/** Periods in words. */
export const PERIODS: Record<keyof Retention, Words> = {
  bookingDays: { id: '{n} hari kerja sesudah harinya', en: '{n} working days after its day' },
  agendaFileHours: { id: '{n} jam', en: '{n} hours' },
  answerHours: { id: '{n} jam', en: '{n} hours' },
  pairingDays: { id: '{n} hari', en: '{n} days' },
  strangerDays: { id: '{n} hari', en: '{n} days' },
  webhookTryDays: { id: '{n} hari', en: '{n} days' },
}
