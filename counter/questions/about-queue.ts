import type { Wish } from '../../protocol/commands.ts'
import type { TicketId } from '../../protocol/ids.ts'
import type { CounterView, Queued } from '../../protocol/views.ts'
import { wordsIn } from '../texts.ts'
import { type Asked, chosen, type Form, makeForm, reasonField, ticketOf } from './question.ts'

/** Whether this counter could call somebody now. */
export const isFree = (view: CounterView): boolean => view.open !== null && view.inHand === null && view.paused === null

/** F8: a number out of its turn. */
export const callForm = (asked: Asked): Form | null => {
  if (!isFree(asked.view)) return null
  const words = wordsIn(asked.lang)
  const ticket = ticketOf(asked)
  return makeForm(asked, {
    headline: words('callSpecific'),
    body: words('reasonNeeded'),
    fields: [{ kind: 'text', name: 'number', label: words('number') }, reasonField(asked)],
    icon: 'suara',
    label: words('call'),
    sending: ticket && {
      wish: { type: 'CallTicket', ticketId: ticket.ticketId, reason: chosen(asked.filled, 'reason') },
      done: null,
    },
  })
}

const ACTS = ['CallTicket', 'AcceptLate', 'GrantPriority'] as const satisfies readonly Wish['type'][]
const ACT_WORDS = { CallTicket: 'callNow', AcceptLate: 'acceptLate', GrantPriority: 'grantPriority' } as const
const ACT_DONE = { CallTicket: null, AcceptLate: 'doneAccepted', GrantPriority: 'donePriority' } as const

/** What may be done for a row of the queue from this counter now; a row without any is not pressed. */
export const chooseRowActs = (view: CounterView, row: Queued): (typeof ACTS)[number][] => {
  const may = { CallTicket: isFree(view), AcceptLate: row.setBackMin > 0, GrantPriority: !row.priority }
  return ACTS.filter((act) => may[act])
}

/** A row of the queue: call it now, take away its set-back, or put it first. Over when the row has left the queue. */
export const rowForm = (asked: Asked, ticketId: TicketId): Form | null => {
  const row = asked.view.queue.find((queued) => queued.ticketId === ticketId)
  const acts = row === undefined ? [] : chooseRowActs(asked.view, row)
  if (row === undefined || acts.length === 0) return null
  const words = wordsIn(asked.lang)
  const options = acts.map((id) => ({ id, label: words(ACT_WORDS[id]) }))
  const act = acts.find((each) => each === asked.filled.act) ?? 'CallTicket'
  const done = ACT_DONE[act]
  return makeForm(asked, {
    headline: words('rowAsk', { no: row.number }),
    body: words('reasonNeeded'),
    fields: [{ kind: 'choice', name: 'act', label: words('act'), options }, reasonField(asked)],
    icon: act === 'CallTicket' ? 'suara' : 'centang',
    label: words(act === 'CallTicket' ? 'call' : 'save'),
    sending: {
      wish: { type: act, ticketId, reason: chosen(asked.filled, 'reason') },
      done: done && words(done, { no: row.number }),
    },
  })
}

/** A number that another counter has in hand and can serve no longer. */
export const takeOverForm = (asked: Asked, ticketId: TicketId): Form | null => {
  const other = asked.view.others.find((each) => each.ticketId === ticketId)
  if (!isFree(asked.view) || other === undefined || other.number === null) return null
  const words = wordsIn(asked.lang)
  return makeForm(asked, {
    headline: words('takeOverAsk', { no: other.number, loket: other.counter }),
    body: words('takeOverBody'),
    fields: [reasonField(asked)],
    icon: 'pindah',
    label: words('takeOver', { no: other.number }),
    sending: {
      wish: { type: 'TakeOver', ticketId, reason: chosen(asked.filled, 'reason') },
      done: words('doneTakenOver', { no: other.number, loket: other.counter }),
    },
  })
}
