import '../ui/jitless.ts'
import { render } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import '../ui/tokens.css'
import './tracker.css'
import { Hello } from '../protocol/roles.ts'
import type { TrackerView } from '../protocol/views.ts'
import { useLive } from '../ui/connection.ts'
import { useNow } from '../ui/now.ts'
import { type Lang, say } from '../ui/texts.ts'
import { makeAlarm } from './alarm.ts'
import { chooseAge, chooseScreen, choosesAlarm, type TrackerScreen } from './choose-screen.ts'
import { Foot } from './parts/Foot.tsx'
import { Page } from './parts/Page.tsx'
import { AtCounter } from './screens/AtCounter.tsx'
import { Held } from './screens/Held.tsx'
import { NoTicket } from './screens/NoTicket.tsx'
import { Over } from './screens/Over.tsx'
import { Parked } from './screens/Parked.tsx'
import { Waiting } from './screens/Waiting.tsx'
import { TEXTS } from './texts.ts'

/** `/t/<token>`. */
const token = location.pathname.split('/')[2] ?? ''

type Shown = Extract<TrackerScreen, { view: TrackerView }>

function ChosenTicket(props: { chosen: Shown; now: number; stale: boolean; lang: Lang }) {
  const { chosen, now, stale, lang } = props
  const { screen, view } = chosen
  switch (screen) {
    case 'waiting':
    case 'next':
    case 'next-stage':
      return <Waiting view={view} screen={screen} now={now} lang={lang} />
    case 'held':
      return <Held view={view} now={now} lang={lang} />
    case 'called':
    case 'serving':
      return <AtCounter view={view} stale={stale} lang={lang} />
    case 'parked':
      return <Parked view={view} lang={lang} />
    default:
      return <Over view={view} lang={lang} />
  }
}

function Ended({ lang, onLang }: { lang: Lang; onLang: (lang: Lang) => void }) {
  return (
    <Page office="Antrean" lang={lang} onLang={onLang}>
      <NoTicket headline={say(TEXTS.ended, lang)} body={say(TEXTS.endedBody, lang)} />
    </Page>
  )
}

type LangProps = { lang: Lang; onLang: (lang: Lang) => void }

function Tracker({ lang, onLang }: LangProps) {
  const [armed, setArmed] = useState(false)
  const [alarm] = useState(makeAlarm)
  const live = useLive({ role: 'tracker', token })
  const now = useNow(live.status === 'live' || live.status === 'stale' ? live.view : null)
  const chosen = chooseScreen(live)
  const status = live.status === 'live' ? live.view.status : null
  const previous = useRef<TrackerView['status'] | null>(null)

  useEffect(() => {
    if (status === null) return
    if (choosesAlarm(previous.current, status)) alarm.ring()
    previous.current = status
  }, [alarm, status])

  if (chosen.screen === 'ended') return <Ended lang={lang} onLang={onLang} />
  if (chosen.screen === 'loading')
    return (
      <Page office="Antrean" lang={lang} onLang={onLang}>
        <NoTicket headline={say(TEXTS.loading, lang)} />
      </Page>
    )
  const { view } = chosen
  const age = chooseAge(live, now)
  const at = now ?? view.at
  const arm = (): void => {
    alarm.arm()
    setArmed(true)
  }
  const waits = view.status === 'waiting' || view.status === 'held'
  return (
    <Page
      office={view.office.name}
      lang={lang}
      onLang={onLang}
      foot={<Foot now={at} zone={view.office.zone} age={age} armed={armed} onArm={waits ? arm : null} lang={lang} />}
    >
      <ChosenTicket chosen={chosen} now={at} stale={age !== null} lang={lang} />
    </Page>
  )
}

function Phone() {
  const [lang, setLang] = useState<Lang>('id')
  useEffect(() => {
    document.documentElement.lang = lang
  }, [lang])
  // A mistyped address is nobody's ticket: the office is not even asked.
  const known = Hello.safeParse({ role: 'tracker', token }).success
  return known ? <Tracker lang={lang} onLang={setLang} /> : <Ended lang={lang} onLang={setLang} />
}

const root = document.getElementById('app')
if (root) render(<Phone />, root)
