import { useState } from 'preact/hooks'
import { Icon } from '../../ui/parts/Icon.tsx'
import { say } from '../../ui/texts.ts'
import type { Trouble } from '../console-api.ts'
import { CodeCells } from '../parts/CodeCells.tsx'
import { Cover, Note } from '../parts/Frame.tsx'
import type { ScreenProps } from '../screen-props.ts'
import { readSetupCode, SETUP_CODE_LENGTH } from '../setup-code.ts'
import { TEXTS, troubleText } from '../texts.ts'

/** Asks for the set-up code. `given`: what the address carried; a whole code leaves one click to do. */
export function SetUpScreen({ api, lang, onLang, onChanged, given }: ScreenProps & { given: string }) {
  const [code, setCode] = useState(readSetupCode(given))
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const whole = code.length === SETUP_CODE_LENGTH

  const unlock = async (event: Event) => {
    event.preventDefault()
    if (!whole || busy) return
    setBusy(true)
    const asked = await api.unlock(code)
    setBusy(false)
    if (asked.status === 'done') return onChanged()
    setTrouble(asked)
    if (asked.status === 'locked') setCode('')
  }

  return (
    <Cover lang={lang} onLang={onLang} step={1}>
      <h2>
        {say(TEXTS.hello, lang)}
        <br />
        {say(whole && given !== '' ? TEXTS.codeReady : TEXTS.enterCode, lang)}
      </h2>
      <p class="sub">{say(TEXTS.whyCode, lang)}</p>
      <form onSubmit={unlock}>
        <CodeCells
          code={code}
          label={say(TEXTS.stepCode, lang)}
          wrong={trouble?.status === 'locked'}
          onCode={setCode}
        />
        {trouble === null ? (
          <p class="label">{say(TEXTS.noCode, lang)}</p>
        ) : (
          <Note text={troubleText(trouble, lang, TEXTS.wrongCode)} trouble />
        )}
        <button type="submit" class="tombol utama besar" disabled={!whole || busy}>
          {say(TEXTS.openOffice, lang)} <Icon name="kanan" />
        </button>
      </form>
      <div class="catat">
        <p>
          <Icon name="jam" />
          <span>{say(TEXTS.soon, lang)}</span>
        </p>
        <p>
          <Icon name="lengkap" />
          <span>{say(TEXTS.noInternet, lang)}</span>
        </p>
      </div>
    </Cover>
  )
}
