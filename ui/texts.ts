import type { Words } from '../protocol/ids.ts'
import type { Refusal, RefusalCode } from '../protocol/refusals.ts'

/** The two languages of the screens; Indonesian comes first and is what a screen starts in. */
export const LANGS = ['id', 'en'] as const
export type Lang = (typeof LANGS)[number]

/** A text in one language. */
export const say = (words: Words, lang: Lang): string => words[lang]

/** The other language of two, for a button that offers it. */
export const otherLang = (lang: Lang): Lang => (lang === 'id' ? 'en' : 'id')

/** Fills the blanks of a text: `fill('Loket {loket}', { loket: 3 })`. A blank without a filling stays to be seen. */
export const fill = (text: string, fillings: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (blank, name: string) => String(fillings[name] ?? blank))

/** Words that several screens say in the same way. */
export const SHARED = {
  counter: { id: 'Loket {loket}', en: 'Counter {loket}' },
  yourWindow: { id: 'Jam Anda', en: 'Your hour' },
  waitAt: { id: 'Tunggu di', en: 'Wait in' },
  loading: { id: 'Layar sedang disiapkan', en: 'Getting ready' },
  notConnected: { id: 'Tidak tersambung', en: 'Offline' },
  notPaired: { id: 'Perangkat ini belum dipasangkan', en: 'This device is not paired' },
  howToPair: {
    id: 'Petugas: di komputer server jalankan "npm run -s antrean -- pair {role} {place}", lalu buka tautannya di perangkat ini.',
    en: 'Staff: on the server computer run "npm run -s antrean -- pair {role} {place}", then open its link on this device.',
  },
} satisfies Record<string, Words>

