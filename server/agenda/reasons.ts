/**
 * Why a line of an agenda cannot enter, in the words of the office people who read the report. None repeats what
 * stands in the file: a shifted column may hold a name or a NIK.
 */
export const REASONS = {
  empty: 'Berkas kosong. Baris pertama harus berisi judul kolom.',
  noRows: 'Tidak ada baris data di bawah judul kolom.',
  notText: 'Ini bukan berkas teks CSV. Di Excel pilih Simpan sebagai, lalu CSV UTF-8.',
  tooManyRows: (most: number) => `Lebih dari ${most} baris data. Bagi menjadi beberapa berkas.`,
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
  windowImpossible: 'Jam ini tidak ada. Jam harus 00.00 sampai 23.59.',
  windowBackwards: 'Jam selesai harus setelah jam mulai.',
  service: (names: string) => `Layanan tidak dikenal. Yang ada: ${names}.`,
  status: 'Status tidak dikenal. Tulis terjadwal, batal, atau belum bayar.',
  priority: 'Prioritas tidak dikenal. Tulis ya atau tidak.',
  refused: (code: string) => `Kantor menolak berkas ini (${code}). Tidak ada yang berubah.`,
  invalid: 'Baris ini tidak dapat diterima kantor. Tidak ada yang berubah.',
} as const
