import type { Words } from '../protocol/ids.ts'
import { CAMERA } from './camera/camera-texts.ts'
import { KEYPAD } from './keypad-texts.ts'
import { PAPER, PRINTER_WHY } from './paper-texts.ts'
import { WALK_IN } from './walk-in-texts.ts'

type Texts = Record<string, Words>

/** The help bar and the time-outs, the same on every screen. */
export const ALWAYS = {
  help: { id: 'Bantuan', en: 'Help' },
  callStaff: { id: 'Panggil petugas', en: 'Call staff' },
  staffPending: { id: 'Petugas dipanggil', en: 'Staff called' },
  notConnected: { id: 'belum tersambung', en: 'not connected' },
  large: { id: 'Huruf besar', en: 'Large type' },
  contrast: { id: 'Kontras', en: 'Contrast' },
  low: { id: 'Tombol rendah', en: 'Low buttons' },
  sound: { id: 'Suara', en: 'Sound' },
  soundOn: { id: 'Suara nyala', en: 'Sound on' },
  soundLoud: { id: 'Suara keras', en: 'Sound louder' },
  done: { id: 'Selesai', en: 'Done' },
  understood: { id: 'Saya mengerti', en: 'I understand' },
  scanAgain: { id: 'Pindai lagi', en: 'Scan again' },
  typeCode: { id: 'Ketik kode', en: 'Type the code' },
  noNumber: { id: 'Belum dibuatkan nomor', en: 'No number was made' },
  returning: { id: 'Kembali ke awal dalam {n} detik', en: 'Back to the start in {n} seconds' },
  stillThere: { id: 'Masih di sini?', en: 'Still there?' },
  stillThereBody: { id: 'Layar kembali ke awal dalam {n} detik.', en: 'Returning to the start in {n} seconds.' },
  willReturn: { id: 'Layar akan kembali ke awal.', en: 'This screen will return to the start.' },
  goOn: { id: 'Ya, lanjutkan', en: 'Yes, continue' },
  goBack: { id: 'Kembali', en: 'Back' },
  more: { id: 'Pilihan lain', en: 'More choices' },
  noChoiceNo: { id: 'Tanpa jawaban dianggap "Tidak" dalam {n} detik', en: 'No answer counts as "No" in {n} seconds' },
  noChoiceOther: {
    id: 'Tanpa pilihan, nomor dibuat dalam {n} detik',
    en: 'Without a choice your number is made in {n} seconds',
  },
  noAnswerTakes: {
    id: 'Tanpa jawaban, nomor dibuat dalam {n} detik',
    en: 'Without an answer your number is made in {n} seconds',
  },
  product: { id: 'Kios antrean', en: 'Queue kiosk' },
  title: { id: 'Kios {place}', en: 'Kiosk {place}' },
} satisfies Texts

/** The camera, and the question about the originals. */
export const ASK = {
  camera: { id: 'Hadapkan kode ke kamera', en: 'Show the code to the camera' },
  cameraBody: {
    id: 'Tahan sekitar 20 cm dari kamera. Gambar tidak disimpan.',
    en: 'Hold it about 20 cm away. No picture is kept.',
  },
  useCamera: { id: 'Pakai kamera', en: 'Use camera' },
  cameraHint: { id: 'Di atas layar', en: 'Above the screen' },
  documents: { id: 'Sudah membawa dokumen asli ini?', en: 'Do you have these originals?' },
  complete: { id: 'Ya, lengkap', en: 'Yes, all' },
  incomplete: { id: 'Ada yang belum', en: 'Something is missing' },
  missing: { id: 'Anda tetap boleh mengambil nomor', en: 'You may still take a number' },
  missingBody: {
    id: 'Petugas akan memberi tahu cara melengkapinya. Bila rumah Anda dekat, Anda boleh mengambil dokumen dulu lalu kembali.',
    en: 'Staff will tell you how to complete them. If you live near, you may fetch the document first and come back.',
  },
  take: { id: 'Ambil nomor', en: 'Take a number' },
  later: { id: 'Kembali nanti', en: 'Come back later' },
} satisfies Texts

