import type { Words } from '../protocol/ids.ts'

/** Typing a code. */
export const KEYPAD = {
  headline: { id: 'Ketik kode dari surat Anda', en: 'Type the code from your letter' },
  body: {
    id: 'Kode ada di bawah gambar QR. Huruf besar atau kecil sama saja.',
    en: 'The code is below the QR picture. Capital or small letters are the same.',
  },
  field: { id: 'Kode, {n} huruf terisi', en: 'Code, {n} characters entered' },
  cells: { id: 'Kode, {n} dari {total} terisi', en: 'Code, {n} of {total} entered' },
  zero: { id: 'bergaris = angka nol', en: 'with a stroke = zero' },
  letterO: { id: '= huruf o', en: '= letter o' },
  one: { id: '= angka satu', en: '= one' },
  letterI: { id: '= huruf i', en: '= letter i' },
  keys: { id: 'Papan ketik', en: 'Keypad' },
  back: { id: 'Kembali', en: 'Back' },
  erase: { id: 'Hapus', en: 'Delete' },
  find: { id: 'Cari janji saya', en: 'Find my appointment' },
  missing: { id: 'kurang {n} lagi', en: '{n} more to go' },
  empty: { id: 'isi kodenya dulu', en: 'enter the code first' },
} satisfies Record<string, Words>
