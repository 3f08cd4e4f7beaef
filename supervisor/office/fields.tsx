import type { ComponentChildren } from 'preact'
import { say } from '../../ui/texts.ts'
import { placeText, problemText } from './describe.ts'
import { type FieldPath, useField, useForm } from './form.tsx'
import { LABELS } from './labels.ts'

type FieldProps = { at: FieldPath; label?: string; about?: string | undefined }

/** What a field is called where nothing else is said: the last word of its place. */
const useLabel = (at: FieldPath, label: string | undefined): string => {
  const { lang } = useForm()
  if (label !== undefined) return label
  const text = placeText(at, lang).split(', ').at(-1) ?? ''
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function Frame(props: FieldProps & { children: ComponentChildren }) {
  const { at, about, children } = props
  const { lang, id, problem } = useField(at)
  const label = useLabel(at, props.label)
  return (
    <div class={problem === null ? 'bidang' : 'bidang keliru'}>
      <label for={id}>{label}</label>
      {children}
      {about !== undefined && (
        <p class="label" id={`${id}-ket`}>
          {about}
        </p>
      )}
      {problem !== null && (
        <p class="masalah" id={`${id}-salah`}>
          {label}: {problemText(problem, lang)}
        </p>
      )}
    </div>
  )
}

const describedBy = (id: string, about: string | undefined, isWrong: boolean): string | undefined =>
  [about === undefined ? null : `${id}-ket`, isWrong ? `${id}-salah` : null].filter((one) => one !== null).join(' ') ||
  undefined

/** One line of text; empty is null where `nullable`. */
export function TextField(props: FieldProps & { nullable?: boolean; clock?: boolean }) {
  const { at, about, nullable = false, clock = false } = props
  const { id, value, write, problem } = useField(at)
  const read = (text: string): string | null => {
    const typed = clock ? text.replace(':', '.') : text
    return typed === '' && nullable ? null : typed
  }
  return (
    <Frame {...props}>
      <input
        id={id}
        class={clock ? 'jam' : undefined}
        maxLength={clock ? 5 : undefined}
        placeholder={clock ? '08.00' : undefined}
        autocomplete="off"
        value={value === null || value === undefined ? '' : String(value)}
        aria-invalid={problem !== null}
        aria-describedby={describedBy(id, about, problem !== null)}
        onInput={(event) => write(read(event.currentTarget.value))}
      />
    </Frame>
  )
}

/** A day of the calendar. */
export function DateField(props: FieldProps) {
  const { at, about } = props
  const { id, value, write, problem } = useField(at)
  return (
    <Frame {...props}>
      <input
        id={id}
        type="date"
        value={typeof value === 'string' ? value : ''}
        aria-invalid={problem !== null}
        aria-describedby={describedBy(id, about, problem !== null)}
        onInput={(event) => write(event.currentTarget.value)}
      />
    </Frame>
  )
}

/** A text in both languages. */
export function WordsField({ at, label }: { at: FieldPath; label?: string }) {
  const { lang } = useForm()
  const name = useLabel(at, label)
  const spoken = (key: 'id' | 'en') => `${name}, ${say(LABELS[key] ?? { id: key, en: key }, lang)}`
  return (
    <div class="dua-bahasa">
      <TextField at={[...at, 'id']} label={spoken('id')} />
      <TextField at={[...at, 'en']} label={spoken('en')} />
    </div>
  )
}

/** A whole number; empty is null where `nullable`. What is typed and is no number stays and is told when it is reviewed. */
export function NumberField(props: FieldProps & { nullable?: boolean; unit?: string }) {
  const { at, about, nullable = false, unit } = props
  const { id, value, write, problem } = useField(at)
  const read = (text: string): unknown => {
    if (text.trim() === '') return nullable ? null : ''
    const number = Number(text.replace(',', '.'))
    return Number.isNaN(number) ? text : number
  }
  return (
    <Frame {...props}>
      <span class="dengan-satuan">
        <input
          id={id}
          inputMode="numeric"
          class="pendek"
          autocomplete="off"
          value={value === null || value === undefined ? '' : String(value)}
          aria-invalid={problem !== null}
          aria-describedby={describedBy(id, about, problem !== null)}
          onInput={(event) => write(read(event.currentTarget.value))}
        />
        {unit}
      </span>
    </Frame>
  )
}

/** One of several; `none` names the choice of nothing, which is null. Numbers stay numbers. */
export function PickField(
  props: FieldProps & { options: readonly { value: string | number; label: string }[]; none?: string },
) {
  const { at, about, options, none } = props
  const { id, value, write, problem } = useField(at)
  return (
    <Frame {...props}>
      <select
        id={id}
        value={value === null || value === undefined ? '' : String(value)}
        aria-invalid={problem !== null}
        aria-describedby={describedBy(id, about, problem !== null)}
        onChange={(event) => {
          const chosen = options.find((one) => String(one.value) === event.currentTarget.value)
          write(chosen === undefined ? null : chosen.value)
        }}
      >
        {none !== undefined && <option value="">{none}</option>}
        {options.map((one) => (
          <option key={one.value} value={String(one.value)}>
            {one.label}
          </option>
        ))}
      </select>
    </Frame>
  )
}

/** Yes or no. */
export function CheckField(props: FieldProps) {
  const { at, about } = props
  const { id, value, write } = useField(at)
  const label = useLabel(at, props.label)
  return (
    <div class="bidang centang">
      <input
        id={id}
        type="checkbox"
        checked={value === true}
        aria-describedby={about === undefined ? undefined : `${id}-ket`}
        onChange={(event) => write(event.currentTarget.checked)}
      />
      <label for={id}>{label}</label>
      {about !== undefined && (
        <p class="label" id={`${id}-ket`}>
          {about}
        </p>
      )}
    </div>
  )
}

/** Several of several, kept in the order in which they are offered. */
export function ChecksField(props: FieldProps & { options: readonly { value: string; label: string }[] }) {
  const { at, options } = props
  const { lang, id, value, write, problem } = useField(at)
  const label = useLabel(at, props.label)
  const chosen = Array.isArray(value) ? value.map(String) : []
  return (
    <fieldset class={problem === null ? 'bidang' : 'bidang keliru'}>
      <legend>{label}</legend>
      {options.map((one) => (
        <label key={one.value} class="centang" for={`${id}-${one.value}`}>
          <input
            id={`${id}-${one.value}`}
            type="checkbox"
            checked={chosen.includes(one.value)}
            onChange={(event) => {
              const now = event.currentTarget.checked
                ? [...chosen, one.value]
                : chosen.filter((other) => other !== one.value)
              write(options.map((other) => other.value).filter((other) => now.includes(other)))
            }}
          />
          {one.label}
        </label>
      ))}
      {problem !== null && <p class="masalah">{problemText(problem, lang)}</p>}
    </fieldset>
  )
}
