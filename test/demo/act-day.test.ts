import { describe, expect, test } from 'vitest'
import { actDay } from '../../demo/act-day.ts'
import { demoAgenda } from '../../demo/demo-agenda.ts'
import { demoOffice } from '../../demo/demo-office.ts'
import type { Figures } from '../../demo/watch-figures.ts'
import type { OfficeEvent } from '../../server/rules/events.ts'
import { everyTicket } from '../../server/rules/tickets.ts'
import type { Day, DayFrame } from '../../simulator/day-file.ts'
import { at, DENPASAR, TODAY } from '../support/denpasar.ts'
import { openMemoryJournal } from '../support/memory-journal.ts'
import { nextId, openTestOffice, virtualClock } from '../support/office.ts'
import { counter } from '../support/rules.ts'

const FRAME: DayFrame = { open: 480, planClose: 600, stages: ['documents', 'interview'] }
const applicant = (arrive: number, change: Partial<Day['applicants'][number]> = {}): Day['applicants'][number] => ({
  arrive,
  window: [480, 540],
  priority: false,
  group: null,
  kind: 1,
  service: [4, 8],
  return: null,
  ...change,
})

/** A short morning: early birds, a family, the late, walk-ins, a rejection, papers to fetch, a pause and an outage. */
const MORNING: Day = {
  id: 'morning',
  friday: false,
  applicants: [
    applicant(462),
    applicant(470, { group: 1 }),
    applicant(470.2, { group: 1, kind: 0 }),
    applicant(485, { service: [5] }),
    applicant(490, { return: { after: 12, service: 2 } }),
    applicant(495, { window: null, return: { after: 9, service: 2 } }),
    applicant(500, { window: null, priority: true }),
    ...Array.from({ length: 30 }, (_, k) => applicant(501 + k, { window: k % 2 === 0 ? [480, 540] : [540, 600] })),
    applicant(640, { window: [420, 480] }),
  ],
  counters: [
    { id: '1-0', stage: 1, speed: 1, away: [[0, 480, 'closed']] },
    {
      id: '1-1',
      stage: 1,
      speed: 0.9,
      away: [
        [0, 480, 'closed'],
        [505, 512, 'pause'],
      ],
    },
    {
      id: '2-0',
      stage: 2,
      speed: 1,
      away: [
        [0, 485, 'closed'],
        [520, 530, 'outage'],
      ],
    },
    {
      id: '2-1',
      stage: 2,
      speed: 1,
      away: [
        [0, 480, 'closed'],
        [520, 530, 'outage'],
      ],
    },
    {
      id: '2-2',
      stage: 2,
      speed: 1.1,
      away: [
        [0, 480, 'closed'],
        [530, 560, 'lunch'],
      ],
    },
  ],
  noShows: [{ window: [540, 600], priority: false, kind: 0 }],
}

const act = async (day: Day) => {
  const clock = virtualClock(at('07.30'))
  const journal = openMemoryJournal()
  const { door, ask, asConsole } = await openTestOffice({ clock, journal, fresh: false })
  const office = demoOffice(DENPASAR, FRAME, day)
  const midnightAt = at('00.00')
  expect(await ask({ type: 'ConfigureOffice', office }, asConsole)).toMatchObject({ status: 'taken' })
  await ask({ type: 'OpenDay', day: TODAY }, asConsole)
  const rows = demoAgenda({ office, day, stamp: TODAY, midnightAt })
  expect(await ask({ type: 'ImportAgenda', rows }, asConsole)).toMatchObject({ status: 'taken' })
  const lines: { clockMin: number; figures: Figures }[] = []
  const acting = actDay({
    ...{ door, office, day, stamp: TODAY, openMin: FRAME.open, midnightAt, console: asConsole },
    ...{ senderAt: (place) => counter(place), newCommandId: nextId, now: clock.now },
    until: async (instant) => clock.set(Math.max(clock.now(), instant)),
    tell: (clockMin, figures) => lines.push({ clockMin, figures }),
  })
  const last = await acting.ended
  const events: OfficeEvent[] = []
  for await (const { event } of journal.read()) events.push(event)
  return { door, last, lines, events }
}

describe('a day on stage', () => {
  test('everybody who came is served, through the Door, and the counters go home', async () => {
    const { door, last, lines, events } = await act(MORNING)
    const tickets = everyTicket(door.state().tickets)
    expect(tickets).toHaveLength(MORNING.applicants.length)
    expect(tickets.map(({ standing }) => standing.status)).toEqual(tickets.map(() => 'done'))
    expect(last).toMatchObject({ checkedIn: 38, waiting: 0, inHand: 0, done: 38 })
    expect(door.state().counters).toEqual({})
    expect(lines[0]?.clockMin).toBe(450)
    expect(lines.every(({ clockMin }, k) => clockMin === 450 + 30 * k)).toBe(true)
    const count = (type: OfficeEvent['type']) => events.filter((event) => event.type === type).length
    expect(count('Parked')).toBe(2)
    expect(count('Returned') + count('Resumed')).toBe(2)
    expect([count('OutageStarted'), count('OutageEnded')]).toEqual([1, 1])
    expect(count('CounterPaused')).toBeGreaterThan(2)
    expect(events.filter((event) => event.type === 'StageFinished' && event.outcome === 'rejected')).toHaveLength(1)
  })

  test('the same day is acted alike, event by event', async () => {
    const [one, two] = [await act(MORNING), await act(MORNING)]
    const plain = (events: OfficeEvent[]) =>
      events.map((event) => ('visitId' in event ? { ...event, visitId: '' } : event))
    expect(plain(one.events)).toEqual(plain(two.events))
  })

  test('it ends when it is told to', async () => {
    const clock = virtualClock(at('07.30'))
    const { door, asConsole } = await openTestOffice({ clock })
    const acting = actDay({
      ...{ door, office: DENPASAR, day: MORNING, stamp: TODAY, openMin: 480, midnightAt: at('00.00') },
      ...{ console: asConsole, senderAt: (place) => counter(place), newCommandId: nextId, now: clock.now },
      until: async (instant) => {
        clock.set(Math.max(clock.now(), instant))
        if (clock.now() > at('08.30')) acting.stop()
      },
      tell: () => {},
    })
    await acting.ended
    expect(clock.now()).toBeLessThan(at('08.35'))
  })
})