const REFUSALS: Record<RefusalCode, Words> = {
  'not-permitted': { id: 'Perangkat ini tidak boleh melakukan itu.', en: 'This device may not do that.' },
  'staff-needed': { id: 'Masuk dulu dengan nomor petugas dan PIN.', en: 'Sign in first with a staff number and PIN.' },
  'command-id-reused': {
    id: 'Permintaan ini tercampur dengan yang lain. Ulangi.',
    en: 'Requests were mixed up. Try again.',
  },
  'disk-refuses': {
    id: 'Komputer server tidak bisa menyimpan. Tidak ada yang berubah; hubungi teknisi.',
    en: 'The server cannot save. Nothing was changed; call the technician.',
  },
  'office-not-ready': { id: 'Kantor belum disiapkan di server.', en: 'The office is not set up on the server yet.' },
  'office-in-use': {
    id: 'Masih ada pemohon hari ini yang tahap atau loketnya akan hilang. Ubah sesudah tutup.',
    en: 'Somebody here today would lose their stage or counter. Change it after closing.',
  },
  'day-not-open': { id: 'Hari layanan belum dibuka.', en: 'The day is not open yet.' },
  'day-not-after': {
    id: 'Hari itu sudah lewat atau sudah pernah dibuka.',
    en: 'That day has passed or was open before.',
  },
  'unknown-place': {
    id: 'Perangkat ini belum terdaftar di data kantor.',
    en: 'This device is not in the office data.',
  },
  'unknown-stage': { id: 'Tahap itu tidak ada di data kantor.', en: 'That stage is not in the office data.' },
  'unknown-service': { id: 'Layanan itu tidak ada di data kantor.', en: 'That service is not in the office data.' },
  'unknown-ticket': { id: 'Nomor itu tidak ditemukan hari ini.', en: 'That number was not found today.' },
  'unknown-slip': { id: 'Tiket kertas itu tidak ditemukan.', en: 'That slip was not found.' },
  'counter-closed': { id: 'Loket ini belum dibuka.', en: 'This counter is not open.' },
  'counter-open': { id: 'Loket ini sudah dibuka.', en: 'This counter is already open.' },
  'counter-busy': { id: 'Masih ada nomor di loket ini.', en: 'A number is still at this counter.' },
  'nobody-callable': { id: 'Belum ada yang boleh dipanggil.', en: 'Nobody may be called yet.' },
  'not-in-hand': {
    id: 'Nomor itu tidak lagi di loket ini. Antrean diperbarui.',
    en: 'That number is no longer at this counter. Queue refreshed.',
  },
  'wrong-step': { id: 'Langkah itu sudah lewat. Antrean diperbarui.', en: 'That step has passed. Queue refreshed.' },
  'counter-paused': { id: 'Loket ini sedang dijeda.', en: 'This counter is paused.' },
  'recall-too-soon': { id: 'Baru saja dipanggil. Tunggu {detik} detik.', en: 'Called a moment ago. Wait {detik} s.' },
  'recall-limit': {
    id: 'Sudah dipanggil berulang. Tekan "belum datang" bila orangnya tidak ada.',
    en: 'Called several times. Press "not here" if nobody came.',
  },
  'nothing-to-undo': { id: 'Tidak ada yang bisa diurungkan lagi.', en: 'There is nothing left to undo.' },
  'not-waiting': { id: 'Nomor itu tidak sedang menunggu.', en: 'That number is not waiting.' },
  'not-parked-here': { id: 'Nomor itu tidak dititipkan di loket ini.', en: 'That number is not set aside here.' },
  'counter-not-open': {
    id: 'Belum ada loket terbuka yang melayani itu.',
    en: 'No open counter serves that.',
  },
  'unknown-reason': { id: 'Pilih salah satu alasan yang tersedia.', en: 'Choose one of the reasons listed.' },
  'lane-full': {
    id: 'Nomor jalur ini habis untuk hari ini. Petugas bisa membantu.',
    en: 'This lane has no numbers left today. Staff can help.',
  },
  'lane-closed': {
    id: 'Nomor jalur ini tidak diberikan pada jam ini.',
    en: 'This lane gives no numbers at this hour.',
  },
  'staff-grant-needed': { id: 'Nomor ini diberikan oleh petugas.', en: 'Staff give this number.' },
  'nothing-to-override': {
    id: 'Tidak perlu: aturan sudah terpenuhi untuk nomor ini.',
    en: 'Not needed: the rule already holds for this number.',
  },
  'outage-known': { id: 'Keadaan gangguan sudah tercatat begitu.', en: 'The outage is already recorded so.' },
  'unknown-booking': {
    id: 'Kode ini tidak ada dalam daftar janji. Periksa hurufnya satu per satu.',
    en: 'No list has this code. Check it letter by letter.',
  },
  'time-impossible': {
    id: 'Jam tidak mungkin: harus hari ini, berurutan, dan tidak di masa depan.',
    en: 'These times cannot be: they must be of today, in order, and not in the future.',
  },
  'too-old': {
    id: 'Permintaan tadi terlambat sampai, jadi tidak dijalankan. Tekan lagi bila masih perlu.',
    en: 'That came too late, so it was not done. Press again if it is still needed.',
  },
  'disk-full': {
    id: 'Penyimpanan server hampir penuh, jadi nomor baru belum diberikan. Petugas akan membantu.',
    en: 'The server is almost out of space, so no new number is given yet. Staff will help.',
  },
  'reprint-limit': {
    id: 'Tiket sudah dicetak ulang. Petugas bisa membantu.',
    en: 'Already printed again. Staff can help.',
  },
  'nothing-offered': {
    id: 'Pilihan itu sudah tidak berlaku. Pindai sekali lagi.',
    en: 'That choice has ended. Scan again.',
  },
  'not-invited': {
    id: 'Nomor itu tidak, atau tidak lagi, diundang mengisi survei.',
    en: 'That number is not, or no longer, asked to answer the survey.',
  },
  'sign-in-failed': { id: 'Nomor petugas atau PIN tidak cocok.', en: 'The staff number or PIN does not match.' },
  'sign-in-locked': {
    id: 'Terlalu banyak percobaan. Coba lagi {detik} detik.',
    en: 'Too many tries. Try again in {detik} s.',
  },
  'signed-in-elsewhere': {
    id: 'Petugas lain sedang masuk di loket ini.',
    en: 'Somebody else is signed in at this counter.',
  },
}

/** Why something was not done, as one sentence for people. Takes the code alone or the whole refusal. */
export const refusalText = (refusal: RefusalCode | Refusal, lang: Lang): string => {
  const { code, retryInSec } = typeof refusal === 'string' ? { code: refusal, retryInSec: undefined } : refusal
  return fill(REFUSALS[code][lang], { detik: retryInSec ?? 60 })
}

/** Every refusal's words, for the test that reads them all. */
export const REFUSAL_WORDS: Readonly<Record<RefusalCode, Words>> = REFUSALS
