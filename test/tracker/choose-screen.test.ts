import { describe, expect, test } from 'vitest'
import { TrackerView } from '../../protocol/views.ts'
import {
  chooseAge,
  chooseNotice,
  chooseScreen,
  choosesAlarm,
  isBroughtForward,
  NEAR,
} from '../../tracker/choose-screen.ts'

const at = (clock: string): number => Date.parse(`2026-11-24T${clock}:00+08:00`)
const viewOf = (more: Partial<TrackerView> = {}): TrackerView =>
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
    waitAt: { id: 'Ruang A', en: 'Room A' },
    documents: [],
    counter: null,
    hours: { status: 'open', name: null, nextAt: null },
    outage: null,
    ...more,
  })
const live = (more: Partial<TrackerView>) => ({ status: 'live', view: viewOf(more), lostAt: null }) as const

const LUNCH = { status: 'break', name: null, nextAt: at('13:00') } as const
const OUTAGE = { scope: 'national', sinceAt: at('10:05') } as const

describe('the one screen of a phone', () => {
  test('before the first view the ticket is being opened', () => {
    expect(chooseScreen({ status: 'connecting' })).toEqual({ screen: 'loading' })
  })

  test.each(['waiting', 'held', 'called', 'serving', 'parked', 'missed', 'done'] as const)(
    'a ticket that is %s shows so',
    (status) => {
      expect(chooseScreen(live({ status }))).toMatchObject({ screen: status, view: { number: 'A037' } })
    },
  )

  test('with few ahead it is time to come near, but not in a break and not in an outage', () => {
    expect(chooseScreen(live({ ahead: NEAR })).screen).toBe('next')
    expect(chooseScreen(live({ ahead: NEAR + 1 })).screen).toBe('waiting')
    expect(chooseScreen(live({ ahead: 0, hours: LUNCH })).screen).toBe('waiting')
    expect(chooseScreen(live({ ahead: 0, outage: OUTAGE })).screen).toBe('waiting')
    expect(chooseScreen(live({ ahead: 0, status: 'held' })).screen).toBe('held')
  })

  test('after a stage the next one is named, and when few are ahead it is time to come near there', () => {
    expect(chooseScreen(live({ step: { no: 2, of: 2 } })).screen).toBe('next-stage')
    expect(chooseScreen(live({ step: { no: 2, of: 2 }, ahead: 1 })).screen).toBe('next')
  })

  test('an outage and a break are said to whoever waits, and to nobody else', () => {
    expect(chooseNotice(viewOf({ outage: OUTAGE, hours: LUNCH }))).toEqual({ notice: 'outage', at: OUTAGE.sinceAt })
    expect(chooseNotice(viewOf({ hours: LUNCH, status: 'held' }))).toEqual({ notice: 'break', at: LUNCH.nextAt })
    expect(chooseNotice(viewOf())).toBeNull()
    expect(chooseNotice(viewOf({ outage: OUTAGE, status: 'serving' }))).toBeNull()
  })

  test('a ticket that ended, or that nobody knows, has ended', () => {
    expect(chooseScreen(live({ status: 'ended' }))).toEqual({ screen: 'ended' })
    expect(chooseScreen({ status: 'ended' })).toEqual({ screen: 'ended' })
    expect(chooseScreen({ status: 'not-paired' })).toEqual({ screen: 'ended' })
  })

  test('a picture without a line tells its age in whole minutes', () => {
    const lost = { status: 'stale', view: viewOf(), lostAt: at('10:11') } as const
    expect(chooseScreen(lost).screen).toBe('waiting')
    expect(chooseAge(lost, at('10:13') + 59_000)).toEqual({ lostAt: at('10:11'), oldMin: 2 })
    expect(chooseAge(live({}), at('10:13'))).toBeNull()
  })

  test('the phone sounds when its number becomes called, not when it is opened and not twice', () => {
    expect(choosesAlarm('waiting', 'called')).toBe(true)
    expect(choosesAlarm('held', 'called')).toBe(true)
    expect(choosesAlarm(null, 'called')).toBe(false)
    expect(choosesAlarm('called', 'called')).toBe(false)
    expect(choosesAlarm('called', 'serving')).toBe(false)
  })

  test('a turn before the arrival and the hour is a head start; an early arrival is none', () => {
    expect(isBroughtForward(viewOf({ turnAt: at('08:07') }))).toBe(true)
    expect(isBroughtForward(viewOf())).toBe(false)
    expect(isBroughtForward(viewOf({ checkedInAt: at('08:00'), turnAt: at('10:00') }))).toBe(false)
    expect(isBroughtForward(viewOf({ window: null, turnAt: at('08:07') }))).toBe(true)
  })
})
