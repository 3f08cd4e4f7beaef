import type { Verdict } from '../protocol/answers.ts'
import type { Words } from '../protocol/ids.ts'
import type { SoundStatus } from '../protocol/office-screens.ts'
import type { IconName } from '../ui/parts/Icon.tsx'
import { type Lang, refusalText, say } from '../ui/texts.ts'
import type { Trouble } from './console-api.ts'

/** The words of the set-up page. `{no}`, `{nama}`, `{jam}`, `{n}` and `{orang}` are filled in. */
export const TEXTS = {
  tagline: { id: 'Nomor antrean yang tahu jam janji.', en: 'A queue number that knows the appointment.' },
  loading: { id: 'Menghubungi server', en: 'Connecting' },
  otherLang: { id: 'English', en: 'Bahasa Indonesia' },

  overSold: {
    id: 'Jam {jam} terjual {n} % dari kemampuan loket: {orang} orang. Buka loket lain atau bantu silang.',
    en: 'The hour {jam} is sold at {n} % of what the counters can do: {orang} people. Open a counter or let others help.',
  },
  othersToo: { id: 'Begitu juga {n} jam lain hari ini.', en: 'So are {n} other hours today.' },
  unserved: {
    id: 'Jam {jam}: {orang} orang punya janji, tetapi tidak ada loket yang melayani.',
    en: 'The hour {jam}: {orang} people are booked, but no counter serves.',
  },

  stepCode: { id: 'Kode penyiapan', en: 'Set-up code' },
  stepHouse: { id: 'Layar dan petugas', en: 'Screens and staff' },
  stepTry: { id: 'Coba satu kunjungan', en: 'Try a visit' },

  hello: { id: 'Selamat datang.', en: 'Welcome.' },
  enterCode: { id: 'Masukkan kode penyiapan.', en: 'Enter the set-up code.' },
  codeReady: { id: 'Kode penyiapan sudah terisi.', en: 'The set-up code is filled in.' },
  whyCode: {
    id: 'Kode ini tampil sekali saja di jendela tempat server dijalankan. Ia memastikan bahwa yang menyiapkan kantor ini adalah Anda.',
    en: 'This code appears only once, in the window where the server was started. It makes sure that the one who sets up this office is you.',
  },
  noCode: {
    id: 'Kode tidak terlihat? Mulai ulang server untuk mendapat kode baru.',
    en: 'No code to be seen? Restart the server for a new one.',
  },
  openOffice: { id: 'Buka kantor ini', en: 'Open this office' },
  soon: {
    id: 'Satu klik, lalu setiap layar kantor ini dapat dibuka dari sini.',
    en: 'One click, then every screen of this office can be opened from here.',
  },
  noInternet: {
    id: 'Tidak perlu internet. Semua tetap di jaringan kantor.',
    en: 'No internet needed. Everything stays in the office network.',
  },
  wrongCode: {
    id: 'Kode tidak cocok, sudah dipakai, atau sudah lewat 30 menit. Lihat lagi jendela server, atau mulai ulang server.',
    en: 'The code does not match, was used, or is older than 30 minutes. Look at the server window again, or restart the server.',
  },

  exampleOffice: { id: 'Kantor contoh', en: 'Example office' },
  houseHead: { id: 'Layar dan petugas', en: 'Screens and staff' },
  houseSub: {
    id: 'Setiap layar terbuka di tab baru dan langsung terpasang.',
    en: 'Each screen opens in a new tab, already paired.',
  },
  open: { id: 'Buka {nama}', en: 'Open {nama}' },
  devices: { id: 'Pencetak dan pemindai', en: 'Printers and scanners' },
  toDevices: { id: 'Perangkat', en: 'Devices' },
  toSee: { id: '{n} perangkat perlu dilihat', en: 'Devices to look at: {n}' },
  clockDoubt: {
    id: 'Jam komputer ini menunjukkan {mesin}, padahal kantor menghitung {kantor}. Bila jam komputer benar, pengawas menekan "Jam server benar" di mejanya, atau jalankan: npm run -s antrean -- clock --trust',
    en: 'The clock of this computer shows {mesin}, but the office reckons with {kantor}. If it is right, a supervisor says so at the desk, or run: npm run -s antrean -- clock --trust',
  },
  diskLow: {
    id: 'Penyimpanan komputer ini tinggal {n} MB. Di bawah 100 MB nomor baru dihentikan.',
    en: 'This computer has {n} MB of space left. Below 100 MB no new numbers are given.',
  },
  diskFull: {
    id: 'Penyimpanan komputer ini tinggal {n} MB: nomor baru dihentikan, panggilan tetap jalan.',
    en: 'This computer has {n} MB of space left: no new numbers are given, calls go on.',
  },
  scanner: { id: 'Pemindai kios {no}', en: 'Scanner of kiosk {no}' },
  popUp: {
    id: 'Peramban menahan tab baru. Izinkan jendela baru untuk halaman ini.',
    en: 'The browser held the new tab back. Allow new windows for this page.',
  },
  staffHead: { id: 'Petugas', en: 'Staff' },
  staffSub: {
    id: 'Di loket, petugas masuk dengan nomor dan PIN. PIN tampil sekali saja.',
    en: 'At a counter, staff sign in with a number and a PIN. The PIN appears only once.',
  },
  staffNo: { id: 'Petugas {no}', en: 'Staff {no}' },
  supervisorNo: { id: 'Pengawas {no}', en: 'Supervisor {no}' },
  newSupervisor: { id: 'Boleh membuka meja pengawas', en: "May open the supervisor's desk" },
  toDesk: { id: 'Buka meja pengawas', en: "Open the supervisor's desk" },
  newStaff: { id: 'Nomor petugas baru', en: 'New staff number' },
  newStaffHint: { id: '2 sampai 6 angka, misalnya 07.', en: '2 to 6 digits, for example 07.' },
  makePin: { id: 'Buat PIN', en: 'Make a PIN' },
  noStaff: { id: 'Belum ada petugas.', en: 'No staff yet.' },
  pinHead: { id: 'PIN petugas {no}', en: 'PIN of staff {no}' },
  pinOnce: {
    id: 'Tampil sekali ini saja. PIN yang lama tidak berlaku lagi.',
    en: 'Shown this once. An older PIN no longer works.',
  },
  pinDone: { id: 'Sudah dicatat', en: 'Noted' },
  tryHead: { id: 'Coba satu kunjungan', en: 'Try a visit' },
  trySub: {
    id: 'Janji contoh untuk setiap keadaan, lengkap dengan kertasnya, tanpa pemindai dan tanpa pencetak.',
    en: 'Sample bookings for every case, and their paper, without a scanner or a printer.',
  },
  toTry: { id: 'Coba dengan janji contoh', en: 'Try with sample bookings' },
  toHouse: { id: 'Layar dan petugas', en: 'Screens and staff' },

  samplesHead: { id: 'Janji contoh', en: 'Sample bookings' },
  scanAt: { id: 'Pindai di', en: 'Scan at' },
  scan: { id: 'Pindai di {nama}', en: 'Scan at {nama}' },
  scanned: { id: '{no} dipindai di {nama}.', en: '{no} was scanned at {nama}.' },
  moreSamples: { id: 'Buat contoh baru', en: 'Make new samples' },
  noSamples: {
    id: 'Belum ada janji contoh hari ini. Buat contoh baru.',
    en: 'No sample bookings today yet. Make new samples.',
  },
  noExample: {
    id: 'Kantor ini bukan kantor contoh, jadi tidak punya janji contoh.',
    en: 'This is not an example office, so it has no sample bookings.',
  },
  noKiosk: { id: 'Kantor ini tidak punya kios.', en: 'This office has no kiosk.' },
  paperHead: { id: 'Kertas', en: 'Paper' },
  paperEnd: { id: 'Kertas habis', en: 'Paper runs out' },
  paperOk: { id: 'Isi kertas', en: 'Fill paper' },
  powerOff: { id: 'Matikan', en: 'Switch off' },
  powerOn: { id: 'Nyalakan', en: 'Switch on' },
  noPaper: {
    id: 'Belum ada kertas. Pindai satu janji, lalu tiketnya keluar di sini.',
    en: 'No paper yet. Scan a booking and its slip comes out here.',
  },
  stale: { id: 'Tidak tersambung. Kertas terakhir yang diketahui.', en: 'Offline. The last paper that is known.' },

  pairHead: { id: 'Pasangkan layar ini', en: 'Pair this screen' },
  pairSub: {
    id: 'Layar ini menjadi bagian kantor dan terbuka sendiri setiap kali dinyalakan.',
    en: 'This screen becomes part of the office and opens by itself whenever it is switched on.',
  },
  pairNoToken: {
    id: 'Alamat ini tidak lengkap. Salin seluruhnya, juga bagian setelah tanda #.',
    en: 'This address is not complete. Copy all of it, also what follows the # sign.',
  },
  continueHead: { id: 'Layar ini disambungkan', en: 'Connecting this screen' },
  continueSub: {
    id: 'Sebentar, dilanjutkan oleh server lain di kantor ini.',
    en: 'One moment. Another server of this office goes on.',
  },
  pairEnded: {
    id: 'Alamat ini sudah dipakai atau sudah lewat waktunya. Minta alamat baru di komputer server.',
    en: 'This address was used or has had its time. Ask for a new one at the server computer.',
  },

  unreachable: { id: 'Server tidak menjawab', en: 'The server does not answer' },
  unreachableSub: {
    id: 'Halaman ini mencoba lagi sendiri. Periksa jendela tempat server dijalankan.',
    en: 'This page tries again by itself. Look at the window where the server was started.',
  },
  again: { id: 'Coba lagi', en: 'Try again' },
  elsewhere: {
    id: 'Halaman ini hanya terbuka di komputer server',
    en: 'This page opens on the server computer only',
  },
  elsewhereSub: {
    id: 'Untuk menjadikan perangkat ini layar kantor, minta alamat pemasangan di komputer server, lalu buka di sini.',
    en: 'To make this device a screen of the office, ask for a pairing address at the server computer and open it here.',
  },
  locked: {
    id: 'Waktu halaman ini habis. Muat ulang, lalu masukkan kode penyiapan baru.',
    en: 'This page has had its time. Reload it and enter a new set-up code.',
  },
  tooMany: {
    id: 'Terlalu banyak percobaan. Tunggu satu menit, lalu coba lagi.',
    en: 'Too many tries. Wait a minute, then try again.',
  },
  noAnswer: { id: 'Server tidak menjawab. Coba lagi.', en: 'The server did not answer. Try again.' },
  refused: {
    id: 'Server tidak dapat melakukan itu. Muat ulang halaman ini, lalu coba lagi.',
    en: 'The server could not do that. Reload this page and try again.',
  },
} satisfies Record<string, Words>

