import { CounterView, type Queued } from '../../protocol/views.ts'

/** 10.31 in Makassar on the day of the samples. */
export const AT_10_31 = Date.parse('2026-11-24T10:31:00+08:00')
/** A clock of that day as an instant. */
export const at = (clock: string): number => Date.parse(`2026-11-24T${clock}:00+08:00`)

const lane = { letter: 'A', name: { id: 'M-Paspor', en: 'M-Paspor' }, shape: 'circle' } as const
const named = (id: string, words: string) => ({ id, name: { id: words, en: `${words} (en)` } })
const interview = { id: 'interview', name: { id: 'Wawancara dan foto', en: 'Interview and photo' } }
const documents = { id: 'documents', name: { id: 'Verifikasi berkas', en: 'Document check' } }
const pickup = { id: 'pickup', name: { id: 'Pengambilan', en: 'Pickup' } }

/** A waiting ticket, on time for 10.00–11.00 unless told. */
export const queuedOf = (number: string, more: Partial<Queued> = {}): Queued => ({
  ticketId: `2026-11-24/${number}`,
  number,
  lane,
  window: { startAt: at('10:00'), endAt: at('11:00') },
  stage: 'documents',
  arrival: 'on-time',
  turnAt: at('10:02'),
  callableFromAt: at('09:00'),
  range: null,
  keptFor: null,
  setBackMin: 0,
  priority: false,
  startBy: null,
  condition: 'ready',
  ...more,
})

/** The one whom `CallNext` would take. */
export const nextOf = (queued: Queued, helping = false) => ({
  ...queued,
  service: { id: 'Paspor baru', en: 'New passport' },
  helping,
})

/** A ticket in hand: called at 10.24, and served since then unless told. */
export const inHandOf = (
  more: Partial<NonNullable<CounterView['inHand']>> = {},
): NonNullable<CounterView['inHand']> => ({
  ticketId: '2026-11-24/A037',
  number: 'A037',
  lane,
  service: { id: 'Paspor baru', en: 'New passport' },
  window: { startAt: at('10:00'), endAt: at('11:00') },
  checkedInAt: at('10:07'),
  arrival: 'on-time' as const,
  priority: false,
  turnAt: at('10:07'),
  callableFromAt: at('09:00'),
  setBackMin: 0,
  stage: documents.name,
  waitAt: { id: 'Ruang A, lantai 1', en: 'Room A, floor 1' },
  documents: [{ id: 'e-KTP', en: 'Identity card' }],
  step: 'serving' as const,
  calledAt: at('10:24'),
  lastCalledAt: at('10:24'),
  times: 1,
  startedAt: at('10:24'),
  standardMin: 10,
  nextStage: interview.name,
  range: null,
  recallFromAt: at('10:24'),
  recallsLeft: 2,
  together: [],
  asked: [],
  ...more,
})

/** The view of counter 3 at 10.31, open and attended, read through the protocol. */
export const viewOf = (more: Partial<CounterView> = {}): CounterView =>
  CounterView.parse({
    role: 'counter',
    epoch: 'e1',
    seq: 1,
    at: AT_10_31,
    office: { name: 'Kantor Imigrasi Kelas I TPI Denpasar', zone: 'Asia/Makassar' },
    day: '2026-11-24',
    place: '3',
    staff: '07',
    offers: { stages: [documents], helps: [pickup] },
    open: { stages: [documents], helps: [pickup], openedAt: at('08:00') },
    openedBy: '07',
    lockMin: 5,
    lockedNumber: null,
    inHand: null,
    paused: null,
    undo: null,
    parked: [],
    next: null,
    queue: [],
    waiting: 0,
    others: [],
    targets: { stages: [interview], counters: [{ counter: 4, stages: [interview, pickup] }] },
    reasons: {
      override: [named('urgent', 'Keperluan mendesak'), named('with-family', 'Bersama keluarga')],
      extraDocument: [named('copy', 'Fotokopi'), named('letter', 'Surat rekomendasi')],
      pause: [named('rest', 'Istirahat'), named('prayer', 'Salat')],
      walkIn: [named('app-trouble', 'Aplikasi bermasalah')],
    },
    services: [named('passport-new', 'Paspor baru'), named('passport-lost', 'Paspor hilang')],
    outage: null,
    hours: { status: 'always', name: null, nextAt: null },
    kiosks: ['1', '2'],
    staffCalls: [],
    printers: [],
    ...more,
  })

/** Another counter, closed unless told. */
export const otherOf = (counter: number, more: Partial<CounterView['others'][number]> = {}) => ({
  ...{ counter, status: 'closed' as const, ticketId: null, number: null, since: null },
  ...more,
})

/** The same view as a screen sees it while the line holds. */
export const live = (more: Partial<CounterView> = {}) => ({ status: 'live', view: viewOf(more), lostAt: null }) as const
