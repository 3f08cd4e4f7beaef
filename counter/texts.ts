import type { OutageScope, Outcome, Undoable } from '../protocol/commands.ts'
import type { Arrival } from '../protocol/faces.ts'
import type { Words } from '../protocol/ids.ts'
import type { Queued } from '../protocol/views.ts'
import { fill, type Lang, say } from '../ui/texts.ts'

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
  pause: { id: 'Jeda', en: 'Pause' },
  paused: { id: 'Loket dijeda: {alasan}, sejak {jam}', en: 'Paused: {alasan}, since {jam}' },
  pausedBody: {
    id: 'Nomor yang menunggu dipanggil loket lain. Yang dititipkan di sini tetap di sini.',
    en: 'Other counters call those who wait. What is set aside here stays here.',
  },
  resume: { id: 'Buka lagi', en: 'Resume' },
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
  recallIn: { id: 'Panggilan ulang dalam {n} detik', en: 'Recall in {n} s' },
  inSeconds: { id: 'dalam {n} detik', en: 'in {n} s' },
  recallsUsed: { id: 'Batas tercapai', en: 'No more recalls' },
  sinceCall: { id: 'sejak panggilan terakhir', en: 'since the last call' },
  start: { id: 'Mulai layani', en: 'Start' },
  recall: { id: 'Panggil ulang', en: 'Recall' },
  noShow: { id: 'Belum datang', en: 'Not here' },
  ofMinutes: { id: 'dari {n} menit', en: 'of {n} minutes' },
  overTime: { id: '{n} menit lebih lama dari baku', en: '{n} min over the standard' },
  sendTo: { id: 'Teruskan ke {tahap}', en: 'Send to {tahap}' },
  finish: { id: 'Selesai', en: 'Finish' },
  endVisit: { id: 'Akhiri', en: 'End visit' },
  park: { id: 'Titip berkas', en: 'Set aside' },
  askDocument: { id: 'Minta dokumen lain', en: 'Ask for another document' },
  transfer: { id: 'Pindahkan', en: 'Transfer' },
  parkedHere: { id: '{no} dititipkan di loket ini', en: '{no} is set aside here' },
  parkedSince: {
    id: 'Sejak {jam}. Lanjutkan bila pemohon kembali; ia tidak antre lagi.',
    en: 'Since {jam}. Resume when the visitor is back; no new queue.',
  },
  resumeCase: { id: 'Lanjutkan {no}', en: 'Resume {no}' },
  cancel: { id: 'Batal', en: 'Cancel' },

  lane: { id: 'Jalur', en: 'Lane' },
  priority: { id: 'prioritas', en: 'priority' },
  service: { id: 'Layanan', en: 'Service' },
  stage: { id: 'Tahap', en: 'Stage' },
  bookedFor: { id: 'Jam janji', en: 'Booked for' },
  noBooking: { id: 'Tanpa janji', en: 'No appointment' },
  cameAndCalled: { id: 'Datang, dipanggil', en: 'Came, called' },
  arrival: { id: 'Kedatangan', en: 'Arrival' },
  family: { id: 'Keluarga, dipanggil berikutnya', en: 'Family, called next' },
  likelyCall: { id: 'Perkiraan dipanggil {kira}', en: 'Likely call {kira}' },
  originals: { id: 'Dokumen asli', en: 'Originals' },

  queueOf: { id: 'Antrean {tahap}', en: 'Queue for {tahap}' },
  waitingAndOpen: { id: '{n} menunggu, {m} loket buka', en: '{n} waiting, {m} counters open' },
  andOthers: { id: 'Dan {n} nomor lain.', en: 'And {n} more.' },
  number: { id: 'Nomor', en: 'Number' },
  turn: { id: 'Giliran', en: 'Turn' },
  likely: { id: 'Perkiraan', en: 'Likely' },
  optionsFor: { id: '{no}, pilihan lain', en: '{no}, more to do' },
  condition: { id: 'Keadaan', en: 'Condition' },
  keys: { id: 'Tombol papan ketik', en: 'Keyboard' },

  otherCounters: { id: 'Loket lain', en: 'Other counters' },
  free: { id: 'siap', en: 'free' },
  closed: { id: 'tutup', en: 'closed' },
  takeOverOf: { id: 'Ambil alih {no} dari Loket {loket}', en: 'Take over {no} from Counter {loket}' },
  outageSince: { id: '{apa} terganggu sejak {jam}', en: '{apa} down since {jam}' },
  outageEnd: { id: 'Sudah pulih', en: 'Working again' },
  outageReport: { id: 'Catat gangguan', en: 'Record an outage' },
  visitor: { id: 'Bantu pemohon', en: 'Help a visitor' },
  pauseOrClose: { id: 'Jeda atau tutup loket', en: 'Pause or close the counter' },
  undoKey: { id: 'Urungkan', en: 'Undo' },
  callSpecific: { id: 'Panggil nomor tertentu', en: 'Call a number' },
  kiosk: { id: 'Kios {kios}', en: 'Kiosk {kios}' },
  kioskCalls: { id: 'Kios {kios} memanggil petugas', en: 'Kiosk {kios} calls for staff' },
  answered: { id: 'Sudah ditangani', en: 'Attended to' },

  doneSent: { id: '{no} diteruskan ke {tahap}.', en: '{no} sent on to {tahap}.' },
  doneFinished: { id: '{no} selesai.', en: '{no} finished.' },
  doneNoShow: { id: '{no} dicatat belum datang.', en: '{no} noted as not here.' },
  doneRecall: { id: '{no} dipanggil ulang.', en: '{no} called again.' },
  doneParked: { id: '{no} dititipkan di loket ini.', en: '{no} is set aside here.' },
  doneEnded: { id: '{no} diakhiri: {hasil}.', en: '{no} ended: {hasil}.' },
  doneDocument: { id: 'Permintaan dokumen untuk {no} dicatat.', en: 'The document asked of {no} is recorded.' },
  doneTransfer: { id: '{no} dipindahkan. Urutannya tetap.', en: '{no} transferred. Its place is kept.' },
  doneAccepted: { id: 'Giliran {no} tidak lagi mundur.', en: 'The turn of {no} is no longer set back.' },
  donePriority: { id: '{no} didahulukan.', en: '{no} goes first.' },
  doneTakenOver: { id: '{no} diambil alih dari Loket {loket}.', en: '{no} taken over from Counter {loket}.' },
  doneGranted: {
    id: 'Nomor {no}. Tiketnya keluar di Kios {kios}.',
    en: 'Number {no}. Its slip comes out at Kiosk {kios}.',
  },
  doneReprint: { id: 'Tiket {no} dicetak lagi di Kios {kios}.', en: 'The slip of {no} prints again at Kiosk {kios}.' },
  takenBy: {
    id: 'Sudah diambil Loket {loket}. Antrean diperbarui.',
    en: 'Taken by Counter {loket}. Queue refreshed.',
  },
  calledAgainAbout: { id: '{no} dipanggil lagi sekitar {jam}', en: '{no} will be called again about {jam}' },
  undo: { id: 'Urungkan, {n} detik', en: 'Undo, {n} s' },

  fillFirst: { id: 'Isi dulu: {isian}', en: 'Fill in first: {isian}' },
  notANumber: { id: 'Tulis nomor seperti A041.', en: 'Write a number such as A041.' },
  whyReason: { id: 'Alasan', en: 'Reason' },
  reasonNeeded: {
    id: 'Alasan wajib diisi dan tercatat bersama nomor petugas dan jam.',
    en: 'A reason is required; it is recorded with your staff number and the time.',
  },
  act: { id: 'Yang dilakukan', en: 'What to do' },
  save: { id: 'Simpan', en: 'Save' },
  goOn: { id: 'Lanjutkan', en: 'Go on' },
  call: { id: 'Panggil', en: 'Call' },
  endAsk: { id: 'Akhiri kunjungan {no}?', en: 'End the visit of {no}?' },
  endBody: { id: 'Nomor ini tidak diteruskan ke tahap berikutnya.', en: 'This number does not go to the next stage.' },
  endYes: { id: 'Akhiri kunjungan', en: 'End the visit' },
  whichDocument: { id: 'Dokumen apa yang diminta?', en: 'Which document?' },
  documentCounted: {
    id: '{no} tetap di loket ini. Permintaan dihitung agar daftar dokumen dapat diperbaiki.',
    en: '{no} stays at this counter. Requests are counted so that the list of documents can be mended.',
  },
  document: { id: 'Dokumen', en: 'Document' },
  transferAsk: { id: 'Pindahkan {no} ke mana?', en: 'Where to send {no}?' },
  transferBody: { id: 'Urutannya tetap.', en: 'Its place is kept.' },
  transferTo: { id: 'Tujuan', en: 'To' },
  rowAsk: { id: '{no}: apa yang diperlukan?', en: '{no}: what is needed?' },
  callNow: { id: 'Panggil di luar giliran', en: 'Call out of turn' },
  acceptLate: { id: 'Terima keterlambatan', en: 'Accept the delay' },
  grantPriority: { id: 'Dahulukan sebagai prioritas', en: 'Give priority' },
  takeOverAsk: { id: 'Ambil alih {no} dari Loket {loket}?', en: 'Take over {no} from Counter {loket}?' },
  takeOverBody: {
    id: 'Untuk loket yang tidak bisa melanjutkan. Alasan wajib diisi.',
    en: 'For a counter that cannot go on. A reason is required.',
  },
  takeOver: { id: 'Ambil alih {no}', en: 'Take over {no}' },
  pauseAsk: { id: 'Kenapa loket dijeda?', en: 'Why does the counter pause?' },
  pauseBody: {
    id: 'Selama dijeda, loket ini tidak dihitung dalam perkiraan.',
    en: 'While it pauses, this counter is not counted in the likely times.',
  },
  pauseNow: { id: 'Jeda loket', en: 'Pause' },
  outageAsk: { id: 'Gangguan apa yang terjadi?', en: 'What is down?' },
  outageBody: {
    id: 'Tercatat sejak sekarang. Giliran pemohon dijaga; layar dan ponsel memberi tahu.',
    en: 'Recorded from now on. Turns are kept; displays and phones say so.',
  },
  outageWhat: { id: 'Gangguan', en: 'Outage' },
  outageStart: { id: 'Catat gangguan', en: 'Record the outage' },
  visitorAsk: { id: 'Bantu pemohon', en: 'Help a visitor' },
  grantNumber: { id: 'Beri nomor', en: 'Give a number' },
  admit: { id: 'Terima kode', en: 'Admit a code' },
  grantReprint: { id: 'Cetak ulang', en: 'Print again' },
  whyNoBooking: { id: 'Kenapa tanpa janji', en: 'Why no appointment' },
  putFirst: { id: 'Didahulukan sebagai prioritas', en: 'Goes first, as priority' },
  scannedCode: { id: 'Kode janji, pindai atau ketik', en: 'Booking code, scanned or typed' },
  paperAt: { id: 'Tiket keluar di', en: 'Slip comes out at' },
  choosePick: { id: 'Pilih', en: 'Choose' },
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

