import { describe, expect, test } from 'vitest'
import type { Sender } from '../../protocol/roles.ts'
import { View } from '../../protocol/views.ts'
import type { OfficeEvent } from '../../server/rules/events.ts'
import { OfficeEvent as EventSchema } from '../../server/rules/events.ts'
import { evolve } from '../../server/rules/evolve.ts'
import { everyPaper } from '../../server/rules/papers.ts'
import { NOTHING_YET, type State } from '../../server/rules/state.ts'
import type { Ticket } from '../../server/rules/ticket.ts'
import { byTurn, callableFromOf, counterOf, everyTicket, ticketBy } from '../../server/rules/tickets.ts'
import { viewFor } from '../../server/views/view-for.ts'
import { DENPASAR, TODAY, window } from '../support/denpasar.ts'
import { CODES, live, property, START } from '../support/random-day.ts'
import { booking, counter, KIOSK, keyOf, PRINTER } from '../support/rules.ts'

describe('whatever people press, in any order', () => {
  test('no number is given twice, series have no gap, and no ticket is lost', { tags: ['D5'] }, () => {
    let tickets = 0
    property((steps) => {
      const given: string[] = []
      const { state } = live(steps, (_, events) => {
        for (const event of events) if (event.type === 'CheckedIn') given.push(event.number)
      })
      expect(new Set(given).size).toBe(given.length)
      expect(
        everyTicket(state.tickets)
          .map(({ number }) => number)
          .sort(),
      ).toEqual([...given].sort())
      for (const [letter, last] of Object.entries(state.lastNumber))
        expect(given.filter((number) => number.startsWith(letter))).toHaveLength(last)
      const keys = everyTicket(state.tickets).map(({ key }) => key)
      expect(new Set(keys).size).toBe(keys.length)
      tickets += given.length
    })
    expect(tickets).toBeGreaterThan(3000)
  })

  test('a counter has one ticket at most, and only while it is open', { tags: ['D5'] }, () => {
    property((steps) => {
      const { state } = live(steps)
      const counters = everyTicket(state.tickets).flatMap((ticket) => counterOf(ticket) ?? [])
      expect(new Set(counters).size).toBe(counters.length)
      for (const number of counters) expect(state.counters[number]).toBeDefined()
    })
  })

  test('queues and hands are those that all tickets together give', () => {
    property((steps) => {
      const { tickets } = live(steps).state
      const queues: Record<string, Ticket[]> = {}
      const inHand: Record<number, string> = {}
      for (const ticket of everyTicket(tickets).sort(byTurn)) {
        const number = counterOf(ticket)
        if (number !== null) inHand[number] = ticket.ticketId
        if (ticket.standing.status === 'waiting') queues[ticket.stage] = [...(queues[ticket.stage] ?? []), ticket]
      }
      const kept = Object.entries(tickets.queues).filter(([, queue]) => queue.length > 0)
      expect(Object.fromEntries(kept)).toEqual(queues)
      for (const [stage, queue] of Object.entries(tickets.queues))
        expect([...callableFromOf(tickets, stage)]).toEqual(queue.map(({ callableFromAt }) => callableFromAt))
      expect(tickets.inHand).toEqual(inHand)
    })
  })

  test('what is taken back stands as before the act, papers aside, and nobody is kept for a closed counter or asked', () => {
    let undone = 0
    let asked = 0
    property((steps) => {
      const before: Record<number, Ticket | undefined> = {}
      const { state } = live(steps, (past, events, at) => {
        for (const event of events) {
          if (event.type === 'Called' || event.type === 'StageFinished' || event.type === 'Missed')
            before[event.counter] = ticketBy(past.tickets, event.ticketId)
          if (event.type !== 'Undone') continue
          undone += 1
          const now = ticketBy(evolve(past, event, at).tickets, event.ticketId)
          const then = before[event.counter]
          const loose = { papers: now?.papers, forecast: now?.forecast, reserved: now?.reserved }
          expect(now).toEqual({ ...then, ...loose })
          expect([then?.reserved, null]).toContainEqual(now?.reserved)
        }
      })
      // Every visit is asked about, so what was counted are the visits that are over now.
      const { open, months } = state.survey
      const over = everyTicket(state.tickets).filter(({ standing }) => standing.status === 'done')
      expect(open.map(({ ticketId }) => ticketId).sort()).toEqual(over.map(({ ticketId }) => ticketId).sort())
      expect(months['2026-11']?.served ?? 0).toBe(over.length)
      expect(months['2026-11']?.invited ?? 0).toBe(over.length)
      asked += over.length
      for (const { reserved, standing } of everyTicket(state.tickets))
        if (reserved !== null && standing.status === 'waiting') expect(state.counters[reserved.counter]).toBeDefined()
    })
    expect(undone).toBeGreaterThan(300)
    expect(asked).toBeGreaterThan(30)
  })

  test('a replay of the recorded events, through their JSON, equals the live state', { tags: ['D4'] }, () => {
    property((steps) => {
      const { state, recorded } = live(steps)
      const replayed = recorded
        .map(({ event, at: when }) => ({ event: EventSchema.parse(JSON.parse(JSON.stringify(event))), when }))
        .reduce((past: State, { event, when }) => evolve(past, event, when), START)
      expect(replayed).toEqual(state)
    }, 200)
  })

  test('every rule that was set aside says who did it, and stands in the list of the audit', () => {
    const seen = new Set<string>()
    property((steps) => {
      const { state, recorded } = live(steps)
      const said = recorded.flatMap(({ event }) => (event.type === 'Overridden' ? [event.act] : []))
      expect(state.overrides.map(({ act }) => act)).toEqual(said)
      for (const act of said) seen.add(act)
    }, 200)
    for (const act of ['out-of-order-call', 'taken-over', 'late-accepted', 'priority-granted'])
      expect(seen).toContain(act)
  })

  test('two unmarked papers of one ticket never exist', { tags: ['P3'] }, () => {
    property((steps) => {
      const { state } = live(steps)
      for (const ticket of everyTicket(state.tickets)) {
        const papers = everyPaper(state.papers).filter(({ ticketId }) => ticketId === ticket.ticketId)
        expect(papers).toHaveLength(ticket.papers)
        expect(papers.filter(({ mark }) => mark === 'original')).toHaveLength(1)
      }
    }, 200)
  })

  test('no view holds a field that its role may not see, nor a booking key', { tags: ['X2', 'W5'] }, () => {
    const senders: Sender[] = [
      KIOSK,
      PRINTER,
      counter(1),
      { ...counter(3), staff: null },
      { role: 'display', device: 'd', place: '1', staff: null },
      { role: 'integration', device: 'i', place: 'report', staff: null },
      { role: 'survey', device: 's', place: '1', staff: null },
      { role: 'survey', device: 's', place: 'counter-1', staff: null },
      { role: 'tracker', device: 't', place: `${TODAY}/A001`, staff: null },
    ]
    property((steps) => {
      const { state, endAt } = live(steps)
      for (const sender of senders) {
        const view = viewFor(state, sender, { epoch: 'e', seq: 1, at: endAt, tokenOf: () => 'x'.repeat(22) })
        if (view === null) continue
        expect(View.parse(view)).toEqual(view)
        const text = JSON.stringify(view)
        for (const code of CODES) expect(text).not.toContain(keyOf(code))
      }
    }, 150)
  })
})

test('a state never depends on anything but its events: the same events give the same bytes', { tags: ['D4'] }, () => {
  const events: OfficeEvent[] = [
    { type: 'OfficeConfigured', office: DENPASAR },
    { type: 'DayOpened', day: TODAY },
    { type: 'AgendaImported', bookings: [{ ...booking('C1', '10.00-11.00'), window: window('10.00-11.00') }] },
  ]
  const once = () => JSON.stringify(events.reduce((state: State, event) => evolve(state, event, 1), NOTHING_YET))
  expect(once()).toBe(once())
})
