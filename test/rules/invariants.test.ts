import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Sender } from '../../protocol/roles.ts'
import { View } from '../../protocol/views.ts'
import { decide } from '../../server/rules/decide.ts'
import type { Sealed } from '../../server/rules/decision.ts'
import type { Booking, OfficeEvent } from '../../server/rules/events.ts'
import { OfficeEvent as EventSchema } from '../../server/rules/events.ts'
import { evolve } from '../../server/rules/evolve.ts'
import { NOTHING_YET, type State } from '../../server/rules/state.ts'
import { viewFor } from '../../server/views/view-for.ts'
import { at, DENPASAR, TODAY, window } from '../support/denpasar.ts'
import { type Ask, booking, counter, KIOSK, keyOf, morning, PRINTER } from '../support/rules.ts'

const HOURS = ['08.00-09.00', '09.00-10.00', '10.00-11.00', '11.00-12.00', '13.00-14.00']
const CODES = Array.from({ length: 24 }, (_, i) => `C${i}`)
const AGENDA: Booking[] = CODES.map((code, i) =>
  booking(code, HOURS[i % HOURS.length] ?? '', {
    priority: i % 7 === 3,
    status: i === 20 ? 'cancelled' : i === 21 ? 'unpaid' : 'booked',
    day: i === 22 ? '2026-11-25' : TODAY,
  }),
)

/** Four counters are open before the first step, so that most random days have some life in them. */
const START: State = DENPASAR.counters
  .slice(0, 4)
  .reduce(
    (state: State, { number, stages, helps }) =>
      evolve(state, { type: 'CounterOpened', counter: number, staff: `0${number}`, stages, helps }, at('07.30')),
    morning(...AGENDA),
  )

type Step = { minutes: number; command: Ask; sender: Sender }

/** What people press, mostly sensible, with screens that are sometimes behind: ticket ids are guessed. */
const step: fc.Arbitrary<Step> = fc
  .tuple(
    fc.integer({ min: 0, max: 9 }),
    fc.integer({ min: 1, max: 5 }),
    fc.nat({ max: 29 }),
    fc.constantFrom('A001', 'A002', 'A003', 'A005', 'R001', 'K001', 'A009'),
    fc.constantFrom(
      'scan',
      'scan',
      'scan',
      'call',
      'call',
      'call',
      'start',
      'finish',
      'reject',
      'recall',
      'absent',
      'open',
      'open',
      'close',
      'anyway',
      'print',
      'lost',
      'reprint',
      'help',
    ),
  )
  .map(([minutes, place, pick, number, act]) => {
    const ticketId = `${TODAY}/${number}`
    const desk = counter(place, `0${place}`)
    const kiosk: Sender = { ...KIOSK, place: String((pick % 2) + 1) }
    const code = `C${pick}`
    const of = DENPASAR.counters[place - 1]
    const acts: Record<typeof act, [Ask, Sender]> = {
      scan: [{ type: 'CheckIn', presented: { status: 'code', key: keyOf(code) } }, kiosk],
      call: [{ type: 'CallNext' }, desk],
      start: [{ type: 'Start', ticketId }, desk],
      finish: [{ type: 'Finish', ticketId, outcome: 'completed' }, desk],
      reject: [{ type: 'Finish', ticketId, outcome: 'rejected' }, desk],
      recall: [{ type: 'Recall', ticketId }, desk],
      absent: [{ type: 'NoShow', ticketId }, desk],
      open: [{ type: 'OpenCounter', stages: of?.stages ?? [], helps: of?.helps ?? [] }, desk],
      close: [{ type: 'CloseCounter' }, desk],
      anyway: [{ type: 'TakeNumberAnyway', visitId: 'last' }, kiosk],
      print: [{ type: 'ReportSlip', slipId: `${ticketId}/1`, status: 'printed' }, PRINTER],
      lost: [{ type: 'ReportSlip', slipId: `${ticketId}/1`, status: 'uncertain' }, PRINTER],
      reprint: [{ type: 'Reprint', ticketId }, kiosk],
      help: [{ type: 'CallStaff' }, kiosk],
    }
    const [command, sender] = acts[act]
    return { minutes, command, sender }
  })

type Lived = { state: State; recorded: { event: OfficeEvent; at: number }[]; endAt: number }

/** Most acts aim at what the counter has in hand, as a screen would; `guess` keeps some that do not. */
const aimed = (state: State, { command, sender }: Step, guess: boolean): Ask => {
  const visit = state.kiosks[sender.place]?.visit
  if (command.type === 'TakeNumberAnyway') return { ...command, visitId: visit?.visitId ?? 'none-at-all-0000' }
  if (guess || !('ticketId' in command)) return command
  const inHand = Object.values(state.tickets).find(
    ({ standing }) => 'counter' in standing && String(standing.counter) === sender.place,
  )
  return { ...command, ticketId: inHand?.ticketId ?? command.ticketId }
}

const live = (steps: readonly Step[], onTaken: (before: State, events: OfficeEvent[], at: number) => void): Lived => {
  let state = START
  let now = at('07.30')
  const recorded: Lived['recorded'] = []
  for (const [i, each] of steps.entries()) {
    now += each.minutes * 60_000
    const command = { ...aimed(state, each, i % 9 === 0), commandId: `command-${String(i).padStart(12, '0')}` }
    const decision = decide(state, command as Sealed, each.sender, now)
    if (decision.status === 'refused') continue
    onTaken(state, decision.events, now)
    for (const event of decision.events) {
      recorded.push({ event, at: now })
      state = evolve(state, event, now)
    }
  }
  return { state, recorded, endAt: now }
}

