import type { AddressTrouble, DeliveryResult, HookFace } from '../../protocol/desk/webhooks.ts'
import type { Words } from '../../protocol/ids.ts'
import type { WebhookEvent } from '../../protocol/webhook-messages.ts'
import { fill, type Lang, say } from '../../ui/texts.ts'

/** What the webhooks' page says. */
export const HOOKS = {
  name: { id: 'Webhook', en: 'Webhooks' },
  about: {
    id: 'Program lain diberi tahu tentang nomor, loket, dan jam; tidak pernah tentang orang',
    en: 'Other programs are told of numbers, counters and times; never of people',
  },
  add: { id: 'Tambah penerima', en: 'Add a receiver' },
  receivers: { id: 'Penerima', en: 'Receivers' },
  url: { id: 'Alamat', en: 'Address' },
  rule: {
    id: 'https, atau http di jaringan kantor sendiri.',
    en: "https, or http within the office's own network.",
  },
  ruleExample: {
    id: 'https, atau http di jaringan kantor sendiri; di kantor contoh juga komputer ini.',
    en: "https, or http within the office's own network; in an example office this computer as well.",
  },
  events: { id: 'Peristiwa', en: 'Events' },
  save: { id: 'Simpan', en: 'Save' },
  secret: {
    id: 'Kunci penerima baru. Salin sekarang; kunci ini tidak akan ditampilkan lagi:',
    en: "The new receiver's secret. Copy it now; it will not be shown again:",
  },
  state: { id: 'Keadaan', en: 'State' },
  lastTry: { id: 'Kiriman terakhir', en: 'Last delivery' },
  backlog: { id: 'Menunggu', en: 'Waiting' },
  acts: { id: 'Tindakan', en: 'Actions' },
  test: { id: 'Kirim uji', en: 'Send a test' },
  on: { id: 'Nyalakan', en: 'Switch on' },
  off: { id: 'Matikan', en: 'Switch off' },
  remove: { id: 'Hapus', en: 'Remove' },
  removeSure: {
    id: 'Hapus penerima ini? Kuncinya tidak berlaku lagi.',
    en: 'Remove this receiver? Its secret is void then.',
  },
  none: {
    id: 'Belum ada penerima. Tambah satu bila program lain perlu tahu.',
    en: 'No receivers yet. Add one when another program needs to know.',
  },
  tries: { id: 'Kiriman, 50 terakhir', en: 'The last 50 deliveries' },
  time: { id: 'Waktu', en: 'Time' },
  attempt: { id: 'Percobaan', en: 'Try' },
  result: { id: 'Hasil', en: 'Result' },
  noTries: { id: 'Belum ada kiriman.', en: 'Nothing was sent yet.' },
  full: { id: 'Sudah 20 penerima; hapus satu dulu.', en: 'There are 20 receivers already; remove one first.' },
  nextTry: { id: 'dicoba lagi {jam}', en: 'tried again at {jam}' },
  done: { id: 'Tersimpan.', en: 'Saved.' },
} satisfies Record<string, Words>

/** How a receiver is. */
export const STATES: Record<HookFace['state'] | 'failing', Words> = {
  on: { id: 'Menyala', en: 'On' },
  off: { id: 'Mati', en: 'Off' },
  stopped: { id: 'Dihentikan: tidak menjawab', en: 'Stopped: no answer' },
  failing: { id: 'Belum sampai', en: 'Not getting through' },
}

/** Why an address is not taken. */
export const ADDRESSES: Record<AddressTrouble, Words> = {
  'no-address': { id: 'Alamat ini tidak dapat dipakai.', en: 'This is no address that can be used.' },
  'needs-https': {
    id: 'Di luar jaringan kantor alamat harus https.',
    en: "Outside of the office's network it must be https.",
  },
  forbidden: {
    id: 'Alamat ini menuju komputer ini sendiri atau alamat yang tidak boleh dipakai.',
    en: 'This leads to this computer itself or where none may.',
  },
}

const isTrouble = (text: string): text is AddressTrouble => Object.hasOwn(ADDRESSES, text)

/** Why the office did not take a receiver, from the detail of its answer; null when it says something else. */
export const notTakenText = (detail: string | null, lang: Lang): string | null => {
  if (detail === 'full') return say(HOOKS.full, lang)
  return detail !== null && isTrouble(detail) ? say(ADDRESSES[detail], lang) : null
}

/** What came of a delivery, in a few words. */
export const resultText = (result: DeliveryResult, lang: Lang): string => {
  switch (result.kind) {
    case 'delivered':
      return fill(lang === 'id' ? 'Sampai ({status})' : 'Delivered ({status})', { status: result.status })
    case 'answered':
      return fill(lang === 'id' ? 'Dijawab {status}' : 'Answered {status}', { status: result.status })
    case 'timed-out':
      return lang === 'id' ? 'Tidak dijawab dalam 10 detik' : 'No answer within 10 seconds'
    case 'unreachable':
      return lang === 'id' ? 'Tidak tersambung' : 'Not reached'
    case 'refused':
      return say(ADDRESSES[result.trouble], lang)
  }
}

/** What receivers may be told, in words. */
export const EVENTS: Record<WebhookEvent, Words> = {
  'day.opened': { id: 'Hari kerja dibuka', en: 'Day opened' },
  'day.closed': { id: 'Hari kerja ditutup', en: 'Day closed' },
  'ticket.checked-in': { id: 'Nomor diberikan', en: 'Number given' },
  'ticket.called': { id: 'Dipanggil', en: 'Called' },
  'ticket.recalled': { id: 'Dipanggil ulang', en: 'Called again' },
  'ticket.started': { id: 'Mulai dilayani', en: 'Case begun' },
  'ticket.finished': { id: 'Tahap selesai', en: 'Stage over' },
  'ticket.missed': { id: 'Belum datang', en: 'Did not come' },
  'counter.opened': { id: 'Loket dibuka', en: 'Counter opened' },
  'counter.closed': { id: 'Loket ditutup', en: 'Counter closed' },
  'counter.paused': { id: 'Loket jeda', en: 'Counter paused' },
  'counter.resumed': { id: 'Loket melayani lagi', en: 'Counter serves again' },
  'outage.started': { id: 'Gangguan mulai', en: 'Outage began' },
  'outage.ended': { id: 'Gangguan selesai', en: 'Outage over' },
  'hours.set': { id: 'Jam kerja diubah', en: 'Hours changed' },
  'agenda.imported': { id: 'Daftar janji dimasukkan', en: 'Agenda entered' },
  'office.configured': { id: 'Pengaturan diubah', en: 'Settings changed' },
  'device.reported': { id: 'Keadaan pencetak', en: 'State of a printer' },
}
