import type { Words } from '../protocol/ids.ts'
import type { Arrival, Queued } from '../protocol/views.ts'

/** What the counter says (screens.md section 7, Counter). */
export const TEXTS = {
  connected: { id: 'Tersambung', en: 'Connected' },
  connecting: { id: 'Menghubungi server', en: 'Connecting' },
  offline: {
    id: 'Tidak tersambung. Tidak ada yang dikirim nanti; catat nomornya.',
    en: 'Offline. Nothing is sent later; note the number.',
  },
  offlineReason: { id: 'Tidak tersambung', en: 'Offline' },
  unreachable: {
    id: 'Belum ada jawaban dari server. Lihat dulu layar ini, lalu ulangi bila perlu.',
    en: 'No answer from the server yet. Look at this screen first, then repeat if needed.',
  },
  invalid: { id: 'Server tidak mengenali permintaan itu.', en: 'The server did not understand that.' },
  staff: { id: 'Petugas {nomor}', en: 'Staff {nomor}' },
  helps: { id: 'bantu {tahap}', en: 'helps {tahap}' },

  signInTo: { id: 'Masuk ke Loket {loket}', en: 'Sign in to Counter {loket}' },
  staffNumber: { id: 'Nomor petugas', en: 'Staff number' },
  pin: { id: 'PIN, 6 angka', en: 'PIN, 6 digits' },
  signIn: { id: 'Masuk', en: 'Sign in' },
  signInIncomplete: {
    id: 'Isi nomor petugas (2–6 angka) dan PIN (6 angka).',
    en: 'Enter the staff number (2–6 digits) and the PIN (6 digits).',
  },
  signOut: { id: 'Keluar', en: 'Sign out' },

  dayClosed: { id: 'Hari layanan belum dibuka', en: 'The day is not open' },
  dayClosedBody: {
    id: 'Loket bisa dibuka setelah hari layanan dibuka di server.',
    en: 'The counter can open once the day has been opened on the server.',
  },

  whichStages: { id: 'Tahap apa yang dilayani?', en: 'Which stages today?' },
  helpWhenFree: { id: 'Bantu silang bila kosong', en: 'Help others when free' },
  openCounter: { id: 'Buka loket', en: 'Open counter' },
  chooseStage: { id: 'Pilih paling sedikit satu tahap', en: 'Choose at least one stage' },
  closeCounter: { id: 'Tutup loket', en: 'Close counter' },
  finishFirst: { id: 'Selesaikan {no} dulu', en: 'Finish {no} first' },

  nextInTurn: { id: 'Berikutnya menurut giliran', en: 'Next in turn' },
  onlyEarly: { id: 'Hanya ada yang datang lebih awal', en: 'Only early arrivals' },
  callNext: { id: 'Panggil berikutnya: {no}', en: 'Call next: {no}' },
  callNobody: { id: 'Panggil berikutnya', en: 'Call next' },
  noNumberYet: { id: 'Belum ada nomor', en: 'No number yet' },
  nobodyWaiting: { id: 'Tidak ada yang menunggu', en: 'Nobody waiting' },
  nextFrom: { id: 'Berikutnya mulai {mulai}', en: 'Next from {mulai}' },
  newNumbersAppear: {
    id: 'Nomor baru tampil di sini begitu diambil di kios.',
    en: 'New numbers appear here as they are taken at the kiosk.',
  },

  calling: { id: '{no} sedang dipanggil, ke-{n}', en: 'Calling {no}, time {n}' },
  sinceCall: { id: 'sejak panggilan terakhir', en: 'since the last call' },
  start: { id: 'Mulai layani', en: 'Start' },
  recall: { id: 'Panggil ulang', en: 'Recall' },
  noShow: { id: 'Belum datang', en: 'Not here' },
  ofMinutes: { id: 'dari {n} menit', en: 'of {n} minutes' },
  overTime: { id: '{n} menit lebih lama dari baku', en: '{n} min over the standard' },
  sendTo: { id: 'Teruskan ke {tahap}', en: 'Send to {tahap}' },
  finish: { id: 'Selesai', en: 'Finish' },
  reject: { id: 'Akhiri: berkas ditolak', en: 'End: documents refused' },
  rejectAsk: {
    id: 'Akhiri kunjungan {no} karena berkas ditolak?',
    en: 'End the visit of {no} because the documents were refused?',
  },
  rejectYes: { id: 'Ya, akhiri', en: 'Yes, end it' },
  cancel: { id: 'Batal', en: 'Cancel' },

  lane: { id: 'Jalur', en: 'Lane' },
  priority: { id: 'prioritas', en: 'priority' },
  service: { id: 'Layanan', en: 'Service' },
  stage: { id: 'Tahap', en: 'Stage' },
  bookedFor: { id: 'Jam janji', en: 'Booked for' },
  noBooking: { id: 'Tanpa janji', en: 'No appointment' },
  cameAndCalled: { id: 'Datang, dipanggil', en: 'Came, called' },
  arrival: { id: 'Kedatangan', en: 'Arrival' },
  originals: { id: 'Dokumen asli', en: 'Originals' },

  queueOf: { id: 'Antrean {tahap}', en: 'Queue for {tahap}' },
  waitingAndOpen: { id: '{n} menunggu, {m} loket buka', en: '{n} waiting, {m} counters open' },
  andOthers: { id: 'Dan {n} nomor lain.', en: 'And {n} more.' },
  number: { id: 'Nomor', en: 'Number' },
  turn: { id: 'Giliran', en: 'Turn' },
  condition: { id: 'Keadaan', en: 'Condition' },
  keys: { id: 'Tombol papan ketik', en: 'Keyboard' },

  otherCounters: { id: 'Loket lain', en: 'Other counters' },
  free: { id: 'siap', en: 'free' },
  closed: { id: 'tutup', en: 'closed' },
  kioskCalls: { id: 'Kios {kios} memanggil petugas', en: 'Kiosk {kios} calls for staff' },
  answered: { id: 'Sudah ditangani', en: 'Attended to' },

  doneSent: { id: '{no} diteruskan ke {tahap}.', en: '{no} sent on to {tahap}.' },
  doneFinished: { id: '{no} selesai.', en: '{no} finished.' },
  doneRejected: { id: '{no} diakhiri: berkas ditolak.', en: '{no} ended: documents refused.' },
  doneNoShow: { id: '{no} dicatat belum datang.', en: '{no} noted as not here.' },
  doneRecall: { id: '{no} dipanggil ulang.', en: '{no} called again.' },
} satisfies Record<string, Words>

