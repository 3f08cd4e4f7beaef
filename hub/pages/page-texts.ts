import type { Words } from '../../protocol/ids.ts'

/** What comparison, figures and survey say. */
export const PAGE = {
  compareHead: { id: 'Perbandingan', en: 'Comparison' },
  compareAbout: { id: '{rentang}, {n} kantor', en: '{rentang}, {n} offices' },
  compareTable: { id: 'Kantor dalam rentang ini', en: 'Offices in this span' },
  compareAside: {
    id: 'tunggu dalam menit, sejak jam janji sampai panggilan pertama',
    en: 'waits in minutes, from the window to the first call',
  },
  days: { id: 'Hari', en: 'Days' },
  visits: { id: 'Pemohon', en: 'Visitors' },
  kept: { id: 'Dalam jamnya', en: 'Within window' },
  median: { id: 'Tunggu, tengah', en: 'Median wait' },
  p90: { id: '9 dari 10', en: '9 of 10' },
  over60: { id: 'Lebih dari 60', en: 'Over 60' },
  right: { id: 'Perkiraan tepat', en: 'Likely calls right' },
  absent: { id: 'Tidak hadir', en: 'No-shows' },
  absentShare: { id: 'Bagian', en: 'Share' },
  together: { id: 'Semua bersama', en: 'All together' },
  togetherWhy: {
    id: 'Baris terakhir dihitung dari semua kunjungan kantor-kantor ini bersama, bukan rata-rata dari angka tiap kantor.',
    en: 'The last row is reckoned from all visits of these offices together, and is no mean of each one’s figures.',
  },
  empty: { id: 'Belum ada pemohon di rentang ini.', en: 'No visitors in this span.' },
  figuresHead: { id: 'Angka', en: 'Figures' },
  figuresAbout: {
    id: '{rentang}, {kantor} kantor, {hari} hari kerja, {n} pemohon',
    en: '{rentang}, {kantor} offices, {hari} working days, {n} visitors',
  },
  waitsAbout: { id: 'datang sebelum jamnya habis', en: 'there before their window ended' },
  manyOffices: {
    id: 'Angka beberapa kantor sekaligus: tabel per loket hanya ada pada satu kantor.',
    en: 'Figures of several offices: tables by counter are there for one office alone.',
  },
  surveyHead: { id: 'Survei SKM', en: 'Survey (SKM)' },
  surveyAbout: { id: '{rentang}, {n} jawaban', en: '{rentang}, {n} answers' },
  surveyEmpty: {
    id: 'Belum ada jawaban dalam rentang ini. Kantor mengirim jumlah jawaban per bulan, bukan jawaban seseorang.',
    en: 'No answers in this span yet. Offices tell sums of a month, and nobody’s answers.',
  },
  byOffice: { id: 'Per kantor', en: 'By office' },
  byOfficeAside: { id: 'bobot unsur menurut masing-masing kantor', en: 'each by its own weight of elements' },
  bands: { id: 'Kantor menurut mutu', en: 'Offices by band' },
  noBand: { id: 'belum dapat dihitung', en: 'cannot be worked out yet' },
  best: { id: 'IKM tertinggi', en: 'Highest IKM' },
  worst: { id: 'IKM terendah', en: 'Lowest IKM' },
} satisfies Record<string, Words>
