import type { Outcome, Wish } from '../../protocol/commands.ts'
import type { TicketId } from '../../protocol/ids.ts'
import { fill, SHARED, say } from '../../ui/texts.ts'
import type { InHand } from '../choose-screen.ts'
import { ENDINGS } from '../state-texts.ts'
import { wordsIn } from '../texts.ts'
import { type Asked, chosen, type Form, makeForm, optionsOf } from './question.ts'

/** How a visit ends without its passport, in the order in which it is offered. */
const ENDED = ['rejected', 'withdrawn', 'rebooked'] as const satisfies readonly Outcome[]

/** The case that a question is about; null once it is no longer served here, and then the question is over. */
const caseOf = ({ view: { inHand } }: Asked, ticketId: TicketId): InHand | null =>
  inHand?.ticketId === ticketId && inHand.step === 'serving' ? inHand : null

/** F4: the visit ends here, and why. */
export const endForm = (asked: Asked, ticketId: TicketId): Form | null => {
  const inHand = caseOf(asked, ticketId)
  if (inHand === null) return null
  const words = wordsIn(asked.lang)
  const outcome = ENDED.find((each) => each === asked.filled.outcome) ?? 'rejected'
  return makeForm(asked, {
    headline: words('endAsk', { no: inHand.number }),
    body: words('endBody'),
    fields: [
      {
        kind: 'choice',
        name: 'outcome',
        label: words('whyReason'),
        options: ENDED.map((id) => ({ id, label: say(ENDINGS[id], asked.lang) })),
      },
    ],
    icon: 'tutup',
    label: words('endYes'),
    sending: {
      wish: { type: 'Finish', ticketId, outcome },
      done: words('doneEnded', { no: inHand.number, hasil: say(ENDINGS[outcome], asked.lang) }),
    },
  })
}

/** F6: a document that is not on the list was asked for. */
export const documentForm = (asked: Asked, ticketId: TicketId): Form | null => {
  const inHand = caseOf(asked, ticketId)
  if (inHand === null) return null
  const words = wordsIn(asked.lang)
  return makeForm(asked, {
    headline: words('whichDocument'),
    body: words('documentCounted', { no: inHand.number }),
    fields: [
      {
        kind: 'choice',
        name: 'document',
        label: words('document'),
        options: optionsOf(asked.view.reasons.extraDocument, asked.lang),
      },
    ],
    icon: 'berkasplus',
    label: words('save'),
    sending: {
      wish: { type: 'AskDocument', ticketId, document: chosen(asked.filled, 'document') },
      done: words('doneDocument', { no: inHand.number }),
    },
  })
}

/** A target as one option: stages are codes, and a code never begins with a digit. */
const targetOf = (id: string): Extract<Wish, { type: 'Transfer' }>['to'] =>
  /^\d/.test(id) ? { kind: 'counter', counter: Number(id) } : { kind: 'stage', stage: id }

/** F7: to another stage or to one counter; the place in the turn is kept. */
export const transferForm = (asked: Asked, ticketId: TicketId): Form | null => {
  const inHand = caseOf(asked, ticketId)
  if (inHand === null) return null
  const { view, lang, filled } = asked
  const words = wordsIn(lang)
  const counters = view.targets.counters.map(({ counter, stages }) => ({
    id: String(counter),
    label: `${fill(say(SHARED.counter, lang), { loket: counter })}: ${stages.map(({ name }) => say(name, lang)).join(', ')}`,
  }))
  return makeForm(asked, {
    headline: words('transferAsk', { no: inHand.number }),
    body: words('transferBody'),
    fields: [
      {
        kind: 'choice',
        name: 'to',
        label: words('transferTo'),
        options: [...optionsOf(view.targets.stages, lang), ...counters],
      },
    ],
    icon: 'pindah',
    label: words('transfer'),
    sending: {
      wish: { type: 'Transfer', ticketId, to: targetOf(chosen(filled, 'to')) },
      done: words('doneTransfer', { no: inHand.number }),
    },
  })
}