/** Before anybody can be served. */
export const IDLE = {
  startHeadline: { id: 'Pindai kode M-Paspor Anda', en: 'Scan your M-Paspor code' },
  startBody: {
    id: 'Dekatkan kode QR di ponsel atau di surat Anda ke pemindai di bawah layar ini.',
    en: 'Hold the QR code on your phone or letter near the scanner below this screen.',
  },
  startBodyShort: {
    id: 'Dekatkan kode QR ke pemindai di bawah layar.',
    en: 'Hold the QR code near the scanner below.',
  },
  startOther: {
    id: 'Scan your M-Paspor QR code below this screen.',
    en: 'Pindai kode QR M-Paspor di bawah layar ini.',
  },
  typeHint: { id: 'Bila kode QR tidak terbaca', en: 'If the QR code cannot be read' },
  loadingHeadline: { id: 'Kios sedang disiapkan', en: 'Getting ready' },
  loadingBody: { id: 'Sebentar, kios menghubungi server kantor.', en: 'One moment, contacting the office server.' },
  readingHeadline: { id: 'Membaca kode', en: 'Reading your code' },
  readingBody: { id: 'Sebentar, kami cari janji Anda.', en: 'One moment, finding your appointment.' },
  withoutHint: { id: 'Tidak punya kode', en: 'I have no code' },
  without: { id: 'Tanpa janji', en: 'No appointment' },
  breakHeadline: { id: 'Loket sedang istirahat', en: 'Counters are on a break' },
  breakBody: {
    id: 'Anda tetap boleh mengambil nomor. Panggilan mulai lagi {jam}.',
    en: 'You may take a number. Calls resume at {jam}.',
  },
  breakBodyPlain: { id: 'Anda tetap boleh mengambil nomor.', en: 'You may take a number.' },
  outageNational: { id: 'Ada gangguan sistem nasional', en: 'National system outage' },
  outageNetwork: { id: 'Ada gangguan jaringan', en: 'Network outage' },
  outagePower: { id: 'Ada gangguan listrik', en: 'Power outage' },
  outageBody: {
    id: 'Kedatangan Anda tetap dicatat, giliran dijaga.',
    en: 'Your arrival is recorded and your turn kept.',
  },
  closedHeadline: { id: 'Kantor sudah tutup', en: 'The office is closed' },
  closedToday: { id: 'Kantor tutup hari ini', en: 'The office is closed today' },
  notYetHeadline: { id: 'Kantor belum buka', en: 'The office is not open yet' },
  opensAt: { id: 'Buka pukul {jam}.', en: 'Opens at {jam}.' },
  opensOn: { id: 'Buka lagi {hari} pukul {jam}.', en: 'Opens {hari} at {jam}.' },
  noNumbers: { id: 'Kios tidak memberi nomor pada jam ini', en: 'No numbers are given at this hour' },
  noNumbersBody: { id: 'Petugas akan membantu.', en: 'Staff will help.' },
  closedBody: {
    id: 'Kios membuat nomor lagi setelah hari layanan dibuka.',
    en: 'The kiosk gives numbers again once the day is open.',
  },
  offlineHeadline: { id: 'Kios belum tersambung', en: 'Kiosk not connected' },
  offlineBody: {
    id: 'Nomor belum dibuat. Silakan ke kios lain atau petugas.',
    en: 'No number was made. Please use another kiosk or ask staff.',
  },
  offlineSince: {
    id: 'Terputus sejak {jam}. Kios mencoba tersambung lagi dengan sendirinya.',
    en: 'Offline since {jam}. The kiosk keeps trying by itself.',
  },
  pairHeadline: { id: 'Kios ini belum dipasangkan', en: 'This kiosk is not paired yet' },
  pairBody: {
    id: 'Untuk petugas: layar ini dipasangkan dari komputer server.',
    en: 'For staff: this screen is paired from the server computer.',
  },
  pairStep: {
    id: 'Jalankan di sana: npm run -s antrean -- pair kiosk {place}. Lalu buka tautannya pada layar ini.',
    en: 'Run there: npm run -s antrean -- pair kiosk {place}. Then open its link on this screen.',
  },
  pairEnd: { id: 'Layar ini berubah dengan sendirinya.', en: 'This screen changes by itself.' },
} satisfies Texts

