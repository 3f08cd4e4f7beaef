import { useState } from 'preact/hooks'
import type { Words } from '../../protocol/ids.ts'
import { fill, type Lang, say } from '../../ui/texts.ts'
import { FormButtons } from '../parts/FormButtons.tsx'
import type { FormProps } from './form-props.ts'
import { FLOOR } from './texts.ts'

type Reasons = readonly { id: string; name: Words }[]

/** Why: one of the office's codes, so that it is counted. */
function ReasonField(props: { reasons: Reasons; value: string; lang: Lang; onValue: (reason: string) => void }) {
  const { reasons, value, lang, onValue } = props
  return (
    <>
      <label for="reason">{say(FLOOR.reason, lang)}</label>
      <select id="reason" value={value} onChange={({ currentTarget }) => onValue(currentTarget.value)}>
        {reasons.map(({ id, name }) => (
          <option key={id} value={id}>
            {say(name, lang)}
          </option>
        ))}
      </select>
    </>
  )
}

const QUEUE = 'queue'

/** Where a ticket is sent: back into its queue, to another stage, or to one counter alone. */
export function MoveForm({ view, lang, busy, ticketId, onSend, onClose }: FormProps & { ticketId: string }) {
  const [to, setTo] = useState(QUEUE)
  const [reason, setReason] = useState(view.reasons.override[0]?.id ?? '')
  const open = view.counters.filter(({ status }) => status !== 'closed')
  const served = view.stages.filter(({ id }) => open.some(({ stages }) => stages.includes(id)))
  const submit = (event: Event): void => {
    event.preventDefault()
    const [kind, which = ''] = to.split(' ')
    if (kind === 'stage') onSend({ type: 'Reassign', ticketId, reason, to: { kind, stage: which } })
    else if (kind === 'counter') onSend({ type: 'Reassign', ticketId, reason, to: { kind, counter: Number(which) } })
    else onSend({ type: 'Reassign', ticketId, reason, to: { kind: 'queue' } })
  }
  const options: [string, string][] = [
    [QUEUE, say(FLOOR.toQueue, lang)],
    ...served.map(({ id, name }): [string, string] => [
      `stage ${id}`,
      fill(say(FLOOR.toStage, lang), { tahap: say(name, lang) }),
    ]),
    ...open.map(({ counter }): [string, string] => [
      `counter ${counter}`,
      fill(say(FLOOR.toCounter, lang), { loket: counter }),
    ]),
  ]
  return (
    <form class="formulir" onSubmit={submit}>
      <label for="to">{say(FLOOR.to, lang)}</label>
      <select id="to" value={to} onChange={({ currentTarget }) => setTo(currentTarget.value)}>
        {options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <ReasonField reasons={view.reasons.override} value={reason} lang={lang} onValue={setReason} />
      <FormButtons lang={lang} act={say(FLOOR.move, lang)} busy={busy} onClose={onClose} />
    </form>
  )
}

/** Why a ticket is ended, before it is. */
export function CancelForm({ view, lang, busy, ticketId, onSend, onClose }: FormProps & { ticketId: string }) {
  const [reason, setReason] = useState(view.reasons.cancel[0]?.id ?? '')
  const submit = (event: Event): void => {
    event.preventDefault()
    onSend({ type: 'CancelTicket', ticketId, reason })
  }
  return (
    <form class="formulir" onSubmit={submit}>
      <p>{say(FLOOR.cancelSub, lang)}</p>
      <ReasonField reasons={view.reasons.cancel} value={reason} lang={lang} onValue={setReason} />
      <FormButtons lang={lang} act={say(FLOOR.cancelTicket, lang)} busy={busy} onClose={onClose} />
    </form>
  )
}