/** What keeps a display from being heard, and what helps. */
export const SOUND_STATES: Record<SoundStatus, Words> = {
  ready: { id: 'suara siap.', en: 'sound is ready.' },
  blocked: {
    id: 'suara diblokir peramban. Sentuh layar itu sekali, atau buka peramban dengan izin suara.',
    en: 'the browser blocks its sound. Touch that screen once, or open the browser with sound allowed.',
  },
  broken: {
    id: 'suara tidak keluar. Periksa pengeras suara dan kabelnya.',
    en: 'no sound comes out. Check the loudspeaker and its cable.',
  },
  off: { id: 'suara dimatikan dalam aturan kantor.', en: "its voice is off in the office's rules." },
}

/** What a kiosk says to a sample, with the icon of its state. */
export const VERDICTS: Record<Verdict, { icon: IconName; tone: string; words: Words }> = {
  'on-time': { icon: 'lengkap', tone: 'tepat', words: { id: 'Tepat waktu', en: 'On time' } },
  early: { icon: 'tahan', tone: 'nanti', words: { id: 'Lebih awal', en: 'Early' } },
  'late-grace': {
    icon: 'lengkap',
    tone: 'tepat',
    words: { id: 'Sedikit terlambat, masih dilonggarkan', en: 'Slightly late, within the grace' },
  },
  late: { icon: 'mundur', tone: 'lewat', words: { id: 'Lewat jam, giliran mundur', en: 'Late, turn set back' } },
  'walk-in': { icon: 'mundur', tone: 'lewat', words: { id: 'Tanpa janji', en: 'No appointment' } },
  'already-in': { icon: 'tiket', tone: 'tepat', words: { id: 'Sudah punya nomor', en: 'Has a number already' } },
  'too-late': { icon: 'awas', tone: 'lewat', words: { id: 'Jam sudah lama lewat', en: 'Hour long past' } },
  'wrong-day': { icon: 'kalender', tone: 'lain', words: { id: 'Hari lain', en: 'Another day' } },
  'wrong-office': { icon: 'lokasi', tone: 'lain', words: { id: 'Kantor lain', en: 'Another office' } },
  checklist: { icon: 'berkas', tone: 'nanti', words: { id: 'Dokumen ditanyakan', en: 'Documents are asked about' } },
  'window-needed': { icon: 'jam', tone: 'nanti', words: { id: 'Jam janji ditanyakan', en: 'The hour is asked for' } },
  moved: { icon: 'kalender', tone: 'lain', words: { id: 'Janji dipindah', en: 'Booking moved' } },
  closed: { icon: 'jam', tone: 'lain', words: { id: 'Kantor tutup', en: 'Office closed' } },
  cancelled: { icon: 'tutup', tone: 'rusak', words: { id: 'Janji dibatalkan', en: 'Booking cancelled' } },
  unpaid: { icon: 'info', tone: 'lewat', words: { id: 'Belum dibayar', en: 'Not paid yet' } },
  unknown: { icon: 'cari', tone: 'lain', words: { id: 'Kode tidak dikenal', en: 'Unknown code' } },
  'billing-code': { icon: 'berkas', tone: 'lain', words: { id: 'Kode pembayaran', en: 'Payment code' } },
  ended: { icon: 'centang', tone: 'lain', words: { id: 'Kunjungan sudah selesai', en: 'Visit already over' } },
}

/** A trouble as one sentence: what happened and what helps. `locked` reads differently where a code was entered. */
export function troubleText(trouble: Trouble, lang: Lang, locked: Words = TEXTS.locked): string {
  if (trouble.status === 'locked') return say(locked, lang)
  if (trouble.status === 'elsewhere') return `${say(TEXTS.elsewhere, lang)}.`
  if (trouble.status === 'too-many') return say(TEXTS.tooMany, lang)
  if (trouble.status === 'unreachable') return say(TEXTS.noAnswer, lang)
  return trouble.refusal === null ? say(TEXTS.refused, lang) : refusalText(trouble.refusal, lang)
}
