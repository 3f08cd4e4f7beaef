import { describe, expect, test } from 'vitest'
import type { OfficeEvent } from '../../server/rules/events.ts'
import { readDays } from '../../simulator/day-file.ts'
import { generateDay } from '../../simulator/generate/generate-days.ts'
import { playDay } from '../../simulator/play-day.ts'
import { policy } from '../../simulator/policy.ts'
import { type RecordedEvent, recordedDays } from '../../simulator/recorded-day.ts'
import { recordedVariants } from '../../simulator/recorded-variants.ts'
import { scenarioOf } from '../../simulator/scenarios.ts'
import { at, DENPASAR, TODAY } from '../support/denpasar.ts'
import { booking, counter, KIOSK, morning, rehearse } from '../support/rules.ts'
import { calls, FRAME } from './make-day.ts'

/** The journal of one morning at Denpasar: what was asked, when and by whom, as events with their instants. */
const journalOf = (
  play: (office: ReturnType<typeof rehearse>, note: (events: OfficeEvent[], clock: string) => void) => void,
) => {
  const events: RecordedEvent[] = [
    { at: at('07.00'), event: { type: 'OfficeConfigured', office: DENPASAR } },
    { at: at('07.00'), event: { type: 'DayOpened', day: TODAY } },
  ]
  const bookings = [
    booking('AAA', '10.00-11.00'),
    booking('BBB', '10.00-11.00', { priority: true }),
    booking('GONE', '11.00-12.00'),
  ]
  events.push({ at: at('07.00'), event: { type: 'AgendaImported', bookings } })
  play(rehearse(morning(...bookings)), (more, clock) => events.push(...more.map((event) => ({ at: at(clock), event }))))
  return events
}

const only = (events: readonly RecordedEvent[]) => {
  const [day, ...more] = recordedDays(events)?.days ?? []
  if (day === undefined || more.length > 0) expect.fail(`one day was expected`)
  return day
}

