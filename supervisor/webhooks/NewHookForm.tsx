import { useState } from 'preact/hooks'
import { WebhookEvent } from '../../protocol/webhook-messages.ts'
import { type Lang, say } from '../../ui/texts.ts'
import { TEXTS } from '../texts.ts'
import { EVENTS, HOOKS } from './texts.ts'

/** What an integrator asks for first. */
const USUAL: readonly WebhookEvent[] = ['ticket.checked-in', 'ticket.called', 'ticket.finished']

/** Address and events of a new receiver; keeps what was typed until it is taken. */
export function NewHookForm(props: {
  lang: Lang
  example: boolean
  onSave: (wanted: { url: string; events: WebhookEvent[] }) => void
  onCancel: () => void
}) {
  const { lang, example, onSave, onCancel } = props
  const [url, setUrl] = useState('')
  const [events, setEvents] = useState<readonly WebhookEvent[]>(USUAL)
  const isReady = url.trim().length >= 8 && events.length > 0
  return (
    <form
      class="formulir"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) onSave({ url: url.trim(), events: WebhookEvent.options.filter((name) => events.includes(name)) })
      }}
    >
      <div>
        <label for="hook-url">{say(HOOKS.url, lang)}</label>
        <input
          id="hook-url"
          type="url"
          value={url}
          placeholder="https://"
          aria-describedby="hook-rule"
          onInput={(event) => setUrl(event.currentTarget.value)}
        />
        <p id="hook-rule" class="label">
          {say(example ? HOOKS.ruleExample : HOOKS.rule, lang)}
        </p>
      </div>
      <fieldset class="peristiwa">
        <legend>{say(HOOKS.events, lang)}</legend>
        {WebhookEvent.options.map((name) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={events.includes(name)}
              onChange={() =>
                setEvents(events.includes(name) ? events.filter((one) => one !== name) : [...events, name])
              }
            />
            {say(EVENTS[name], lang)}
          </label>
        ))}
      </fieldset>
      <div class="tindakan">
        <button type="submit" class="tombol utama" disabled={!isReady}>
          {say(HOOKS.save, lang)}
        </button>
        <button type="button" class="tombol" onClick={onCancel}>
          {say(TEXTS.cancel, lang)}
        </button>
      </div>
    </form>
  )
}
