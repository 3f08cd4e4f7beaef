import '../ui/jitless.ts'
import { render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import '../ui/tokens.css'
import './counter.css'
import './case.css'
import './desk.css'
import './form.css'
import './narrow.css'
import { Hello } from '../protocol/roles.ts'
import { useLive } from '../ui/connection.ts'
import { useNow } from '../ui/now.ts'
import { fill, type Lang, SHARED, say } from '../ui/texts.ts'
import { chooseScreen, isOffline } from './choose-screen.ts'
import { Desk } from './Desk.tsx'
import { Plain } from './screens/Plain.tsx'
import { TEXTS } from './texts.ts'
import { useAsking } from './use-asking.ts'

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

function Counter() {
  const [lang, setLang] = useState<Lang>('id')
  const live = useLive({ role: 'counter', place })
  const now = useNow(live.status === 'live' || live.status === 'stale' ? live.view : null)
  const offline = isOffline(live)
  const asking = useAsking(live, offline, lang)
  const chosen = chooseScreen(live, now)

  useEffect(() => {
    document.documentElement.lang = lang
    document.title = fill(say(SHARED.counter, lang), { loket: place })
  }, [lang])

  if (chosen.screen === 'loading') return <Plain headline={say(TEXTS.connecting, lang)} />
  if (chosen.screen === 'not-paired') return <NotPaired lang={lang} />
  return (
    <Desk chosen={chosen} now={now ?? chosen.view.at} offline={offline} asking={asking} lang={lang} onLang={setLang} />
  )
}

const root = document.getElementById('app')
const known = Hello.safeParse({ role: 'counter', place }).success
if (root) render(known ? <Counter /> : <NotPaired lang="id" />, root)
