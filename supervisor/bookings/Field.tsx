import type { ComponentChildren } from 'preact'

/** One field of a form: its label above it. */
export function Field({ id, label, children }: { id: string; label: string; children: ComponentChildren }) {
  return (
    <div>
      <label for={id}>{label}</label>
      {children}
    </div>
  )
}

/** A field of one line. */
export function TextField(props: {
  id: string
  label: string
  value: string
  onValue: (value: string) => void
  type?: 'text' | 'date' | 'password'
  hint?: string
}) {
  const { id, label, value, onValue, type = 'text', hint } = props
  const more = {
    ...{ id, value, placeholder: hint, autocomplete: 'off', spellcheck: false },
    onInput: (event: { currentTarget: HTMLInputElement }) => onValue(event.currentTarget.value),
  }
  return (
    <Field id={id} label={label}>
      {type === 'text' && <input type="text" {...more} />}
      {type === 'date' && <input type="date" {...more} />}
      {type === 'password' && <input type="password" {...more} />}
    </Field>
  )
}

/** A choice of a few. */
export function ChoiceField(props: {
  id: string
  label: string
  value: string
  choices: readonly { value: string; text: string }[]
  onValue: (value: string) => void
}) {
  const { id, label, value, choices, onValue } = props
  return (
    <Field id={id} label={label}>
      <select id={id} value={value} onChange={(event) => onValue(event.currentTarget.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.text}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** A yes or no. */
export function YesField(props: { id: string; label: string; value: boolean; onValue: (value: boolean) => void }) {
  const { id, label, value, onValue } = props
  return (
    <p class="ya">
      <input id={id} type="checkbox" checked={value} onChange={(event) => onValue(event.currentTarget.checked)} />
      <label for={id}>{label}</label>
    </p>
  )
}
