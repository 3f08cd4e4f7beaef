import '../ui/jitless.ts'
import { render } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import '../ui/tokens.css'
import './counter.css'
import './case.css'
import './desk.css'
import './form.css'
import './narrow.css'
import './floating.css'
import { Hello } from '../protocol/roles.ts'
import { useLive } from '../ui/connection.ts'
import { useNow } from '../ui/now.ts'
import { fill, type Lang, SHARED, say } from '../ui/texts.ts'
import { chooseScreen, isOffline } from './choose-screen.ts'
import { Desk } from './Desk.tsx'
import { Plain } from './screens/Plain.tsx'
import { TEXTS } from './texts.ts'
import { useAsking } from './use-asking.ts'
import { useLock } from './use-lock.ts'
import { useSmallWindow } from './use-small-window.ts'

/** `/counter/<number>`. */
const place = location.pathname.split('/')[2] ?? ''

function NotPaired({ lang }: { lang: Lang }) {
  return (
    <Plain
      headline={say(SHARED.notPaired, lang)}
      body={fill(say(SHARED.howToPair, lang), { role: 'counter', place })}
      path={location.pathname}
    />
  )
}

/** Back from a small window to the page that opened it, null where there is none. */
const leaveSmallWindow = (): (() => void) | null => {
  const { opener }: { opener: Window | null } = window
  if (opener === null) return null
  return () => {
    opener.focus()
    window.close()
  }
}

function Counter() {
  const [lang, setLang] = useState<Lang>('id')
  const live = useLive({ role: 'counter', place })
  const view = live.status === 'live' || live.status === 'stale' ? live.view : null
  const now = useNow(view)
  const offline = isOffline(live)
  const asking = useAsking(live, offline, lang)
  const small = useSmallWindow()
  const hosts = useMemo(() => (small.host === null ? [window] : [window, small.host]), [small.host])
  const lockSec = useLock(view, hosts, asking)
  const chosen = chooseScreen(live, now)

  useEffect(() => {
    document.documentElement.lang = lang
    document.title = fill(say(SHARED.counter, lang), { loket: place })
  }, [lang])

  const draw = (host: Window, onEnlarge: (() => void) | null) => {
    if (chosen.screen === 'loading') return <Plain headline={say(TEXTS.connecting, lang)} />
    if (chosen.screen === 'not-paired') return <NotPaired lang={lang} />
    const at = now ?? chosen.view.at
    const shared = { chosen, now: at, offline, asking, lang, onLang: setLang, lockSec, onSmallWindow: small.open }
    return <Desk {...shared} host={host} onEnlarge={onEnlarge} />
  }
  // A window of its own is drawn as this one is, with every change.
  useEffect(() => {
    const { host } = small
    if (host !== null)
      render(
        draw(host, () => host.close()),
        host.document.body,
      )
  })
  return draw(window, leaveSmallWindow())
}

const root = document.getElementById('app')
const known = Hello.safeParse({ role: 'counter', place }).success
if (root) render(known ? <Counter /> : <NotPaired lang="id" />, root)
