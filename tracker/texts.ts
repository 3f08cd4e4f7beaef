import type { Words } from '../protocol/ids.ts'
import type { TrackerView } from '../protocol/views.ts'

/** What the phone says (screens.md section 7, Phone). */
export const TEXTS = {
  title: { id: 'Tiket antrean', en: 'Queue ticket' },
  soon: { id: 'Sebentar lagi', en: 'Soon' },
  turn: { id: 'Giliran', en: 'Turn' },
  broughtForward: { id: 'Didahulukan', en: 'Brought forward' },
  ahead: { id: 'Di depan Anda', en: 'Ahead of you' },
  people: { id: '{n} orang', en: '{n}' },
  nobodyAhead: { id: 'Tidak ada', en: 'Nobody' },
  likely: { id: 'Perkiraan dipanggil', en: 'Likely call' },
  likelyHere: { id: 'perkiraan', en: 'likely' },
  near: { id: 'Sebentar lagi. Silakan mendekat ke {ruang}.', en: 'Soon. Please come near {ruang}.' },
  nextStage: { id: 'Tahap berikutnya: {tahap}', en: 'Next stage: {tahap}' },
  outage: {
    id: 'Gangguan sistem sejak {jam}. Giliran Anda dijaga. Perkiraan dihitung ulang.',
    en: 'System outage since {jam}. Your turn is kept. Times are being worked out again.',
  },
  onBreak: {
    id: 'Loket istirahat. Panggilan mulai lagi {jam}.',
    en: 'Counters are on a break. Calls resume at {jam}.',
  },
  onBreakOpen: { id: 'Loket istirahat. Giliran Anda tersimpan.', en: 'Counters are on a break. Your turn is kept.' },
  parked: { id: 'Kembali dengan dokumen, tanpa antre lagi', en: 'Come back with it, no new queue' },
  parkedBody: {
    id: 'Pindai lagi kode Anda di kios saat Anda kembali. Urutan Anda tetap.',
    en: 'Scan your code at the kiosk again when you are back. Your place is kept.',
  },
  callsStart: { id: 'Panggilan mulai', en: 'Calls start at' },
  kept: { id: 'Giliran Anda tersimpan.', en: 'Your turn is kept.' },
  maybeFrom: {
    id: 'Bila loket kosong, Anda bisa dipanggil sejak {jam}.',
    en: 'If a counter is free you may be called from {jam}.',
  },
  maybeEarlier: {
    id: 'Bila loket kosong, Anda bisa dipanggil sebelum jam Anda.',
    en: 'If a counter is free you may be called before your hour.',
  },
  goTo: { id: 'Silakan menuju', en: 'Please go to' },
  servedAt: { id: 'Anda sedang dilayani di', en: 'You are being served at' },
  missed: { id: 'Nomor Anda sudah dipanggil', en: 'Your number was called' },
  missedBody: {
    id: 'Pindai lagi kode Anda di kios, atau datang ke petugas; giliran Anda dipanggil lagi.',
    en: 'Scan your code at the kiosk again, or see staff; you will be called again.',
  },
  done: { id: 'Selesai. Terima kasih.', en: 'Done. Thank you.' },
  ended: { id: 'Tiket ini sudah berakhir.', en: 'This ticket has ended.' },
  endedBody: {
    id: 'Bila Anda belum dilayani, tanyakan kepada petugas.',
    en: 'If you have not been served, please ask staff.',
  },
  waitAt: { id: 'Tunggu di {ruang}.', en: 'Wait in {ruang}.' },
  stage: { id: 'Tahap: {tahap}.', en: 'Stage: {tahap}.' },
  originals: { id: 'Siapkan dokumen asli: {daftar}.', en: 'Bring originals: {daftar}.' },
  hour: { id: 'Jam Anda {jam}, datang {datang}.', en: 'Your hour {jam}, came at {datang}.' },
  noHour: { id: 'Tanpa janji, datang {datang}.', en: 'No appointment, came at {datang}.' },
  ribbon: { id: 'Pita jam: jam Anda {jam}, sekarang {kini}.', en: 'Ribbon of hours: your hour {jam}, now {kini}.' },
  ribbonNow: { id: 'Pita jam: sekarang {kini}.', en: 'Ribbon of hours: now {kini}.' },
  yourHour: { id: 'jam Anda', en: 'your hour' },
  soundMe: { id: 'Bunyikan saat nomor saya dipanggil', en: 'Sound when I am called' },
  willSound: { id: 'Akan berbunyi saat dipanggil', en: 'Will sound when you are called' },
  keepOpen: { id: 'Biarkan halaman ini terbuka.', en: 'Keep this page open.' },
  updated: { id: 'Diperbarui {jam}', en: 'Updated {jam}' },
  staleNow: { id: 'Data pukul {jam}. Lihat layar ruang tunggu.', en: 'Data from {jam}. Watch the hall screen.' },
  stale: {
    id: 'Data pukul {jam}, {n} menit lalu. Lihat layar ruang tunggu.',
    en: 'Data from {jam}, {n} min ago. Watch the hall screen.',
  },
  onlyNumber: {
    id: 'Halaman ini hanya memuat nomor, dan berakhir saat kantor tutup.',
    en: 'This page holds a number only, and ends when the office closes.',
  },
  loading: { id: 'Tiket sedang dibuka', en: 'Opening your ticket' },
} satisfies Record<string, Words>

/** The ticket's state in a word or two, beside its icon. */
export const STATUS_WORDS: Record<TrackerView['status'], Words> = {
  waiting: { id: 'Menunggu', en: 'Waiting' },
  held: { id: 'Ditahan', en: 'Held' },
  called: { id: 'Dipanggil', en: 'Called' },
  serving: { id: 'Dilayani', en: 'Being served' },
  parked: { id: 'Dititipkan', en: 'Set aside' },
  missed: { id: 'Terlewat', en: 'Missed' },
  done: { id: 'Selesai', en: 'Done' },
  ended: { id: 'Berakhir', en: 'Ended' },
}
