import type { DeviceStatus } from '../../protocol/commands.ts'
import type { PrinterFace, ScreenFace } from '../../protocol/devices-view.ts'
import type { Words } from '../../protocol/ids.ts'
import type { DeviceRole } from '../../protocol/roles.ts'

/** The words of the page of devices. `{jam}`, `{n}`, `{no}` and `{apa}` are filled in. */
export const DEVICES = {
  head: { id: 'Perangkat', en: 'Devices' },
  allWell: { id: 'Tidak ada perangkat yang perlu dilihat.', en: 'No device needs to be looked at.' },
  toSee: { id: '{n} perangkat perlu dilihat.', en: 'Devices to look at: {n}.' },
  stale: { id: 'Server tidak menjawab. Keadaan pukul {jam}.', en: 'The server does not answer. As it was at {jam}.' },
  loading: { id: 'Memuat', en: 'Loading' },

  printers: { id: 'Pencetak', en: 'Printers' },
  since: { id: 'sejak {jam}', en: 'since {jam}' },
  never: { id: 'belum pernah melapor', en: 'never reported' },
  noTrouble: { id: 'Belum pernah ada gangguan.', en: 'No trouble so far.' },
  trouble: { id: 'Gangguan terakhir: {apa}, {jam}', en: 'Last trouble: {apa}, {jam}' },
  troubles: { id: '{n} kali hari ini', en: '{n} today' },
  papers: { id: 'Kertas hari ini', en: "Today's papers" },
  spare: { id: 'Cadangan', en: 'Spare' },

  open: { id: 'Kertas yang belum pasti keluar', en: 'Papers that are not confirmed' },
  noneOpen: { id: 'Setiap nomor sudah punya kertasnya.', en: 'Every number has its paper.' },
  number: { id: 'Nomor', en: 'Number' },
  printer: { id: 'Pencetak', en: 'Printer' },
  state: { id: 'Keadaan', en: 'State' },
  sinceHead: { id: 'Sejak', en: 'Since' },
  more: { id: 'Dan {n} kertas lain.', en: 'And {n} more.' },

  screens: { id: 'Layar dan agen', en: 'Screens and agents' },
  connected: { id: 'Tersambung sejak {jam}', en: 'Connected since {jam}' },
  lines: { id: '{n} sambungan', en: '{n} lines' },
  lastSeen: { id: 'Tidak tersambung, terakhir {jam}', en: 'Offline, last seen {jam}' },
  gone: { id: 'Tidak tersambung, belum pernah terlihat', en: 'Offline, never seen' },
  notPaired: { id: 'Belum dipasangkan', en: 'Not paired' },
  mute: { id: 'tidak terdengar', en: 'cannot be heard' },

  scanners: { id: 'Pemindai pada server', en: 'Scanners at the server' },
  scanner: { id: 'Pemindai kios {no}', en: 'Scanner of kiosk {no}' },
  read: { id: '{n} kode terbaca', en: '{n} codes read' },
  lastRead: { id: 'terakhir {jam}', en: 'last {jam}' },
  spoiled: { id: '{n} kali tidak terbaca', en: '{n} not readable' },
  /** An instant of another day than the view's: `24 November, 10.31`. */
  otherDay: { id: '{tanggal} {bulan}, {jam}', en: '{tanggal} {bulan}, {jam}' },
} satisfies Record<string, Words>

/** Where a printer is driven. */
export const DRIVEN: Record<PrinterFace['driven'], Words> = {
  server: { id: 'pada server', en: 'at the server' },
  agent: { id: 'pada komputer kios', en: "at the kiosk's computer" },
  simulated: { id: 'simulasi', en: 'simulated' },
}

/** How papers stand, by `papers` of a printer; the marked ones are among all of them. */
export const PAPERS: Record<keyof PrinterFace['papers'], Words> = {
  printed: { id: 'Tercetak', en: 'Printed' },
  queued: { id: 'Menunggu', en: 'Waiting' },
  sending: { id: 'Sedang dicetak', en: 'Printing' },
  unproven: { id: 'Belum terbukti', en: 'Not proven' },
  uncertain: { id: 'Tidak pasti', en: 'Uncertain' },
  failed: { id: 'Tidak keluar', en: 'Did not come' },
  reprint: { id: 'Cetak ulang', en: 'Reprints' },
}

/** The order in which a printer's papers are counted. */
export const PAPER_ORDER = ['printed', 'queued', 'sending', 'unproven', 'uncertain', 'failed', 'reprint'] as const

/** Roles in the order of the list. */
export const SCREEN_ROLES: readonly ScreenFace['role'][] = ['kiosk', 'agent', 'display', 'counter', 'survey']

/** Name of a place with its number: `Kios 1`. */
export const PLACES: Record<DeviceRole, Words> = {
  kiosk: { id: 'Kios {no}', en: 'Kiosk {no}' },
  display: { id: 'Layar panggil {no}', en: 'Display {no}' },
  counter: { id: 'Loket {no}', en: 'Counter {no}' },
  printer: { id: 'Pencetak {no}', en: 'Printer {no}' },
  agent: { id: 'Agen kios {no}', en: 'Agent of kiosk {no}' },
  survey: { id: 'Survei {no}', en: 'Survey {no}' },
  integration: { id: 'Integrasi {no}', en: 'Integration {no}' },
}

/** How a printer stands, in words. */
export const PRINTER_STATES: Record<DeviceStatus, Words> = {
  ready: { id: 'Siap', en: 'Ready' },
  'paper-low': { id: 'Kertas hampir habis', en: 'Paper is low' },
  'no-paper': { id: 'Kertas habis', en: 'Out of paper' },
  'cover-open': { id: 'Tutup terbuka', en: 'Cover is open' },
  jammed: { id: 'Kertas tersangkut', en: 'Paper jam' },
  hot: { id: 'Sedang mendingin', en: 'Cooling down' },
  offline: { id: 'Tidak tersambung', en: 'Offline' },
  fault: { id: 'Rusak', en: 'Fault' },
}