/** Why the next one is next, in one line; {jam} its booked hour, {giliran} its turn. */
export const REASONS = {
  booked: {
    id: 'Jam janji {jam}, giliran {giliran}: paling awal di antara yang boleh dipanggil.',
    en: 'Booked {jam}, turn {giliran}: the earliest of those who may be called.',
  },
  walkIn: {
    id: 'Tanpa janji, giliran {giliran}: paling awal di antara yang boleh dipanggil.',
    en: 'No appointment, turn {giliran}: the earliest of those who may be called.',
  },
  early: {
    id: 'Jam janji {jam} belum mulai, tetapi paling awal di antara yang boleh dipanggil.',
    en: 'Booked {jam}, not begun, yet the earliest of those who may be called.',
  },
  helping: {
    id: 'Membantu {tahap}, giliran {giliran}: antrean sendiri kosong.',
    en: 'Helping {tahap}, turn {giliran}: no one to call in your own queue.',
  },
} satisfies Record<string, Words>

/** A place in the queue, in words. */
export const CONDITIONS: Record<Queued['condition'], Words> = {
  ready: { id: 'Siap', en: 'Ready' },
  held: { id: 'Ditahan s.d. {jam}', en: 'Held until {jam}' },
  'set-back': { id: 'Giliran mundur', en: 'Turn set back' },
  passed: { id: 'Lewat jam, {n} menit', en: '{n} min past the hour' },
}

/** How somebody came, in words. */
export const ARRIVALS: Record<Arrival, Words> = {
  early: { id: 'Lebih awal', en: 'Early' },
  'on-time': { id: 'Tepat waktu', en: 'On time' },
  'late-grace': { id: 'Terlambat sedikit', en: 'A little late' },
  late: { id: 'Terlambat', en: 'Late' },
  'walk-in': { id: 'Tanpa janji', en: 'No appointment' },
}
