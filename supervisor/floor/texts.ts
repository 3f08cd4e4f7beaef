import type { Affected, LiveTicket } from '../../protocol/desk/floor.ts'
import type { Words } from '../../protocol/ids.ts'
import type { FloorCounter } from '../../protocol/supervisor-view.ts'
import type { IconName } from '../../ui/parts/Icon.tsx'

/** What the page of the floor says. */
export const FLOOR = {
  name: { id: 'Lantai', en: 'Floor' },
  dayOpen: { id: '{hari}, hari kerja terbuka', en: '{hari}, the day is open' },
  dayClosed: { id: 'Hari kerja belum dibuka.', en: 'No business day is open.' },
  stale: { id: 'Tidak tersambung. Data pukul {jam}', en: 'Offline. Data of {jam}' },

  announce: { id: 'Umumkan', en: 'Announce' },
  recordOutage: { id: 'Catat gangguan', en: 'Record an outage' },
  endOutage: { id: 'Gangguan selesai', en: 'The outage is over' },
  outageNow: { id: 'Gangguan {apa} sejak {jam}', en: 'Outage of {apa} since {jam}' },
  outageSub: {
    id: 'Layar dan ponsel memberi tahu pemohon; perkiraan dibekukan sampai selesai.',
    en: 'Displays and phones tell the applicants; likely calls stand still until it is over.',
  },
  outageWhat: { id: 'Apa yang terganggu?', en: 'What is down?' },
  outages: { id: 'Gangguan hari ini', en: "Today's outages" },
  outageLine: { id: '{apa}, {mulai}–{akhir}', en: '{apa}, {mulai}–{akhir}' },
  affected: { id: 'Yang terdampak', en: 'Who was affected' },
  affectedOf: { id: 'Terdampak gangguan {apa}', en: 'Affected by the outage of {apa}' },
  announcement: { id: 'Diumumkan sejak {jam}', en: 'Announced since {jam}' },
  endAnnouncement: { id: 'Akhiri pengumuman', en: 'End the announcement' },
  announceHead: { id: 'Umumkan di layar ruang tunggu', en: 'Announce on the displays' },
  announceSub: {
    id: 'Paling banyak 90 huruf. Jangan menyebut nama pemohon.',
    en: 'At most 90 characters. Name no applicant.',
  },
  indonesian: { id: 'Bahasa Indonesia', en: 'Indonesian' },
  english: { id: 'Bahasa Inggris (boleh kosong)', en: 'English (may be empty)' },
  send: { id: 'Umumkan sekarang', en: 'Announce now' },

  calm: { id: 'Tidak ada yang perlu ditindak sekarang.', en: 'Nothing needs to be done now.' },
  promises: {
    id: '{n} pemohon jam {jam} bisa terpanggil sesudah {akhir}',
    en: '{n} of the window {jam} may be called after {akhir}',
  },
  helpWith: {
    id: 'Bila Loket {loket} membantu {tahap}: perkiraan {n} menit lebih cepat.',
    en: 'If Counter {loket} helps with {tahap}: likely {n} min sooner.',
  },
  openWith: {
    id: 'Bila Loket {loket} dibuka untuk {tahap}: perkiraan {n} menit lebih cepat.',
    en: 'If Counter {loket} is opened for {tahap}: likely {n} min sooner.',
  },
  noHelp: {
    id: 'Tidak ada loket yang dapat mempercepatnya sekarang.',
    en: 'No counter can make it sooner now.',
  },
  askHelp: { id: 'Minta Loket {loket} membantu', en: 'Ask Counter {loket} to help' },
  oversold: {
    id: 'Jam {jam}: {n} janji, loket mampu {mampu}. Lebih {lebih}.',
    en: 'Window {jam}: {n} booked, the counters can do {mampu}. {lebih} too many.',
  },
  unserved: {
    id: 'Jam {jam}: {n} janji, tidak ada loket yang melayani.',
    en: 'Window {jam}: {n} booked, and no counter serves.',
  },
  longCase: {
    id: 'Loket {loket}: {no} sudah {n} menit, baku {baku}.',
    en: 'Counter {loket}: {no} for {n} min, the standard is {baku}.',
  },
  unattended: {
    id: 'Loket {loket} tidak tersambung, {no} masih di sana.',
    en: 'Counter {loket} is offline, {no} is still there.',
  },
  staffCall: { id: 'Kios {kios} memanggil petugas sejak {jam}.', en: 'Kiosk {kios} calls staff since {jam}.' },
  devicesCare: { id: '{n} perangkat perlu dilihat.', en: 'Devices to look at: {n}.' },
  clockDoubt: {
    id: 'Jam server menunjukkan {mesin}, padahal kantor menghitung {kantor}.',
    en: 'The server clock shows {mesin}, but the office reckons with {kantor}.',
  },
  clockHow: {
    id: 'Layanan tetap berjalan; hari baru belum dibuka. Cocokkan dengan jam lain.',
    en: 'Service goes on; no new day is opened yet. Compare it with another clock.',
  },
  clockRight: { id: 'Jam server benar', en: 'The server clock is right' },
  diskLow: { id: 'Penyimpanan server tinggal {n} MB.', en: 'The server has {n} MB of space left.' },
  diskFull: {
    id: 'Penyimpanan server tinggal {n} MB: nomor baru dihentikan, panggilan tetap jalan.',
    en: 'The server has {n} MB of space left: no new numbers, calls go on.',
  },
  diskHow: { id: 'Hubungi teknisi.', en: 'Tell the technician.' },
  moreAlerts: { id: 'Tampilkan {n} lagi', en: 'Show {n} more' },
  toDevices: { id: 'Lihat perangkat', en: 'See the devices' },
  moveTicket: { id: 'Pindahkan {no}', en: 'Move {no}' },

  counters: { id: 'Loket', en: 'Counters' },
  openOf: { id: '{n} dari {semua} buka', en: '{n} of {semua} open' },
  counter: { id: 'Loket', en: 'Counter' },
  state: { id: 'Keadaan', en: 'State' },
  number: { id: 'Nomor', en: 'Number' },
  stage: { id: 'Tahap', en: 'Stage' },
  staff: { id: 'Petugas', en: 'Staff' },
  time: { id: 'Waktu', en: 'Time' },
  standard: { id: 'terhadap baku', en: 'of the standard' },
  helps: { id: 'bantu {tahap}', en: 'helps {tahap}' },
  changeHelps: { id: 'Bantuan', en: 'Help' },
  changeHelpsOf: { id: 'Bantuan Loket {loket}', en: 'Help of Counter {loket}' },
  helpsHead: { id: 'Loket {loket} membantu tahap apa?', en: 'Which stages does Counter {loket} help with?' },
  helpsSub: {
    id: 'Bila antreannya sendiri kosong, loket ini memanggil nomor tahap yang dicentang.',
    en: 'When nobody of its own can be called, it calls numbers of the stages that are ticked.',
  },
  save: { id: 'Simpan', en: 'Save' },

  queues: { id: 'Menunggu, per tahap dan jalur', en: 'Waiting, by stage and lane' },
  longest: { id: 'terlama sejak waktunya', en: 'longest since their time' },
  sum: { id: 'Jumlah', en: 'All' },
  longestHead: { id: 'Terlama', en: 'Longest' },
  minutes: { id: '{n} menit', en: '{n} min' },
  held: { id: '{n} ditahan', en: '{n} held' },
  nobody: { id: 'Tidak ada yang menunggu.', en: 'Nobody waits.' },
  byWindow: { id: 'Menunggu, per jam janji', en: 'Waiting, by window' },
  window: { id: 'Jam janji', en: 'Window' },
  noWindow: { id: 'Tanpa janji', en: 'No appointment' },

  load: { id: 'Beban per jam janji', en: 'Load per window' },
  people: { id: 'pemohon', en: 'applicants' },
  loadKey: {
    id: 'Batang: pemohon terjadwal (abu-abu: jamnya sudah lewat). Garis tegak: kemampuan loket.',
    en: 'Bar: booked (grey: the window is over). Upright: what the counters can do.',
  },
  over: { id: '{n}, lebih {lebih}', en: '{n}, {lebih} too many' },
  noCounter: { id: '{n}, tanpa loket', en: '{n}, no counter' },
  loadSays: { id: 'Jam {jam}: {n} terjadwal, kemampuan {mampu}', en: 'Window {jam}: {n} booked, capacity {mampu}' },
  noWindows: { id: 'Belum ada janji hari ini.', en: 'No bookings today yet.' },

  arrivals: { id: 'Kedatangan hari ini', en: "Today's arrivals" },
  cameOf: { id: '{n} dari {semua} janji', en: '{n} of {semua} booked' },
  onTime: { id: 'Tepat waktu', en: 'On time' },
  early: { id: 'Lebih awal', en: 'Early' },
  late: { id: 'Lewat jam', en: 'Late' },
  turnedAway: { id: 'Tanpa nomor', en: 'No number' },
  overrides: { id: 'Izin khusus', en: 'Overrides' },
  doneToday: { id: 'Selesai', en: 'Done' },

  tickets: { id: 'Cari nomor', en: 'Find a number' },
  ticketsSub: { id: 'Semua yang belum selesai', en: 'All that are not over' },
  find: { id: 'Nomor, misalnya A037', en: 'Number, such as A037' },
  came: { id: 'Datang', en: 'Came' },
  likely: { id: 'Perkiraan', en: 'Likely call' },
  act: { id: 'Tindakan', en: 'Act' },
  more: { id: 'Dan {n} nomor lain. Ketik nomornya.', en: 'And {n} more. Type the number.' },
  move: { id: 'Pindahkan', en: 'Move' },
  cancelTicket: { id: 'Batalkan', en: 'Cancel' },
  cancelOf: { id: 'Batalkan {no}', en: 'Cancel {no}' },
  moveHead: { id: 'Pindahkan {no} ke mana? Urutannya tetap.', en: 'Where does {no} go? Its place is kept.' },
  to: { id: 'Tujuan', en: 'To' },
  toQueue: { id: 'Kembali ke antrean tahapnya', en: 'Back into the queue of its stage' },
  toStage: { id: 'Ke tahap {tahap}', en: 'To the stage {tahap}' },
  toCounter: { id: 'Hanya untuk Loket {loket}', en: 'For Counter {loket} alone' },
  cancelHead: { id: 'Batalkan {no}?', en: 'Cancel {no}?' },
  cancelSub: {
    id: 'Nomor ini tidak dipanggil lagi, dan kode janjinya tidak mendapat nomor kedua hari ini.',
    en: 'This number is not called any more, and its booking gets no second one today.',
  },
  reason: { id: 'Alasan', en: 'Reason' },
  done: { id: 'Sudah dilakukan.', en: 'Done.' },
} satisfies Record<string, Words>

