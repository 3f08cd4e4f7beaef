import { useEffect } from 'preact/hooks'
import { answers } from '../../ui/elsewhere.ts'
import { say } from '../../ui/texts.ts'
import { Cover } from '../parts/Frame.tsx'
import type { ScreenProps } from '../screen-props.ts'
import { TEXTS } from '../texts.ts'

const RETRY_MS = 3_000

/** What a tab remembered goes on with it: a display knows what it had said. */
const remember = (tab: string | undefined): void => {
  try {
    for (const [key, value] of Object.entries(JSON.parse(tab ?? '{}'))) sessionStorage.setItem(key, String(value))
  } catch {
    // Cut short, or kept nowhere: the screen goes on without.
  }
}

/**
 * A screen comes from another server of the office and goes on by itself, or goes back when this one is gone as well. `secret`: what
 * `ui/elsewhere` wrote behind the `#`.
 */
export function ContinueScreen({ api, lang, onLang, secret }: ScreenProps & { secret: string }) {
  useEffect(() => {
    let again: ReturnType<typeof setTimeout> | undefined
    const { tab, ...brought } = Object.fromEntries(new URLSearchParams(secret))
    const go = async () => {
      const asked = await api.continueHere(brought)
      if (asked.status === 'done') {
        remember(tab)
        return location.replace(asked.value)
      }
      // The page's policy lets it ask nobody but servers of this office.
      const { from = '', path = '' } = brought
      if (asked.status === 'unreachable' && from !== location.origin && (await answers(from)))
        return location.replace(`${from}${path}`)
      again = setTimeout(go, RETRY_MS)
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
