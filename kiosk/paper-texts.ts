import type { Words } from '../protocol/ids.ts'

/** Paper trouble. */
export const PAPER = {
  printing: { id: 'Tiket sedang dicetak', en: 'Printing your slip' },
  printingBody: { id: 'Sebentar, tiket keluar di bawah.', en: 'One moment, it comes out below.' },
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