/** Everybody who has a number. */
export const TICKET = {
  onTime: { id: 'Anda tepat waktu', en: 'You are on time' },
  grace: { id: 'Terlambat sedikit, tidak apa-apa', en: 'A little late, no problem' },
  graceBody: { id: 'Giliran dihitung mulai {jam}.', en: 'Your turn counts from {jam}.' },
  early: { id: 'Anda datang lebih awal', en: 'You are early' },
  earlyBody: {
    id: 'Giliran Anda tersimpan. Tidak perlu antre lagi.',
    en: 'Your turn is kept. No need to queue again.',
  },
  earlyFrom: {
    id: 'Giliran dihitung mulai {jam}. Bila loket kosong, Anda bisa dipanggil sejak {n}.',
    en: 'Your turn counts from {jam}. If a counter is free you may be called from {n}.',
  },
  earlyNow: {
    id: 'Giliran dihitung mulai {jam}. Bila loket kosong, Anda bisa dipanggil lebih awal.',
    en: 'Your turn counts from {jam}. If a counter is free you may be called earlier.',
  },
  late: { id: 'Anda tetap dilayani hari ini', en: 'You will be served today' },
  lateBody: {
    id: 'Jam Anda sudah lewat, jadi giliran mundur {n} menit.',
    en: 'Your hour has passed: your turn moves {n} minutes.',
  },
  lateOrder: {
    id: 'Yang datang sesuai jamnya dipanggil lebih dahulu. Giliran Anda tetap ada.',
    en: 'Those who keep their hour are called first. Your turn remains.',
  },
  walkIn: { id: 'Nomor tanpa janji', en: 'Number without appointment' },
  walkInBody: {
    id: 'Yang punya janji dipanggil sesuai jamnya.',
    en: 'Those with an appointment are called at their hour.',
  },
  alreadyIn: { id: 'Nomor Anda masih berlaku', en: 'Your number is still valid' },
  alreadyInBody: { id: 'Urutan tidak berubah.', en: 'Your place has not changed.' },
  called: { id: 'Silakan ke Loket {loket}', en: 'Please go to counter {loket}' },
  calledBody: { id: 'Nomor Anda sudah dipanggil.', en: 'Your number has been called.' },
  counter: { id: 'Loket', en: 'Counter' },
  number: { id: 'Nomor Anda', en: 'Your number' },
  window: { id: 'Jam Anda', en: 'Your hour' },
  turn: { id: 'Giliran dihitung mulai', en: 'Turn counts from' },
  likely: { id: 'Perkiraan dipanggil', en: 'Likely call' },
  latest: { id: 'Paling lambat', en: 'Latest' },
  earlyLikely: { id: 'Perkiraan: {kira}.', en: 'Likely call: {kira}.' },
  scanFamily: { id: 'Pindai kode keluarga', en: 'Scan a family code' },
  familyNext: { id: 'Pindai kode berikutnya', en: 'Scan the next code' },
  familyBody: {
    id: 'Keluarga yang datang bersama dipanggil bersama.',
    en: 'A family that comes together is called together.',
  },
  familyCount: { id: '{n} sudah masuk, {m} lagi.', en: '{n} in, {m} to go.' },
  callsFrom: { id: 'Panggilan mulai', en: 'Calls start at' },
  waitAt: { id: 'Tunggu di', en: 'Wait in' },
  sit: { id: 'Silakan duduk di {ruang}.', en: 'Please wait in {ruang}.' },
  documents: { id: 'Siapkan dokumen asli', en: 'Have these originals ready' },
  ribbon: { id: 'Pita jam', en: 'Hours' },
  ribbonNow: { id: 'sekarang {jam}', en: 'now {jam}' },
  ribbonYours: { id: 'jam Anda', en: 'your hour' },
  paperComing: { id: 'Tiket sedang dicetak di bawah.', en: 'Your slip is being printed below.' },
  paperOut: { id: 'Ambil tiket di bawah.', en: 'Take your slip below.' },
  watch: { id: 'Nomor Anda tampil di layar ruang tunggu.', en: 'Your number appears on the waiting room screen.' },
  talkToStaff: { id: 'Bicara dengan petugas', en: 'Talk to staff' },
  reprint: { id: 'Cetak ulang', en: 'Print again' },
} satisfies Texts