const property = (check: (steps: Step[]) => void, runs = 1500) =>
  fc.assert(fc.property(fc.array(step, { minLength: 30, maxLength: 120, size: 'max' }), check), { numRuns: runs })

describe('whatever people press, in any order', () => {
  test('no number is given twice, series have no gap, and no ticket is lost', () => {
    let tickets = 0
    property((steps) => {
      const given: string[] = []
      const { state } = live(steps, (_, events) => {
        for (const event of events) if (event.type === 'CheckedIn') given.push(event.number)
      })
      expect(new Set(given).size).toBe(given.length)
      expect(
        Object.values(state.tickets)
          .map(({ number }) => number)
          .sort(),
      ).toEqual([...given].sort())
      for (const [letter, last] of Object.entries(state.lastNumber))
        expect(given.filter((number) => number.startsWith(letter))).toHaveLength(last)
      const keys = Object.values(state.tickets).map(({ key }) => key)
      expect(new Set(keys).size).toBe(keys.length)
      tickets += given.length
    })
    expect(tickets).toBeGreaterThan(5000)
  })

  test('a counter has one ticket at most, and only while it is open', () => {
    property((steps) => {
      const { state } = live(steps, () => {})
      const counters = Object.values(state.tickets).flatMap(({ standing }) =>
        standing.status === 'called' || standing.status === 'serving' ? [standing.counter] : [],
      )
      expect(new Set(counters).size).toBe(counters.length)
      for (const number of counters) expect(state.counters[number]).toBeDefined()
    })
  })

  test('every call takes the smallest turn key that may be called, own stages first', () => {
    let calls = 0
    property((steps) => {
      live(steps, (before, events, now) => {
        for (const event of events) {
          if (event.type !== 'Called') continue
          calls += 1
          const open = before.counters[event.counter]
          const callable = Object.values(before.tickets).filter(
            (ticket) => ticket.standing.status === 'waiting' && ticket.callableFromAt <= now,
          )
          const own = callable.filter(({ stage }) => open?.stages.includes(stage))
          const pool = own.length > 0 ? own : callable.filter(({ stage }) => open?.helps.includes(stage))
          const chosen = before.tickets[event.ticketId]
          const better = pool.filter(
            (other) =>
              other.turnAt < (chosen?.turnAt ?? 0) || (other.turnAt === chosen?.turnAt && other.order < chosen.order),
          )
          expect(pool).toContain(chosen)
          expect(better).toEqual([])
          expect(event.helping).toBe(own.length === 0)
        }
      })
    })
    expect(calls).toBeGreaterThan(3000)
  })

  test('nobody with priority aside, nobody whose window has begun is passed at the first stage by a later one', () => {
    property((steps) => {
      live(steps, (before, events, now) => {
        for (const event of events) {
          const called = event.type === 'Called' ? before.tickets[event.ticketId] : undefined
          if (called === undefined || called.stage !== 'documents' || called.priority || called.misses > 0) continue
          const eff = Math.max(called.checkedInAt, called.window?.startAt ?? 0)
          const passed = Object.values(before.tickets).filter(
            (other) =>
              other.standing.status === 'waiting' &&
              other.stage === 'documents' &&
              other.misses === 0 &&
              other.shiftMin === 0 &&
              Math.max(other.checkedInAt, other.window?.startAt ?? 0) < eff &&
              now >= Math.max(other.checkedInAt, other.window?.startAt ?? 0),
          )
          expect(passed).toEqual([])
        }
      })
    })
  })

  test('a replay of the recorded events, through their JSON, equals the live state', () => {
    property((steps) => {
      const { state, recorded } = live(steps, () => {})
      const replayed = recorded
        .map(({ event, at: when }) => ({ event: EventSchema.parse(JSON.parse(JSON.stringify(event))), when }))
        .reduce((past: State, { event, when }) => evolve(past, event, when), START)
      expect(replayed).toEqual(state)
    }, 500)
  })

  test('two unmarked papers of one ticket never exist', () => {
    property((steps) => {
      const { state } = live(steps, () => {})
      for (const ticket of Object.values(state.tickets)) {
        const papers = Object.values(state.papers).filter(({ ticketId }) => ticketId === ticket.ticketId)
        expect(papers).toHaveLength(ticket.papers)
        expect(papers.filter(({ mark }) => mark === 'original')).toHaveLength(1)
      }
    }, 500)
  })

  test('no view holds a field that its role may not see, nor a booking key', () => {
    const senders: Sender[] = [
      KIOSK,
      PRINTER,
      counter(1),
      { ...counter(3), staff: null },
      { role: 'display', device: 'd', place: '1', staff: null },
      { role: 'integration', device: 'i', place: 'report', staff: null },
      { role: 'tracker', device: 't', place: `${TODAY}/A001`, staff: null },
    ]
    property((steps) => {
      const { state, endAt } = live(steps, () => {})
      for (const sender of senders) {
        const view = viewFor(state, sender, { epoch: 'e', seq: 1, at: endAt, tokenOf: () => 'x'.repeat(22) })
        if (view === null) continue
        expect(View.parse(view)).toEqual(view)
        const text = JSON.stringify(view)
        for (const code of CODES) expect(text).not.toContain(keyOf(code))
      }
    }, 300)
  })
})

test('a state never depends on anything but its events: the same events give the same bytes', () => {
  const events: OfficeEvent[] = [
    { type: 'OfficeConfigured', office: DENPASAR },
    { type: 'DayOpened', day: TODAY },
    { type: 'AgendaImported', bookings: [{ ...booking('C1', '10.00-11.00'), window: window('10.00-11.00') }] },
  ]
  const once = () => JSON.stringify(events.reduce((state: State, event) => evolve(state, event, 1), NOTHING_YET))
  expect(once()).toBe(once())
})