describe("the office's own day, from its journal", () => {
  const events = journalOf((office, note) => {
    const ask = (
      command: Parameters<typeof office.taken>[0],
      sender: Parameters<typeof office.taken>[1],
      clock: string,
    ) => note(office.taken(command, sender, clock), clock)
    const scan = (code: string, clock: string) =>
      ask({ type: 'CheckIn', presented: { status: 'code', key: code.padEnd(22, '_') } }, KIOSK, clock)
    const id = (number: string) => `${TODAY}/${number}`
    ask({ type: 'OpenCounter', stages: ['documents'], helps: [] }, counter(1), '08.00')
    ask({ type: 'OpenCounter', stages: ['interview'], helps: ['documents'] }, counter(3), '08.30')
    ask({ type: 'PauseCounter', reason: 'rest' }, counter(1), '09.00')
    ask({ type: 'ResumeCounter' }, counter(1), '09.10')
    ask({ type: 'PauseCounter', reason: 'rest' }, counter(3), '09.00')
    ask({ type: 'ResumeCounter' }, counter(3), '09.45')
    scan('AAA', '10.05')
    scan('BBB', '09.50')
    ask({ type: 'CallNext' }, counter(1), '10.06')
    ask({ type: 'Start', ticketId: id('R001') }, counter(1), '10.07')
    ask({ type: 'Finish', ticketId: id('R001'), outcome: 'rejected' }, counter(1), '10.10')
    ask({ type: 'CallNext' }, counter(1), '10.11')
    ask({ type: 'Start', ticketId: id('A001') }, counter(1), '10.12')
    ask({ type: 'Park', ticketId: id('A001') }, counter(1), '10.15')
    scan('AAA', '10.27')
    ask({ type: 'CallNext' }, counter(1), '10.30')
    ask({ type: 'Start', ticketId: id('A001') }, counter(1), '10.30')
    ask({ type: 'Finish', ticketId: id('A001'), outcome: 'completed' }, counter(1), '10.32')
    ask({ type: 'CallNext' }, counter(3), '10.33')
    ask({ type: 'NoShow', ticketId: id('A001') }, counter(3), '10.36')
    ask({ type: 'CallNext' }, counter(3), '10.46')
    ask({ type: 'Start', ticketId: id('A001') }, counter(3), '10.47')
    ask({ type: 'Finish', ticketId: id('A001'), outcome: 'completed' }, counter(3), '10.58')
    ask({ type: 'CloseCounter' }, counter(1), '10.59')
    ask({ type: 'CloseCounter' }, counter(3), '10.59')
  })

  test('arrivals, windows and the minutes for which a counter was taken, from the call on', () => {
    const { day, inWindowMean, leftOut } = only(events)
    expect(day.applicants).toEqual([
      { arrive: 590, window: [600, 660], priority: true, group: null, kind: 0, service: [4], return: null },
      {
        ...{ arrive: 605, window: [600, 660], priority: false, group: null, kind: 0 },
        // The interview: three minutes of waiting in vain, and twelve of service.
        service: [4, 15],
        return: { after: 12, service: 2 },
      },
    ])
    expect(day.noShows).toEqual([{ window: [660, 720], priority: false, kind: 0 }])
    expect(inWindowMean).toBe(6)
    expect(leftOut).toBe(0)
  })

  test('counters with their opening, a short pause and a long one; going home at the end is no absence', () => {
    expect(only(events).day.counters).toEqual([
      {
        id: '1',
        stage: 1,
        speed: 1,
        away: [
          [0, 480, 'closed'],
          [540, 550, 'pause'],
        ],
      },
      {
        id: '3',
        stage: 2,
        speed: 1,
        away: [
          [0, 510, 'closed'],
          [540, 585, 'lunch'],
        ],
      },
    ])
  })

  test('a day is a day file, and its variants deal the same cases to the same people', () => {
    const found = recordedDays(events)
    if (found === null) expect.fail('no day')
    const file = recordedVariants(found, 6)
    expect(readDays(JSON.parse(JSON.stringify(file)))).toMatchObject({
      file: { scenario: TODAY, open: 480, stages: ['Verifikasi berkas', 'Wawancara dan foto'] },
    })
    expect(file.days).toHaveLength(6)
    const sorted = (index: number) => file.days[index]?.applicants.map(({ service }) => service[0]).sort()
    for (const index of file.days.keys()) expect(sorted(index)).toEqual(sorted(0))
  })

  test('what was taken back did not happen, and a finish taken back goes on', () => {
    const again = journalOf((office, note) => {
      const ask = (command: Parameters<typeof office.taken>[0], place: number, clock: string) =>
        note(office.taken(command, counter(place), clock), clock)
      const ticketId = `${TODAY}/A001`
      note(
        office.taken({ type: 'CheckIn', presented: { status: 'code', key: 'AAA'.padEnd(22, '_') } }, KIOSK, '10.00'),
        '10.00',
      )
      ask({ type: 'OpenCounter', stages: ['documents'], helps: [] }, 1, '08.00')
      ask({ type: 'OpenCounter', stages: ['interview'], helps: [] }, 3, '08.00')
      ask({ type: 'CallNext' }, 1, '10.01')
      note([{ type: 'Undone', counter: 1, act: 'call', ticketId }], '10.02')
      note(
        [
          {
            type: 'Called',
            callNo: 2,
            ticketId,
            counter: 1,
            stage: 'documents',
            helping: false,
            turnAt: 0,
            shiftMin: 0,
            runnerUp: null,
          },
        ],
        '10.10',
      )
      note(
        [{ type: 'StageFinished', ticketId, counter: 1, stage: 'documents', outcome: 'rejected', next: null }],
        '10.13',
      )
      note([{ type: 'Undone', counter: 1, act: 'finish', ticketId }], '10.14')
      note(
        [{ type: 'StageFinished', ticketId, counter: 1, stage: 'documents', outcome: 'rejected', next: null }],
        '10.17',
      )
    })
    expect(only(again).day.applicants).toMatchObject([{ arrive: 600, service: [7] }])
  })

  test('a journal without a day tells nothing', () => {
    expect(recordedDays([])).toBeNull()
    expect(recordedDays(journalOf(() => {}))).toBeNull()
  })
})

test('a day that was played and read back from its events plays the same, call by call', () => {
  for (const [index, rule] of [
    [1, 'window+help2'],
    [2, 'fifo'],
  ] as const) {
    const made = generateDay(scenarioOf('D2-normal'), index, 11)
    const day = { ...made, counters: made.counters.map((one) => ({ ...one, away: [] })) }
    const one = playDay(FRAME, day, policy(rule))
    const found = recordedDays(one.log)
    const [read] = found?.days ?? []
    if (found === null || read === undefined) expect.fail('no day')
    const two = playDay({ ...found.frame, stages: FRAME.stages }, read.day, policy(rule))
    const told = (values: (number | undefined)[]) => values.map((value) => value?.toFixed(2))
    expect(told(calls(two))).toEqual(told(calls(one)))
    expect(read.day.noShows).toHaveLength(day.noShows.length)
  }
})
