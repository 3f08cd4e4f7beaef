import { useState } from 'preact/hooks'
import { say } from '../../ui/texts.ts'
import { FormButtons } from '../parts/FormButtons.tsx'
import type { FormProps } from './form-props.ts'
import { FLOOR } from './texts.ts'

/** Which stages an open counter helps with. */
export function HelpsForm({ view, lang, busy, counter, onSend, onClose }: FormProps & { counter: number }) {
  const now = view.counters.find((one) => one.counter === counter)
  const [helps, setHelps] = useState<readonly string[]>(now?.helps ?? [])
  const submit = (event: Event): void => {
    event.preventDefault()
    onSend({ type: 'SetHelps', counter, helps: [...helps] })
  }
  const offered = view.stages.filter(({ id }) => !now?.stages.includes(id))
  return (
    <form class="formulir" onSubmit={submit}>
      <p>{say(FLOOR.helpsSub, lang)}</p>
      {offered.map(({ id, name }) => (
        <label key={id} class="kotak">
          <input
            type="checkbox"
            checked={helps.includes(id)}
            onChange={({ currentTarget }) =>
              setHelps(currentTarget.checked ? [...helps, id] : helps.filter((one) => one !== id))
            }
          />
          {say(name, lang)}
        </label>
      ))}
      <FormButtons lang={lang} act={say(FLOOR.save, lang)} busy={busy} onClose={onClose} />
    </form>
  )
}
