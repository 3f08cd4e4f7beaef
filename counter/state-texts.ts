import type { DeviceStatus, OutageScope, Outcome, Undoable } from '../protocol/commands.ts'
import type { Arrival } from '../protocol/faces.ts'
import type { Words } from '../protocol/ids.ts'
import type { OtherCounter, Queued } from '../protocol/views.ts'

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

/** What another counter does; a number at work stands for itself. */
export const OTHERS = {
  closed: { id: 'tutup', en: 'closed' },
  free: { id: 'siap', en: 'free' },
  paused: { id: 'jeda', en: 'paused' },
  called: { id: 'panggil', en: 'calls' },
  serving: { id: 'layani', en: 'serves' },
} satisfies Record<OtherCounter['status'], Words>

/** What a printer needs, or how it is, after its name. */
export const PRINTERS = {
  ready: { id: 'siap', en: 'ready' },
  'paper-low': { id: 'kertas hampir habis', en: 'paper is low' },
  'no-paper': { id: 'kertas habis', en: 'out of paper' },
  'cover-open': { id: 'tutup terbuka', en: 'cover is open' },
  jammed: { id: 'kertas tersangkut', en: 'paper jam' },
  hot: { id: 'sedang mendingin', en: 'cooling down' },
  offline: { id: 'tidak tersambung', en: 'offline' },
  fault: { id: 'rusak', en: 'fault' },
} satisfies Record<DeviceStatus, Words>

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
