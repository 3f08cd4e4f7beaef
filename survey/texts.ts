import type { Words } from '../protocol/ids.ts'

/** What the survey screens say besides the form. */
export const TEXTS = {
  title: { id: 'Survei layanan', en: 'Service survey' },
  loading: { id: 'Layar sedang disiapkan', en: 'Getting ready' },
  head: { id: 'Bagaimana layanan kami?', en: 'How did we do?' },
  choose: {
    id: 'Sentuh nomor tiket Anda. Sembilan pertanyaan, kira-kira satu menit.',
    en: 'Touch your ticket number. Nine questions, about a minute.',
  },
  number: { id: 'Nomor {no}', en: 'Number {no}' },
  notThere: { id: 'Nomor saya tidak ada', en: 'My number is not here' },
  nobody: { id: 'Terima kasih sudah datang', en: 'Thank you for coming' },
  nobodyBody: {
    id: 'Nomor yang diundang menilai layanan muncul di sini.',
    en: 'Numbers that are asked to rate us appear here.',
  },
  nobodyAtCounter: {
    id: 'Pertanyaan muncul di sini bila nomor Anda diundang.',
    en: 'Questions appear here when your number is asked.',
  },
  absent: { id: 'Kali ini nomor lain yang diundang', en: 'Other numbers are asked this time' },
  absentBody: {
    id: 'Pengunjung diundang bergiliran supaya hasilnya adil, dan undangan berlaku pada hari kunjungan. Terima kasih sudah mau menilai.',
    en: 'Visitors are asked in turn so that the result is fair, on the day of their visit. Thank you for wanting to answer.',
  },
  closed: { id: 'Survei sedang tidak dibuka', en: 'The survey is not open' },
  closedBody: { id: 'Terima kasih sudah datang.', en: 'Thank you for coming.' },
  offline: { id: 'Belum tersambung', en: 'Not connected' },
  offlineBody: {
    id: 'Survei kembali sendiri begitu kantor tersambung. Anda tidak perlu menunggu.',
    en: 'The survey comes back by itself. You need not wait.',
  },
  returning: {
    id: 'Masih di sini? Layar kembali ke awal dalam {n} detik. Sentuh untuk melanjutkan.',
    en: 'Still there? Returning to the start in {n} seconds. Touch to go on.',
  },
} satisfies Record<string, Words>
