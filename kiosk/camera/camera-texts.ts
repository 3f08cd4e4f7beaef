import type { Words } from '../../protocol/ids.ts'
import type { CameraTrouble } from './camera-state.ts'

/** The camera's own words beside those of its screen. */
export const CAMERA = {
  opening: { id: 'Membuka kamera', en: 'Opening the camera' },
  'no-camera': { id: 'Kamera tidak ditemukan', en: 'No camera was found' },
  'not-allowed': { id: 'Kamera belum diizinkan', en: 'The camera is not allowed yet' },
  insecure: { id: 'Kamera belum bisa dipakai di kios ini', en: 'The camera cannot be used at this kiosk yet' },
  broken: { id: 'Kamera sedang tidak bisa dipakai', en: 'The camera cannot be used now' },
  otherwise: {
    id: 'Silakan ketik kode dari surat Anda, atau dekatkan ke pemindai di bawah layar. Anda tetap dilayani.',
    en: 'Please type the code from your letter, or hold it near the scanner below. You will be served all the same.',
  },
} satisfies Record<CameraTrouble | 'opening' | 'otherwise', Words>