/** How a visit ends without its passport. */
export const ENDINGS = {
  rejected: { id: 'berkas belum memenuhi syarat', en: 'documents do not suffice' },
  withdrawn: { id: 'pemohon membatalkan', en: 'the visitor gave up' },
  rebooked: { id: 'dijadwalkan hari lain', en: 'another date was agreed' },
} satisfies Record<Exclude<Outcome, 'completed'>, Words>

/** What may be down, as the beginning of a sentence. */
export const OUTAGES: Record<OutageScope, Words> = {
  national: { id: 'Sistem nasional', en: 'National system' },
  network: { id: 'Jaringan kantor', en: 'Office network' },
  power: { id: 'Listrik', en: 'Power' },
}

/** What can be taken back, when nothing better was said of it. */
export const UNDOABLE: Record<Undoable, Words> = {
  call: { id: '{no} dipanggil', en: '{no} called' },
  finish: { id: '{no} selesai di loket ini', en: '{no} done at this counter' },
  'no-show': { id: '{no} dicatat belum datang', en: '{no} noted as not here' },
}

/** For whom a waiting ticket is kept. */
export const KEPT = {
  here: { id: 'Untuk loket ini', en: 'For this counter' },
  there: { id: 'Untuk Loket {loket}', en: 'For Counter {loket}' },
} satisfies Record<string, Words>

/** A ready ticket whose likely call lies past its hour. */
export const NEAR_END: Words = { id: 'Hampir lewat jam', en: 'Near end of hour' }

/** A ready ticket of a lane with a deadline. */
export const START_BY: Words = { id: 'Mulai paling lambat {jam}', en: 'Begin by {jam}' }

/** What the office's hours bring next; {nama} is the break's name. */
export const HOURS = {
  breakSoon: { id: '{nama} {n} menit lagi', en: '{nama} in {n} min' },
  onBreak: { id: '{nama} sampai {jam}', en: '{nama} until {jam}' },
  closing: { id: 'Tutup pukul {jam}, {n} masih menunggu', en: 'Closing at {jam}, {n} still waiting' },
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

/** Reads `TEXTS` in one language: `wordsIn('id')('callNext', { no: 'A041' })`. */
export const wordsIn =
  (lang: Lang) =>
  (name: keyof typeof TEXTS, fillings: Record<string, string | number> = {}): string =>
    fill(say(TEXTS[name], lang), fillings)
