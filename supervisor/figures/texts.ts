import type { Words } from '../../protocol/ids.ts'

/** What the page of the figures says beside what figures say everywhere. */
export const FIGURES_PAGE = {
  head: { id: 'Angka', en: 'Figures' },
  about: { id: '{rentang}, {hari} hari kerja, {n} pemohon', en: '{rentang}, {hari} working days, {n} visitors' },
  report: { id: 'Laporan', en: 'Report' },
  allTables: { id: 'ringkasan, dan semua tabel di XLSX', en: 'the summary, and all tables in XLSX' },
  empty: { id: 'Belum ada pemohon di rentang ini.', en: 'No visitors in this span.' },
  emptyAct: { id: 'Angka pertama ada pada {hari}.', en: 'The first figures are of {hari}.' },
  emptyEver: {
    id: 'Angka muncul sesudah nomor pertama dibuat di kios.',
    en: 'Figures appear once a kiosk has given its first number.',
  },
  showSince: { id: 'Lihat hari itu', en: 'Show that day' },
  reportHead: { id: 'Laporan bulanan layanan paspor', en: 'Monthly report of the passport service' },
  print: { id: 'Cetak', en: 'Print' },
  back: { id: 'Kembali ke Angka', en: 'Back to Figures' },
  definitions: { id: 'Cara menghitung', en: 'How it is reckoned' },
  definitionsText: {
    id: 'Tunggu dihitung dari jam janji, atau dari kedatangan bila sesudahnya, sampai panggilan pertama. Nilai tengah dan “9 dari 10” adalah waktu yang benar-benar dialami seseorang (peringkat terdekat). “Dalam jamnya” menghitung semua pemohon yang datang sebelum jamnya habis; yang tidak terpanggil sampai hari ditutup termasuk “lewat lebih”. Gangguan dihitung di dalam jam buka. Semua angka dari jurnal kantor, tanpa data pribadi.',
    en: 'Waits count from the window, or from the arrival when that is later, to the first call. Medians and “9 of 10” are times that somebody really had (nearest rank). “Within” counts all who were there before their window ended; who was not called by the close of the day is among “more”. Outages count within open hours. All figures are from the office’s journal, without personal data.',
  },
} satisfies Record<string, Words>
