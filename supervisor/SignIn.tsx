import { useEffect, useRef, useState } from 'preact/hooks'
import type { DeskOverview } from '../protocol/desk/desk.ts'
import { Notice } from '../ui/desk/Notice.tsx'
import { SignInFrame } from '../ui/desk/SignInFrame.tsx'
import { Icon } from '../ui/parts/Icon.tsx'
import { type Lang, say } from '../ui/texts.ts'
import type { DeskApi } from './desk-api.ts'
import { TEXTS, troubleText } from './texts.ts'

/** Number and PIN of a supervisor. The PIN is forgotten at every try. `note`: why they have to sign in again. */
export function SignIn(props: {
  api: DeskApi
  lang: Lang
  note: string | null
  onLang: (lang: Lang) => void
  onOpen: (overview: DeskOverview) => void
}) {
  const { api, lang, note, onLang, onOpen } = props
  const [staff, setStaff] = useState('')
  const [pin, setPin] = useState('')
  const [trouble, setTrouble] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (busy) return
    if (!/^\d{2,6}$/.test(staff) || !/^\d{6}$/.test(pin)) return setTrouble(say(TEXTS.signInIncomplete, lang))
    setBusy(true)
    const asked = await api.signIn({ staff, pin })
    setBusy(false)
    setPin('')
    if (asked.status === 'done') return onOpen(asked.value)
    const isStaff = asked.status === 'refused' && asked.refusal?.code === 'not-permitted'
    setTrouble(isStaff ? say(TEXTS.noSupervisor, lang) : troubleText(asked, lang))
  }

  const digits = (set: (value: string) => void) => (event: { currentTarget: HTMLInputElement }) =>
    set(event.currentTarget.value.replace(/\D/g, ''))
  return (
    <SignInFrame lang={lang} onLang={onLang}>
      <form class="kartu" onSubmit={submit}>
        <h1>{say(TEXTS.signInHead, lang)}</h1>
        <p>{note ?? say(TEXTS.signInSub, lang)}</p>
        <label for="nomor">{say(TEXTS.staffNumber, lang)}</label>
        <input
          ref={first}
          id="nomor"
          inputMode="numeric"
          autocomplete="username"
          maxLength={6}
          value={staff}
          onInput={digits(setStaff)}
        />
        <label for="pin">{say(TEXTS.pin, lang)}</label>
        <input
          id="pin"
          type="password"
          inputMode="numeric"
          autocomplete="one-time-code"
          maxLength={6}
          value={pin}
          onInput={digits(setPin)}
        />
        <Notice tone="rusak" text={trouble} />
        <button type="submit" class="tombol utama" disabled={busy}>
          <Icon name="kunci" />
          {say(TEXTS.signIn, lang)}
        </button>
      </form>
    </SignInFrame>
  )
}
