/**
 * Why a line of an agenda cannot enter, in the words of the office people who read the report. None repeats what
 * stands in the file: a shifted column may hold a name or a NIK.
 */
export const REASONS = {
  empty: 'Berkas kosong. Baris pertama harus berisi judul kolom.',
  noRows: 'Tidak ada baris data di bawah judul kolom.',
  notText: 'Ini bukan berkas CSV atau Excel. Di Excel pilih Simpan sebagai, lalu Buku Kerja Excel (.xlsx).',
  oldWorkbook:
    'Berkas Excel ini berformat lama (.xls) atau dikunci dengan kata sandi. Simpan sebagai .xlsx tanpa kata sandi.',
  workbookDamaged: 'Berkas Excel rusak atau tidak lengkap. Buka di Excel, simpan lagi sebagai .xlsx, lalu kirim ulang.',
  workbookLocked: 'Berkas Excel dikunci dengan kata sandi. Simpan tanpa kata sandi, lalu kirim ulang.',
  workbookHuge: 'Isi berkas Excel terlalu besar. Salin kolom janji saja ke berkas baru, lalu kirim ulang.',
  notJson: 'Jawaban sumber bukan daftar baris JSON.',
  sourceUnreachable: 'Sumber tidak menjawab. Periksa alamat dan jaringan.',
  sourceTimeout: 'Sumber terlalu lama menjawab (lebih dari 30 detik).',
  sourceRedirect: 'Sumber mengalihkan ke alamat lain. Pakai alamat yang benar.',
  sourceStatus: (status: number) =>
    status === 401 || status === 403
      ? `Sumber menolak token (${status}). Periksa tokennya.`
      : `Sumber menjawab dengan galat (${status}).`,
  tooManyRows: (most: number) => `Lebih dari ${most} baris data. Bagi menjadi beberapa berkas.`,
  tooManyHeadings: (most: number) => `Lebih dari ${most} nama kolom. Tiap baris memakai nama kolom yang sama.`,
  tooLarge: (mostMb: number) => `Berkas lebih besar dari ${mostMb} MB.`,
  missingHeading: (names: string) => `Judul kolom ini tidak ada. Tulis salah satu: ${names}.`,
  repeatedHeading: 'Judul kolom ini ada lebih dari satu kali.',
  lineTooLong: (most: number) => `Baris lebih panjang dari ${most} karakter.`,
  quotes: 'Tanda kutip tidak ditutup atau salah tempat. Satu booking harus satu baris.',
  tooManyCells: 'Isi baris lebih banyak daripada judul kolom. Periksa pemisah kolom.',
  codeMissing: 'Kode kosong.',
  codeTooLong: (most: number) => `Kode lebih panjang dari ${most} karakter.`,
  codeMarks: 'Kode berisi spasi atau karakter yang tidak dapat dibaca.',
  codeBilling: 'Ini kode pembayaran, bukan kode janji.',
  codePattern: 'Kode tidak cocok dengan pola kode kantor ini.',
  codeRepeated: (line: number) => `Kode ini sudah ada di baris ${line}.`,
  day: 'Tanggal tidak dapat dibaca. Tulis seperti 2026-11-24 atau 24-11-2026.',
  dayImpossible: 'Tanggal ini tidak ada di kalender.',
  dayWrong: (day: string) => `Tanggal bukan ${day}.`,
  window: 'Jam tidak dapat dibaca. Tulis seperti 10.00-11.00.',
  windowEndMissing: 'Jam selesai tidak ada. Tulis seperti 10.00-11.00, atau isi kolom jam selesai.',
  windowImpossible: 'Jam ini tidak ada. Jam harus 00.00 sampai 23.59.',
  windowBackwards: 'Jam selesai harus setelah jam mulai.',
  service: (names: string) => `Layanan tidak dikenal. Yang ada: ${names}.`,
  status: 'Status tidak dikenal. Tulis terjadwal, batal, belum bayar, atau pindah jadwal.',
  priority: 'Prioritas tidak dikenal. Tulis ya atau tidak.',
  partyTooLong: (most: number) => `Rombongan lebih panjang dari ${most} karakter.`,
  bookingNo: 'Nomor urut booking harus angka saja, paling banyak 15 angka.',
  refused: (code: string) => `Kantor menolak berkas ini (${code}). Tidak ada yang berubah.`,
  invalid: 'Baris ini tidak dapat diterima kantor. Tidak ada yang berubah.',
} as const
