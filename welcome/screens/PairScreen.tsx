import { useState } from 'preact/hooks'
import { Icon } from '../../ui/parts/Icon.tsx'
import { say } from '../../ui/texts.ts'
import type { Trouble } from '../console-api.ts'
import { Cover, Note } from '../parts/Frame.tsx'
import type { ScreenProps } from '../screen-props.ts'
import { TEXTS, troubleText } from '../texts.ts'

/** A device that was given an address with a token becomes a screen of the office, with one click. */
export function PairScreen({ api, lang, onLang, token }: ScreenProps & { token: string }) {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const used = trouble?.status === 'locked' || (trouble?.status === 'refused' && trouble.refusal === null)

  const pair = async () => {
    setBusy(true)
    const asked = await api.pair(token)
    if (asked.status === 'done') return location.assign(asked.value)
    setBusy(false)
    setTrouble(asked)
  }

  const text = used ? say(TEXTS.pairEnded, lang) : trouble && troubleText(trouble, lang)
  return (
    <Cover lang={lang} onLang={onLang} step={null}>
      <h2>{say(TEXTS.pairHead, lang)}</h2>
      <p class="sub">{say(TEXTS.pairSub, lang)}</p>
      <Note text={token === '' ? say(TEXTS.pairNoToken, lang) : text} trouble />
      <button type="button" class="tombol utama besar" disabled={busy || used || token === ''} onClick={pair}>
        {say(TEXTS.pairHead, lang)} <Icon name="kanan" />
      </button>
    </Cover>
  )
}
