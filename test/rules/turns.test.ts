import { describe, expect, test } from 'vitest'
import type { EventOf, OfficeEvent } from '../../server/rules/events.ts'
import { MINUTE, type State } from '../../server/rules/state.ts'
import type { Ticket } from '../../server/rules/ticket.ts'
import { ticketBy } from '../../server/rules/tickets.ts'
import { DENPASAR } from '../support/denpasar.ts'
import { live, property } from '../support/random-day.ts'
import { callableAt, whoseTurn } from '../support/whose-turn.ts'

const { priorityHeadStartMin } = DENPASAR.windows
/** A family of three is joined twice. */
const FAMILY_MIN = 2 * DENPASAR.families.joinMin

/** Calls by the rule; those that staff made out of turn are recorded as such and answer for themselves. */
const callsByRule = (events: readonly OfficeEvent[]): EventOf<'Called'>[] =>
  events.some(({ type }) => type === 'Overridden')
    ? []
    : events.filter((event): event is EventOf<'Called'> => event.type === 'Called')

type CallByRule = { event: EventOf<'Called'>; called: Ticket; callable: Ticket[]; before: State; now: number }

/** Lives random days and shows every call by the rule, with all whom its instant let be called. */
const everyCall = (check: (call: CallByRule) => void): number => {
  let calls = 0
  property((steps) => {
    live(steps, (before, events, now) => {
      for (const event of callsByRule(events)) {
        const called = ticketBy(before.tickets, event.ticketId)
        if (called === undefined) expect.fail('called somebody unknown')
        calls += 1
        check({ event, called, callable: callableAt(before, now), before, now })
      }
    })
  })
  return calls
}

const effOf = ({ checkedInAt, window }: Ticket): number => Math.max(checkedInAt, window?.startAt ?? 0)
/** Its key is that of its own arrival: not joined to a family, put back, shifted, sent on or come back. */
const isAsArrived = (ticket: Ticket): boolean =>
  ticket.stage === 'documents' && ticket.turnAt === effOf(ticket) + ticket.shiftMin * MINUTE

describe('whatever people press, every call by the rule', () => {
  test('takes the smallest turn key that may be called: own stages, then help, then those kept for others', () => {
    const calls = everyCall(({ event, called, callable, before }) => {
      const { stages = [] } = before.counters[event.counter] ?? {}
      const [first, second] = whoseTurn(before, event.counter, callable)
      expect(event).toMatchObject({
        ticketId: first?.ticketId,
        turnAt: called.turnAt,
        shiftMin: called.shiftMin,
        letter: called.letter,
        helping: !stages.includes(called.stage),
        runnerUp: second ? { ticketId: second.ticketId, turnAt: second.turnAt } : null,
      })
    })
    expect(calls).toBeGreaterThan(2000)
  })

  test('is made by a counter that is open, free and does not pause, and leaves alone who was sent to another by name', () => {
    everyCall(({ event, called: { reserved }, before }) => {
      expect(before.counters[event.counter]).toMatchObject({ paused: null })
      expect(before.tickets.inHand[event.counter]).toBeUndefined()
      if (reserved?.strict) expect(reserved.counter).toBe(event.counter)
    })
  })

  test('passes nobody unjustly: entitled, without priority on the other side, and with the earlier eff', () => {
    everyCall(({ called, callable, now }) => {
      if (called.priority || !isAsArrived(called)) return
      const passed = callable.filter(
        (other) =>
          isAsArrived(other) &&
          other.shiftMin === 0 &&
          other.reserved === null &&
          effOf(other) < effOf(called) &&
          now >= effOf(other),
      )
      expect(passed).toEqual([])
    })
  })

  test('keeps the overtaking bound: nobody who checked in more than (r − a) + h + P minutes later', () => {
    let bounded = 0
    everyCall(({ called, callable }) => {
      const headStartMin = called.priority ? priorityHeadStartMin : 0
      // A member counts as having come with the first of its family, who may have priority.
      const familyMin = called.party === null ? 0 : FAMILY_MIN + priorityHeadStartMin - headStartMin
      for (const waiting of callable) {
        if (waiting.stage !== called.stage || waiting.reserved !== null || waiting.ticketId === called.ticketId)
          continue
        bounded += 1
        // K = a + (r − a) + h, so the bound says a' ≤ K + P.
        expect(called.checkedInAt).toBeLessThanOrEqual(waiting.turnAt + (headStartMin + familyMin) * MINUTE)
      }
    })
    expect(bounded).toBeGreaterThan(1000)
  })
})
