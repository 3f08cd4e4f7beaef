/** A picture of the staff's guide: its file in `docs/guide/`, the state of the album that it shows, its width in CSS pixels. */
export type GuidePicture = { file: string; room: string; state: string; width: number }

/** All pictures of `docs/panduan-petugas.md`, in its order. */
export const GUIDE_PICTURES: readonly GuidePicture[] = [
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
