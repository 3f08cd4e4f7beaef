import type { Wish } from '../../protocol/commands.ts'
import type { Slug, TicketId } from '../../protocol/ids.ts'
import type { CounterView } from '../../protocol/views.ts'
import type { IconName } from '../../ui/parts/Icon.tsx'
import { type Lang, say } from '../../ui/texts.ts'
import { wordsIn } from '../texts.ts'

/** What staff are asked before something is done. `row`: what to do for a waiting ticket of the queue. */
export type Question =
  | { ask: 'end' | 'document' | 'transfer' | 'row' | 'take-over'; ticketId: TicketId }
  | { ask: 'call' | 'pause' | 'outage' | 'visitor' }

/** A command, and the sentence that says it was taken; `{no}` is filled with the number in the answer. */
export type Sending = { wish: Wish; done: string | null }

/** What was chosen or written so far, by the field's name; a check that is set is `yes`. */
export type Filled = Readonly<Record<string, string>>

/** One thing to choose. */
export type Option = { id: string; label: string }

/** A row of a form: `choice` shows its options, `pick` folds them away, `text` is written or scanned, `check` is a yes. */
export type Field =
  | { kind: 'choice' | 'pick'; name: string; label: string; options: Option[] }
  | { kind: 'text'; name: string; label: string }
  | { kind: 'check'; name: string; label: string }

/** A question as a form. `sending` is what Enter sends; `trouble` says in words what is still missing. */
export type Form = {
  headline: string
  body: string | null
  fields: Field[]
  icon: IconName
  label: string
} & ({ sending: Sending; trouble: null } | { sending: null; trouble: string })

/** The list that a digit of a number pad answers: the first that is still open, else the last; undefined without one. */
export const listAnswered = (form: Form, filled: Filled) => {
  const lists = form.fields.filter((field) => 'options' in field).filter(({ kind }) => kind === 'choice')
  return lists.find(({ name, options }) => !options.some(({ id }) => id === filled[name])) ?? lists.at(-1)
}

/** What every form is made from. */
export type Asked = { view: CounterView; filled: Filled; lang: Lang }

/** A code with its words as an option. */
export const optionsOf = (named: CounterView['services'], lang: Lang): Option[] =>
  named.map(({ id, name }) => ({ id, label: say(name, lang) }))

/** The reason that every override needs. */
export const reasonField = ({ view, lang }: Asked, kind: 'choice' | 'pick' = 'choice'): Field => ({
  kind,
  name: 'reason',
  label: wordsIn(lang)('whyReason'),
  options: optionsOf(view.reasons.override, lang),
})

/** The chosen code of a field; empty until one is chosen, and then the form does not send. */
export const chosen = (filled: Filled, name: string): Slug => filled[name] ?? ''

/** `A041` of `a41`, ` A041 ` or `a041`; null when that is no number. */
export const readNumber = (text: string): string | null => {
  const [, letter, digits] = /^([A-HJ-NP-Z])(\d{1,4})$/.exec(text.trim().toUpperCase()) ?? []
  return letter === undefined || digits === undefined ? null : `${letter}${digits.padStart(3, '0')}`
}

/**
 * The ticket of a number that staff wrote, as the day names it; null without a day or without a number. A number pad has no
 * letters: there the digits are enough where only one who waits has them.
 */
export const ticketOf = ({ view, filled }: Asked): { ticketId: TicketId; number: string } | null => {
  const written = (filled.number ?? '').trim()
  const [alike, ...more] = view.queue.filter(({ number }) => Number(number.slice(1)) === Number(written))
  const number = readNumber(written) ?? (more.length === 0 && written !== '' ? (alike?.number ?? null) : null)
  return number === null || view.day === null ? null : { ticketId: `${view.day}/${number}`, number }
}

/**
 * A form from its rows and from what it would send. Every row but a check must be filled first; a choice must still be
 * among its options. `sending` null: what was written is not a number.
 */
export const makeForm = (
  { filled, lang }: Asked,
  draft: Pick<Form, 'headline' | 'fields' | 'icon' | 'label'> & { body?: string; sending: Sending | null },
): Form => {
  const words = wordsIn(lang)
  const isFilled = (field: Field): boolean => {
    const value = filled[field.name] ?? ''
    if (field.kind === 'check') return true
    return field.kind === 'text' ? value.trim() !== '' : field.options.some(({ id }) => id === value)
  }
  const { sending, body = null, ...rest } = draft
  const empty = draft.fields.find((field) => !isFilled(field))
  if (empty !== undefined) return { ...rest, body, sending: null, trouble: words('fillFirst', { isian: empty.label }) }
  if (sending === null) return { ...rest, body, sending: null, trouble: words('notANumber') }
  return { ...rest, body, sending, trouble: null }
}
