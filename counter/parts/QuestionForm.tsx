import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Lang } from '../../ui/texts.ts'
import { type Field, type Filled, type Form, listAnswered, type Sending } from '../questions/question.ts'
import { wordsIn } from '../texts.ts'
import { SHEET_FORM } from './ActionButton.tsx'
import { Sheet } from './Sheet.tsx'

type FieldProps<K extends Field['kind']> = {
  field: Extract<Field, { kind: K }>
  value: string
  lang: Lang
  onWrite: (name: string, value: string) => void
}

function Choice({ field, value, numbered, onWrite }: FieldProps<'choice' | 'pick'> & { numbered: boolean }) {
  return (
    <fieldset>
      <legend class="label">{field.label}</legend>
      <div class="pilihan">
        {field.options.map(({ id, label }, i) => (
          <label key={id} class="kotak" data-angka={numbered && i < 9 ? i + 1 : undefined}>
            <input type="radio" name={field.name} checked={id === value} onChange={() => onWrite(field.name, id)} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function Pick({ field, value, lang, onWrite }: FieldProps<'choice' | 'pick'>) {
  return (
    <label class="berlabel">
      <span class="label">{field.label}</span>
      <select value={value} onChange={(event) => onWrite(field.name, event.currentTarget.value)}>
        <option value="">{wordsIn(lang)('choosePick')}</option>
        {field.options.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </label>
  )
}

function Text({ field, value, onWrite }: FieldProps<'text'>) {
  return (
    <label class="berlabel">
      <span class="label">{field.label}</span>
      <input
        type="text"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        value={value}
        onInput={(event) => onWrite(field.name, event.currentTarget.value)}
      />
    </label>
  )
}

function Check({ field, value, onWrite }: FieldProps<'check'>) {
  return (
    <label class="kotak">
      <input
        type="checkbox"
        checked={value === 'yes'}
        onChange={(event) => onWrite(field.name, event.currentTarget.checked ? 'yes' : '')}
      />
      {field.label}
    </label>
  )
}

function FieldRow(props: {
  field: Field
  value: string
  numbered: boolean
  lang: Lang
  onWrite: (name: string, value: string) => void
}) {
  const { field, numbered, ...rest } = props
  switch (field.kind) {
    case 'choice':
      return <Choice field={field} numbered={numbered} {...rest} />
    case 'pick':
      return <Pick field={field} {...rest} />
    case 'text':
      return <Text field={field} {...rest} />
    case 'check':
      return <Check field={field} {...rest} />
  }
}

/**
 * A question on the sheet. The first row has the focus; what is missing is said at the try to send, and not before, and has the
 * focus then. The list that a number pad answers shows its digits.
 */
export function QuestionForm(props: {
  form: Form
  filled: Filled
  lang: Lang
  onWrite: (name: string, value: string) => void
  onSend: (sending: Sending) => void
}) {
  const { form, filled, lang, onWrite, onSend } = props
  const [tried, setTried] = useState(false)
  const element = useRef<HTMLFormElement>(null)
  // Before the next key can be struck: a fast hand presses F6 and the arrow in one go.
  useLayoutEffect(() => element.current?.querySelector<HTMLElement>('input, select')?.focus(), [])
  const submit = (event: Event): void => {
    event.preventDefault()
    setTried(form.sending === null)
    if (form.sending !== null) {
      onSend(form.sending)
      return
    }
    const missing = form.fields.findIndex(({ kind, name }) => kind !== 'check' && (filled[name] ?? '').trim() === '')
    element.current
      ?.querySelectorAll<HTMLElement>('.baris')
      [missing]?.querySelector<HTMLElement>('input, select')
      ?.focus()
  }
  return (
    <Sheet
      head={
        <div class="berikut tanya" role="status">
          <h1>{form.headline}</h1>
          {form.body !== null && <p>{form.body}</p>}
        </div>
      }
    >
      <form id={SHEET_FORM} class="isian tanya-isian" ref={element} onSubmit={submit}>
        {form.fields.map((field) => (
          <div key={field.name} class="baris">
            <FieldRow
              field={field}
              value={filled[field.name] ?? ''}
              numbered={field === listAnswered(form, filled)}
              lang={lang}
              onWrite={onWrite}
            />
          </div>
        ))}
        <p class="rusak" role="alert">
          {tried ? (form.trouble ?? '') : ''}
        </p>
      </form>
    </Sheet>
  )
}
