import type { DeviceStatus } from '../protocol/commands.ts'
import type { Words } from '../protocol/ids.ts'

/** Paper trouble. */
export const PAPER = {
  printing: { id: 'Tiket sedang dicetak', en: 'Printing your slip' },
  printingBody: { id: 'Sebentar, tiket keluar di bawah.', en: 'One moment, it comes out below.' },
  hotBody: {
    id: 'Pencetak sedang mendingin. Tiket keluar sendiri sebentar lagi.',
    en: 'The printer is cooling down. Your slip comes out by itself in a moment.',
  },
  ask: { id: 'Tiket sudah keluar di bawah?', en: 'Has your slip come out below?' },
  came: { id: 'Sudah, selesai', en: 'Yes, done' },
  missing: { id: 'Tidak keluar', en: 'No, it has not' },
  elsewhere: { id: 'Ambil tiket di kios {kios}.', en: 'Take your slip at kiosk {kios}.' },
  trouble: { id: 'Tiket belum tercetak', en: 'Your slip did not print' },
  troubleBody: {
    id: 'Nomor Anda tetap sah. Anda tidak perlu mengulang.',
    en: 'Your number is valid. You need not start again.',
  },
  photo: { id: 'Foto layar ini', en: 'Photograph this screen' },
  photoBody: {
    id: 'Tidak ada ponsel? Catat nomornya, atau panggil petugas.',
    en: 'No phone? Write the number down, or call staff.',
  },
  again: { id: 'Coba cetak lagi', en: 'Try again' },
  kept: { id: 'Sudah saya simpan', en: 'I have it' },
  limit: { id: 'Tiket sudah dicetak ulang', en: 'Already printed again' },
  limitBody: {
    id: 'Nomor Anda tetap berlaku. Petugas dapat membantu bila tiketnya hilang.',
    en: 'Your number is still valid. Staff can help if the slip is lost.',
  },
} satisfies Record<string, Words>

/** What keeps the paper from coming, for whoever comes to help; nothing where the printer itself is fine. */
export const PRINTER_WHY: Partial<Record<DeviceStatus, Words>> = {
  'no-paper': { id: 'Kertas pencetak habis.', en: 'The printer is out of paper.' },
  'cover-open': { id: 'Tutup pencetak terbuka.', en: 'The printer is open.' },
  jammed: { id: 'Kertas tersangkut di pencetak.', en: 'Paper is stuck in the printer.' },
  offline: { id: 'Pencetak tidak tersambung.', en: 'The printer is not connected.' },
  fault: { id: 'Pencetak rusak.', en: 'The printer is broken.' },
}
