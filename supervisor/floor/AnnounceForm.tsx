import { useState } from 'preact/hooks'
import { say } from '../../ui/texts.ts'
import { FormButtons } from '../parts/FormButtons.tsx'
import type { FormProps } from './form-props.ts'
import { FLOOR } from './texts.ts'

/** The most that is read at a glance (screens.md section 7). */
const LONGEST = 90

/** What everybody in the hall is told. */
export function AnnounceForm({ lang, busy, onSend, onClose }: FormProps) {
  const [id, setId] = useState('')
  const [en, setEn] = useState('')
  const submit = (event: Event): void => {
    event.preventDefault()
    onSend({ type: 'Announce', words: { id: id.trim(), en: en.trim() === '' ? id.trim() : en.trim() } })
  }
  const field = (name: string, label: string, value: string, set: (value: string) => void, required: boolean) => (
    <>
      <label for={name}>
        {label} <small class="label">{`${value.length} / ${LONGEST}`}</small>
      </label>
      <textarea
        id={name}
        rows={2}
        maxLength={LONGEST}
        required={required}
        value={value}
        onInput={({ currentTarget }) => set(currentTarget.value)}
      />
    </>
  )
  return (
    <form class="formulir" onSubmit={submit}>
      <p>{say(FLOOR.announceSub, lang)}</p>
      {field('words-id', say(FLOOR.indonesian, lang), id, setId, true)}
      {field('words-en', say(FLOOR.english, lang), en, setEn, false)}
      <FormButtons lang={lang} act={say(FLOOR.send, lang)} busy={busy} onClose={onClose} />
    </form>
  )
}
