import { useState } from 'preact/hooks'
import { OutageScope } from '../../protocol/commands.ts'
import { SCOPES } from '../../ui/desk/outage-words.ts'
import { say } from '../../ui/texts.ts'
import { FormButtons } from '../parts/FormButtons.tsx'
import type { FormProps } from './form-props.ts'
import { FLOOR } from './texts.ts'

/** What is down, before it is recorded. */
export function OutageForm({ lang, busy, onSend, onClose }: FormProps) {
  const [scope, setScope] = useState<OutageScope>('national')
  const submit = (event: Event): void => {
    event.preventDefault()
    onSend({ type: 'StartOutage', scope })
  }
  return (
    <form class="formulir" onSubmit={submit}>
      <p>{say(FLOOR.outageSub, lang)}</p>
      {OutageScope.options.map((option) => (
        <label key={option} class="kotak">
          <input type="radio" name="scope" checked={scope === option} onChange={() => setScope(option)} />
          {say(SCOPES[option], lang)}
        </label>
      ))}
      <FormButtons lang={lang} act={say(FLOOR.recordOutage, lang)} busy={busy} onClose={onClose} />
    </form>
  )
}
