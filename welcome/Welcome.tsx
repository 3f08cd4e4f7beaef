import { useEffect, useState } from 'preact/hooks'
import type { Lang } from '../ui/texts.ts'
import { chooseScreen, type Known } from './choose-screen.ts'
import type { ConsoleApi } from './console-api.ts'
import type { ScreenProps } from './screen-props.ts'
import { AwayScreen } from './screens/AwayScreen.tsx'
import { ContinueScreen } from './screens/ContinueScreen.tsx'
import { DevicesScreen } from './screens/DevicesScreen.tsx'
import { HouseScreen } from './screens/HouseScreen.tsx'
import { PairScreen } from './screens/PairScreen.tsx'
import { SetUpScreen } from './screens/SetUpScreen.tsx'
import { TryScreen } from './screens/TryScreen.tsx'
import { TEXTS } from './texts.ts'

const RETRY_MS = 3_000

/** The page of the machine that the server runs on. `secret`: what the address carried behind its `#`. */
export function Welcome({ api, secret }: { api: ConsoleApi; secret: string }) {
  const [lang, setLang] = useState<Lang>('id')
  const [path, go] = usePath()
  const [known, setKnown] = useState<Known>({ status: 'asking' })
  const screen = chooseScreen(path, known)

  const ask = async () => {
    const asked = await api.readHouse()
    if (asked.status === 'done') setKnown({ status: 'open', house: asked.value })
    else if (asked.status === 'locked' || asked.status === 'elsewhere') setKnown({ status: asked.status })
    else setKnown({ status: 'unreachable' })
  }
  const needsHouse = screen.name !== 'pair' && screen.name !== 'continue'
  useEffect(() => {
    if (needsHouse) ask()
  }, [needsHouse])
  useEffect(() => {
    if (screen.name !== 'unreachable') return
    const timer = setInterval(ask, RETRY_MS)
    return () => clearInterval(timer)
  }, [screen.name])
  useEffect(() => {
    document.documentElement.lang = lang
  }, [lang])

  const props: ScreenProps = { api, lang, onLang: setLang, onChanged: ask }
  if (screen.name === 'loading') return null
  if (screen.name === 'pair') return <PairScreen {...props} token={secret} />
  if (screen.name === 'continue') return <ContinueScreen {...props} secret={secret} />
  if (screen.name === 'set-up') return <SetUpScreen {...props} given={secret} />
  if (screen.name === 'unreachable')
    return <AwayScreen {...props} head={TEXTS.unreachable} sub={TEXTS.unreachableSub} />
  if (screen.name === 'elsewhere') return <AwayScreen {...props} head={TEXTS.elsewhere} sub={TEXTS.elsewhereSub} />
  if (screen.name === 'try') return <TryScreen {...props} house={screen.house} onGo={go} />
  if (screen.name === 'devices') return <DevicesScreen {...props} house={screen.house} onGo={go} />
  return <HouseScreen {...props} house={screen.house} onGo={go} />
}

/** The path of this page, and a way to another of its paths that keeps the language and the back button. */
function usePath(): [string, (path: string) => void] {
  const [path, setPath] = useState(location.pathname)
  useEffect(() => {
    const read = () => setPath(location.pathname)
    addEventListener('popstate', read)
    return () => removeEventListener('popstate', read)
  }, [])
  const go = (next: string) => {
    history.pushState(null, '', next)
    setPath(next)
  }
  return [path, go]
}