/** Everybody whose code has no number today, and everybody who waits for staff. */
export const TURNED = {
  tooLate: { id: 'Anda tetap bisa dilayani', en: 'You can still be served' },
  tooLateBody: {
    id: 'Jam {jam} sudah jauh lewat. Anda dilayani seperti tanpa janji, atau petugas mencarikan hari lain.',
    en: 'Your hour, {jam}, is long past. You will be served as without an appointment, or staff find another day.',
  },
  tooLateBodyPlain: {
    id: 'Jam Anda sudah jauh lewat. Anda dilayani seperti tanpa janji, atau petugas mencarikan hari lain.',
    en: 'Your hour is long past. You will be served as without an appointment, or staff find another day.',
  },
  takeNumber: { id: 'Ambil nomor', en: 'Take a number' },
  takeHint: { id: 'Dilayani hari ini', en: 'Be served today' },
  staffHint: { id: 'Mencarikan hari lain', en: 'To find another day' },
  wrongDay: { id: 'Janji Anda bukan hari ini', en: 'Your appointment is not today' },
  today: { id: 'Hari ini', en: 'Today' },
  yours: { id: 'Janji Anda', en: 'Your appointment' },
  comeOn: { id: 'Datang hari {hari}, pukul {jam}, ke kantor ini.', en: 'Come on {hari}, {jam}, to this office.' },
  changeBy: {
    id: 'Ingin hari lain? Ubah di aplikasi M-Paspor, paling lambat {hari}.',
    en: 'Another day? Change it in M-Paspor by {hari}.',
  },
  urgent: {
    id: 'Ada keperluan mendesak? Petugas akan membantu mencari jalan.',
    en: 'Is it urgent? Staff will help you.',
  },
  pastDay: {
    id: 'Hari {hari} sudah lewat. Petugas akan membantu mencari jalan.',
    en: '{hari} has passed. Staff will help you find a way.',
  },
  wrongOffice: { id: 'Janji Anda di kantor lain', en: 'Your appointment is at another office' },
  wrongOfficeBody: {
    id: 'Nama kantornya ada di surat Anda. Petugas bisa menunjukkan jalan.',
    en: 'Your letter names the office. Staff can show you the way.',
  },
  moved: { id: 'Janji ini sudah dipindah', en: 'This appointment was moved' },
  movedBody: {
    id: 'Pindai kode yang baru. Hari dan jamnya ada di aplikasi M-Paspor.',
    en: 'Scan the new code. Its day and hour are in the M-Paspor app.',
  },
  movedStaff: {
    id: 'Belum menerima yang baru? Petugas akan memeriksanya.',
    en: 'Have you not received a new one? Staff will check.',
  },
  cancelled: { id: 'Janji ini tercatat batal', en: 'This appointment is cancelled' },
  cancelledBody: {
    id: 'Bila Anda tidak membatalkan, petugas akan memeriksanya.',
    en: 'If you did not cancel it, staff will check.',
  },
  unpaid: { id: 'Pembayaran belum tercatat', en: 'Payment not recorded yet' },
  unpaidBody: { id: 'Tunjukkan bukti bayar kepada petugas.', en: 'Please show staff your proof of payment.' },
  unknown: { id: 'Kode belum ditemukan', en: 'Code not found' },
  unknownBody: {
    id: 'Pindai sekali lagi atau ketik kodenya. Bila tetap tidak ada, petugas akan membantu.',
    en: 'Scan again or type the code. If it is still not found, staff will help.',
  },
  billing: { id: 'Itu kode pembayaran', en: 'That is the payment code' },
  billingBody: {
    id: 'Kami perlu kode janji: gambar QR di halaman yang sama, atau kode di bawahnya.',
    en: 'We need the appointment code: the QR picture on the same page, or the code below it.',
  },
  ended: { id: 'Kunjungan ini sudah selesai', en: 'This visit has ended' },
  endedBody: {
    id: 'Nomor untuk kode ini sudah dilayani. Bila masih ada keperluan, petugas akan membantu.',
    en: 'The number for this code was served. If you need anything else, staff will help.',
  },
  noAnswer: { id: 'Kios belum tersambung', en: 'Kiosk not connected' },
  noAnswerBody: {
    id: 'Belum ada jawaban dari server. Pindai sekali lagi, atau silakan ke petugas. Satu kode tetap satu nomor.',
    en: 'The server has not answered. Scan again or ask staff. One code still means one number.',
  },
  unreadable: { id: 'Kode tidak terbaca', en: 'The code could not be read' },
  unreadableBody: {
    id: 'Pindai sekali lagi dengan layar ponsel yang bersih dan terang, atau ketik kodenya.',
    en: 'Scan again with a clean, bright phone screen, or type the code.',
  },
  refused: { id: 'Belum bisa sekarang', en: 'Not possible right now' },
  staffComing: { id: 'Petugas menuju ke sini', en: 'Staff are coming' },
  staffBody: { id: 'Silakan tunggu di dekat kios.', en: 'Please wait by the kiosk.' },
  cancel: { id: 'Batalkan', en: 'Cancel' },
} satisfies Texts

/** All texts of the kiosk, for the test that reads them. */
export const KIOSK_TEXTS: Record<string, Texts> = {
  ...{ ALWAYS, ASK, CAMERA, IDLE, KEYPAD, TICKET, PAPER, PRINTER_WHY, TURNED, WALK_IN },
}
