/** A picture of a guide: its file in `docs/guide/`, the state of the album that it shows, its width in CSS pixels. */
export type GuidePicture = { file: string; room: string; state: string; width: number }

/** The pictures of `docs/panduan-petugas.md`, in its order. */
export const STAFF_PICTURES: readonly GuidePicture[] = [
  { file: 'buka-loket', room: 'counter', state: 'open', width: 920 },
  { file: 'loket-terbuka', room: 'counter', state: 'idle-queue', width: 920 },
  { file: 'melayani', room: 'counter', state: 'in-hand', width: 920 },
  { file: 'memanggil', room: 'counter', state: 'called', width: 920 },
  { file: 'bantu-pemohon', room: 'counter', state: 'help-visitor', width: 920 },
  { file: 'jendela-kecil', room: 'counter', state: 'in-hand-floating', width: 420 },
  { file: 'gangguan', room: 'counter', state: 'outage-and-kiosk-call', width: 920 },
  { file: 'tidak-tersambung', room: 'counter', state: 'offline', width: 920 },
  { file: 'kertas-habis', room: 'kiosk', state: 'printer-trouble', width: 432 },
]

/** The pictures of `docs/panduan-supervisor.md`, in its order. */
export const DESK_PICTURES: readonly GuidePicture[] = [
  { file: 'meja-lantai', room: 'supervisor-floor', state: 'floor', width: 960 },
  { file: 'meja-pindahkan', room: 'supervisor-floor', state: 'floor-move', width: 960 },
  { file: 'meja-pratinjau', room: 'supervisor-bookings', state: 'bookings-preview', width: 960 },
  { file: 'meja-kolom', room: 'supervisor-bookings', state: 'bookings-columns', width: 960 },
  { file: 'meja-tinjau', room: 'supervisor-office', state: 'office-review', width: 960 },
  { file: 'meja-penyiapan', room: 'supervisor-office', state: 'office-set-up-question', width: 960 },
  { file: 'meja-angka', room: 'supervisor-figures', state: 'figures', width: 960 },
  { file: 'meja-survei', room: 'supervisor-survey', state: 'survey', width: 960 },
  { file: 'meja-audit', room: 'supervisor-house', state: 'audit', width: 960 },
  { file: 'meja-webhook', room: 'supervisor-house', state: 'webhooks', width: 960 },
]

/** The pictures of every guide. */
export const GUIDE_PICTURES = [...STAFF_PICTURES, ...DESK_PICTURES]
