import type { ShownCall } from '../../protocol/faces.ts'
import { DisplayView } from '../../protocol/views.ts'

/** 10.24 in Makassar on the day of the samples. */
export const AT_10_24 = Date.parse('2026-11-24T10:24:00+08:00')

/** A call of the samples: made at `at`, for counter 3 unless told. */
export const callOf = (callNo: number, more: Partial<ShownCall> = {}): ShownCall => ({
  callNo,
  number: `A${String(callNo).padStart(3, '0')}`,
  counter: 3,
  at: AT_10_24,
  times: 1,
  lane: { letter: 'A', name: { id: 'M-Paspor', en: 'M-Paspor' }, shape: 'circle' },
  together: [],
  zone: null,
  window: { startAt: AT_10_24 - 24 * 60_000, endAt: AT_10_24 + 36 * 60_000 },
  ...more,
})

/** A display's view at 10.24, read through the protocol. */
export const viewOf = (more: Partial<DisplayView> = {}): DisplayView =>
  DisplayView.parse({
    role: 'display',
    epoch: 'e1',
    seq: 1,
    at: AT_10_24,
    office: { name: 'Kantor Imigrasi Kelas I TPI Denpasar', zone: 'Asia/Makassar' },
    day: '2026-11-24',
    live: [],
    last: [],
    lanes: [],
    serving: null,
    zone: null,
    counter: null,
    announcement: null,
    ticker: [],
    voice: { on: true, languages: ['id'], style: 'digits', zero: 'nol', times: 2 },
    hours: { status: 'open', name: null, nextAt: null },
    numbersUntilAt: null,
    outage: null,
    ...more,
  })
