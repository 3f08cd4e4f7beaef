import { TrackerView } from '../../protocol/views.ts'

/** A clock of the day of the samples, in Makassar, as an instant. */
export const at = (clock: string): number => Date.parse(`2026-11-24T${clock}:00+08:00`)

/** The ticket A037 at 10.11: on time, six ahead, likely called from 10.20 to 10.45, unless told. */
export const viewOf = (more: Partial<TrackerView> = {}): TrackerView =>
  TrackerView.parse({
    role: 'tracker',
    epoch: 'e1',
    seq: 1,
    at: at('10:11'),
    office: { name: 'Kantor Imigrasi Kelas I TPI Denpasar', zone: 'Asia/Makassar' },
    day: '2026-11-24',
    number: 'A037',
    lane: { letter: 'A', name: { id: 'M-Paspor', en: 'M-Paspor' }, shape: 'circle' },
    status: 'waiting',
    ahead: 6,
    window: { startAt: at('10:00'), endAt: at('11:00') },
    checkedInAt: at('10:07'),
    turnAt: at('10:07'),
    callableFromAt: at('09:00'),
    range: { fromAt: at('10:20'), untilAt: at('10:45') },
    stage: { id: 'Verifikasi berkas', en: 'Document check' },
    step: { no: 1, of: 2 },
    waitAt: { id: 'Ruang A, lantai 1', en: 'Room A, floor 1' },
    documents: [
      { id: 'e-KTP', en: 'Identity card' },
      { id: 'KK', en: 'Family card' },
      { id: 'akta, ijazah, atau buku nikah', en: 'birth certificate, diploma or marriage book' },
    ],
    counter: null,
    survey: null,
    hours: { status: 'open', name: null, nextAt: null },
    outage: null,
    ...more,
  })

/** The same view as a phone sees it while the line holds. */
export const live = (more: Partial<TrackerView> = {}) => ({ status: 'live', view: viewOf(more), lostAt: null }) as const
