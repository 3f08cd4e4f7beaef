import { KioskView, type Visit } from '../../protocol/views.ts'
import { at, DENPASAR, TODAY, window } from '../support/denpasar.ts'

type Ticket = NonNullable<Visit['ticket']>

/** 10.07 in Denpasar: the instant of the views of these tests, epoch ms. */
export const NOW = at('10.07')

/** A ticket of the hour 10.00–11.00, its paper out. */
export const ticketOf = (change: Partial<Ticket> = {}): Ticket => ({
  ticketId: `${TODAY}/A037`,
  number: 'A037',
  lane: { letter: 'A', name: { id: 'M-Paspor', en: 'M-Paspor' }, shape: 'circle' },
  service: { id: 'Paspor baru', en: 'New passport' },
  window: window('10.00-11.00'),
  checkedInAt: NOW,
  arrival: 'on-time',
  priority: false,
  turnAt: at('10.00'),
  callableFromAt: NOW,
  setBackMin: 0,
  range: { fromAt: at('10.20'), untilAt: at('10.45') },
  stage: { id: 'Wawancara dan foto', en: 'Interview and photo' },
  waitAt: { id: 'Ruang A, lantai 1', en: 'Room A, floor 1' },
  documents: [
    { id: 'e-KTP', en: 'Identity card (e-KTP)' },
    { id: 'Kartu Keluarga (KK)', en: 'Family card (KK)' },
    {
      id: 'Akta kelahiran, ijazah, atau buku nikah: salah satu',
      en: 'Birth certificate, diploma or marriage book: one of them',
    },
  ],
  paper: 'printed',
  paperAt: null,
  reprintsLeft: 1,
  counter: null,
  family: null,
  ...change,
})

/** A visit of this moment. */
export const visitOf = (verdict: Visit['verdict'], change: Partial<Visit> = {}): Visit => ({
  visitId: 'visit-00000000000000001',
  at: NOW,
  verdict,
  ticket: null,
  booked: null,
  documents: [],
  ...change,
})

/** A service that a kiosk gives numbers of without a booking. */
export const offerOf = (change: Partial<KioskView['walkIn'][number]> = {}): KioskView['walkIn'][number] => ({
  service: 'passport-new',
  name: { id: 'Paspor baru', en: 'New passport' },
  documents: [],
  left: 12,
  fromAt: at('07.30'),
  untilAt: at('14.30'),
  grantedBy: 'kiosk',
  ...change,
})

/** What a kiosk sees on an open day with nobody before it; parsed, so that no test speaks of a view that cannot be. */
export const viewOf = (change: Partial<KioskView> = {}): KioskView =>
  KioskView.parse({
    role: 'kiosk',
    epoch: 'epoch-1',
    seq: 1,
    at: NOW,
    office: { name: DENPASAR.name, zone: DENPASAR.zone },
    day: TODAY,
    place: '1',
    codeLength: 8,
    visit: null,
    staffCalledAt: null,
    printer: 'ready',
    walkIn: [],
    walkInReasons: DENPASAR.reasons.walkIn,
    windows: [],
    givesNumbers: true,
    hours: { status: 'open', name: null, nextAt: at('16.00') },
    outage: null,
    voice: DENPASAR.voice,
    ...change,
  })
