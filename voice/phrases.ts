import type { Words } from '../protocol/ids.ts'
import { clipOf, type Lang, type Piece } from './clip-of.ts'

/** What is said and nowhere written so: the words between numbers, and the notices of the displays. */
export const SAID = {
  number: { id: 'Nomor antrean', en: 'Ticket number' },
  yourNumber: { id: 'Nomor Anda', en: 'Your number' },
  and: { id: 'dan', en: 'and' },
  goToCounter: { id: 'silakan menuju loket', en: 'please go to counter' },
  floor: { id: 'di lantai', en: 'on floor' },
  /** Before an Indonesian hour, after an English one. */
  clock: { id: 'pukul', en: "o'clock" },
  /** Between hour and minutes; after an English hour of the afternoon. */
  past: { id: 'lewat', en: 'hundred' },
  minutes: { id: 'menit', en: 'minutes' },
  until: { id: 'sampai', en: 'to' },
  /** Single words of which offices make names of their own, "Ruang C, lantai 2". */
  counter: { id: 'loket', en: 'counter' },
  level: { id: 'lantai', en: 'floor' },
  room: { id: 'ruang', en: 'room' },
  choice: { id: 'Pilihan', en: 'Choice' },
  erased: { id: 'Dihapus', en: 'Deleted' },
  breakBegan: { id: 'Loket sedang istirahat.', en: 'The counters are on a break.' },
  resumes: { id: 'Panggilan mulai lagi', en: 'Calls resume at' },
  kept: { id: 'Nomor dan urutan Anda tetap tersimpan.', en: 'Your number and your place are kept.' },
  breakEnds: { id: 'Panggilan mulai lagi dalam lima menit.', en: 'Calls resume in five minutes.' },
  outage: { id: 'Ada gangguan sistem sejak', en: 'There has been a system outage since' },
  turnKept: { id: 'Giliran Anda dijaga.', en: 'Your turn is kept.' },
  recomputed: { id: 'Perkiraan dihitung ulang.', en: 'Times are being worked out again.' },
  closing: { id: 'Kios tutup', en: 'The kiosks close at' },
  stillServed: { id: 'Yang sudah punya nomor tetap dilayani.', en: 'Those with a number will be served.' },
  closed: { id: 'Kantor tutup. Terima kasih.', en: 'The office is closed. Thank you.' },
} satisfies Record<string, Words>

/** The clip of a phrase. */
export const sayPhrase = (words: Words, lang: Lang): Piece[] => [{ clip: clipOf(lang, words[lang]) }]
