import { useEffect, useRef, useState } from 'preact/hooks'
import { Notice } from '../ui/desk/Notice.tsx'
import { SignInFrame } from '../ui/desk/SignInFrame.tsx'
import { Icon } from '../ui/parts/Icon.tsx'
import { type Lang, say } from '../ui/texts.ts'
import type { HubApi } from './hub-api.ts'
import { TEXTS, troubleText } from './texts.ts'

/** The most characters of a key. */
const KEY_MAX = 100

/** The reader's key, once: a cookie stands for it afterwards. It is forgotten at every try. */
export function SignIn(props: { api: HubApi; lang: Lang; onLang: (lang: Lang) => void; onOpen: () => void }) {
  const { api, lang, onLang, onOpen } = props
  const [key, setKey] = useState('')
  const [trouble, setTrouble] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (busy) return
    if (key.trim() === '') return setTrouble(say(TEXTS.keyMissing, lang))
    setBusy(true)
    const asked = await api.signIn(key.trim())
    setBusy(false)
    setKey('')
    if (asked.status === 'done') return onOpen()
    setTrouble(asked.status === 'signed-out' ? say(TEXTS.keyUnknown, lang) : troubleText(asked, lang))
    field.current?.focus()
  }

  return (
    <SignInFrame lang={lang} onLang={onLang}>
      <form class="kartu" onSubmit={submit}>
        <h1>{say(TEXTS.signInHead, lang)}</h1>
        <p>{say(TEXTS.signInSub, lang)}</p>
        <label for="kunci">{say(TEXTS.key, lang)}</label>
        <input
          ref={field}
          id="kunci"
          type="password"
          autocomplete="current-password"
          autocapitalize="none"
          spellcheck={false}
          maxLength={KEY_MAX}
          value={key}
          onInput={(event) => setKey(event.currentTarget.value)}
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
