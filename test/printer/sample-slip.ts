import { type PrinterModel, readModel } from '../../printer/model.ts'
import type { Slip } from '../../protocol/views.ts'

/** 2026-11-24 at this clock time in Denpasar (UTC+8). */
export const denpasar = (hour: number, minute: number): number => Date.UTC(2026, 10, 24, hour - 8, minute)

/** A printer model that the product comes with. */
export const modelOf = (id: string): PrinterModel => {
  const model = readModel(id)
  if (model === null) throw new Error(`no model ${id}`)
  return model
}

/** 80 mm and 203 dpi, neither automatic status nor process ids. */
export const GENERIC = modelOf('generic-80')

/** The address the office's phones reach it by. */
export const ADDRESS = 'http://192.168.1.10:8080'

/** The slip of the mock-up: window 10.00-11.00, arrived at 10.07, new passport. */
export const sampleSlip = (change: Partial<Slip> = {}): Slip => ({
  slipId: '2026-11-24/A037/1',
  number: 'A037',
  lane: { letter: 'A', name: { id: 'M-Paspor', en: 'M-Paspor' }, shape: 'circle' },
  service: { id: 'Paspor baru', en: 'New passport' },
  window: { startAt: denpasar(10, 0), endAt: denpasar(11, 0) },
  checkedInAt: denpasar(10, 7),
  arrival: 'on-time',
  priority: false,
  turnAt: denpasar(10, 7),
  callableFromAt: denpasar(9, 0),
  setBackMin: 0,
  range: { fromAt: denpasar(10, 20), untilAt: denpasar(10, 45) },
  stage: { id: 'Verifikasi berkas', en: 'Document check' },
  waitAt: { id: 'Ruang A, lantai 1', en: 'Room A, floor 1' },
  documents: [
    { id: 'e-KTP', en: 'e-KTP (identity card)' },
    { id: 'Kartu Keluarga (KK)', en: 'Family card (KK)' },
    {
      id: 'Akta kelahiran, ijazah, atau buku nikah: salah satu',
      en: 'One of: birth certificate, diploma, marriage book',
    },
  ],
  office: 'Kantor Imigrasi Kelas I TPI Denpasar',
  zone: 'Asia/Makassar',
  day: '2026-11-24',
  mark: 'original',
  state: 'queued',
  statusPath: '/t/Zm9vYmFyYmF6cXV4MDEyMw',
  ...change,
})
