import type { LaneFace } from '../../protocol/faces.ts'
import type { DisplayView } from '../../protocol/views.ts'
import { AT_10_24, callOf, viewOf } from './sample-views.ts'

const MIN = 60_000

/** The five lanes of the example office. */
export const LANES: readonly LaneFace[] = [
  { letter: 'A', name: { id: 'M-Paspor', en: 'M-Paspor' }, shape: 'circle' },
  { letter: 'R', name: { id: 'Prioritas', en: 'Priority' }, shape: 'diamond' },
  { letter: 'H', name: { id: 'Percepatan', en: 'Express' }, shape: 'arrow' },
  { letter: 'K', name: { id: 'Tanpa janji', en: 'Walk-in' }, shape: 'square' },
  { letter: 'M', name: { id: 'Pengambilan', en: 'Pickup' }, shape: 'hexagon' },
]

/** Lanes as a board shows them, each with a next number and when it is likely called. */
export const lanesOf = (faces: readonly LaneFace[], next = '038'): DisplayView['lanes'] =>
  faces.map((lane, i) => ({
    lane,
    next: `${lane.letter}${next}`,
    range: { fromAt: AT_10_24 + (1 + 5 * i) * MIN, untilAt: AT_10_24 + (11 + 10 * i) * MIN },
    waiting: 14 - i,
  }))

const [, PRIORITY, , WALK_IN] = LANES
/** A morning as the mock-ups draw it: five earlier calls, five lanes, the hour in service. */
export const MORNING: Partial<DisplayView> = {
  last: [
    callOf(36, { number: 'R008', counter: 1, window: null, ...(PRIORITY && { lane: PRIORITY }) }),
    callOf(35, { number: 'A036', counter: 5 }),
    callOf(34, { number: 'A035', counter: 2 }),
    callOf(33, { number: 'K004', counter: 4, window: null, ...(WALK_IN && { lane: WALK_IN }) }),
    callOf(32, { number: 'A034' }),
  ],
  lanes: lanesOf(LANES),
  serving: { startAt: AT_10_24 - 24 * MIN, endAt: AT_10_24 + 36 * MIN },
}

const LONG_ZONE = { name: { id: 'Ruang Pelayanan Wawancara', en: 'Interview hall' }, floor: 12 }
const FAMILY = ['A1038', 'A1039', 'A1040', 'A1041']
const longCall = (callNo: number) =>
  callOf(callNo, { number: `A${1000 + callNo}`, counter: 27, zone: LONG_ZONE, together: FAMILY })

/** Everything as long as it comes: names, numbers of five characters, counters of two digits, families, other floors. */
export const longView = (more: Partial<DisplayView> = {}): DisplayView =>
  viewOf({
    ...MORNING,
    office: {
      name: 'Kantor Imigrasi Kelas I Khusus Tempat Pemeriksaan Imigrasi Ngurah Rai dan Denpasar',
      zone: 'Asia/Makassar',
    },
    zone: LONG_ZONE,
    last: [66, 65, 64, 63, 62].map(longCall),
    lanes: lanesOf(
      LANES.map((lane) => ({ ...lane, name: { id: 'Pengambilan paspor', en: 'Passport pickup' } })),
      '1038',
    ),
    ticker: [
      {
        id: 'Siapkan dokumen asli: e-KTP, KK, dan satu dari akta kelahiran, ijazah, buku nikah, atau surat baptis; fotokopi ukuran A4',
        en: 'Have your originals ready: ID card, family card, and one of birth certificate, diploma, marriage book; copies on A4',
      },
    ],
    ...more,
  })

/** One live call of everything long. */
export const LONG_CALL = longCall(37)