/** How a counter is: icon, word and tone. `long`: a case far over the standard. */
export const COUNTER_STATES: Record<FloorCounter['status'] | 'long', { icon: IconName; tone: string; words: Words }> = {
  closed: { icon: 'kunci', tone: 'sepi', words: { id: 'Tutup', en: 'Closed' } },
  free: { icon: 'lengkap', tone: 'tepat', words: { id: 'Siap', en: 'Ready' } },
  paused: { icon: 'jeda', tone: 'nanti', words: { id: 'Jeda', en: 'Paused' } },
  called: { icon: 'suara', tone: 'tepat', words: { id: 'Memanggil', en: 'Calling' } },
  serving: { icon: 'petugas', tone: 'tepat', words: { id: 'Melayani', en: 'Serving' } },
  long: { icon: 'awas', tone: 'lewat', words: { id: 'Lebih lama', en: 'Taking long' } },
}

/** Where a ticket stands. */
export const TICKET_STATES: Record<LiveTicket['status'], Words> = {
  waiting: { id: 'Menunggu', en: 'Waiting' },
  called: { id: 'Dipanggil', en: 'Called' },
  serving: { id: 'Dilayani', en: 'Being served' },
  parked: { id: 'Dititipkan', en: 'Set aside' },
  missed: { id: 'Belum datang', en: 'Not here' },
}

/** What became of somebody whom an outage touched. */
export const AFFECTED_STATES: Record<Affected['status'], Words> = {
  expected: { id: 'Belum datang', en: 'Not here yet' },
  absent: { id: 'Tidak datang', en: 'Did not come' },
  here: { id: 'Masih di kantor', en: 'Still here' },
  served: { id: 'Selesai dilayani', en: 'Served' },
  left: { id: 'Tidak selesai', en: 'Not finished' },
}
