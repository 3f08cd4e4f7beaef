import { useEffect } from 'preact/hooks'
import { say } from '../../ui/texts.ts'
import { Cover } from '../parts/Frame.tsx'
import type { ScreenProps } from '../screen-props.ts'
import { TEXTS } from '../texts.ts'

const RETRY_MS = 3_000

/** A screen comes from another server of the office and goes on by itself; `secret`: what `ui/elsewhere` wrote behind the `#`. */
export function ContinueScreen({ api, lang, onLang, secret }: ScreenProps & { secret: string }) {
  useEffect(() => {
    let again: ReturnType<typeof setTimeout> | undefined
    const go = async () => {
      const asked = await api.continueHere(Object.fromEntries(new URLSearchParams(secret)))
      if (asked.status === 'done') location.replace(asked.value)
      else again = setTimeout(go, RETRY_MS)
    }
    go()
    return () => clearTimeout(again)
  }, [api, secret])
  return (
    <Cover lang={lang} onLang={onLang} step={null}>
      <h2>{say(TEXTS.continueHead, lang)}</h2>
      <p class="sub">{say(TEXTS.continueSub, lang)}</p>
    </Cover>
  )
}
