import '../ui/jitless.ts'
import { render } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import '../ui/tokens.css'
import './tracker.css'
import './survey.css'
import { Hello } from '../protocol/roles.ts'
import type { TrackerView } from '../protocol/views.ts'
import { useLive } from '../ui/connection.ts'
import { useNow } from '../ui/now.ts'
import { useFilling } from '../ui/survey/use-filling.ts'
import { type Lang, say } from '../ui/texts.ts'
import { makeAlarm } from './alarm.ts'
import { chooseAge, chooseAlarm, chooseScreen, chooseSeen, chooseTitle, type TrackerScreen } from './choose-screen.ts'
import { keepPage } from './keep-page.ts'
import { forgetTicket, keepTicket, readTicket } from './kept-ticket.ts'
import { Foot } from './parts/Foot.tsx'
import { Page } from './parts/Page.tsx'
import { AtCounter } from './screens/AtCounter.tsx'
import { Held } from './screens/Held.tsx'
import { NoTicket } from './screens/NoTicket.tsx'
import { Over } from './screens/Over.tsx'
import { Parked } from './screens/Parked.tsx'
import { Survey } from './screens/Survey.tsx'
import { Waiting } from './screens/Waiting.tsx'
import { TEXTS } from './texts.ts'
import { useWakeLock } from './use-wake-lock.ts'

/** `/t/<token>`. */
const token = location.pathname.split('/')[2] ?? ''
/** A mistyped address is nobody's ticket: the office is not even asked. */
const isTicket = Hello.safeParse({ role: 'tracker', token }).success

type Shown = Extract<TrackerScreen, { view: TrackerView }>

function ChosenTicket(props: {
  chosen: Shown
  now: number
  stale: boolean
  lang: Lang
  onSurvey: (ticketId: string) => void
}) {
  const { chosen, now, stale, lang, onSurvey } = props
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
      return <Over view={view} lang={lang} stale={stale} onSurvey={onSurvey} />
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
  const [kept] = useState(() => readTicket(token))
  const live = useLive({ role: 'tracker', token })
  const survey = useFilling(live.enter)
  const seen = chooseSeen(live, kept)
  const now = useNow(live.status === 'live' || live.status === 'stale' ? live.view : kept)
  const chosen = chooseScreen(seen, now)
  const { screen } = chosen
  const previous = useRef<TrackerScreen['screen'] | null>(null)
  const waits = 'view' in chosen && (chosen.view.status === 'waiting' || chosen.view.status === 'held')
  useWakeLock(armed && (waits || screen === 'called'))

  useEffect(() => {
    if (live.status !== 'live') return
    const ring = chooseAlarm(previous.current, screen)
    if (ring !== null) alarm.ring(ring)
    previous.current = screen
  }, [alarm, live.status, screen])

  useEffect(() => {
    document.title = chooseTitle(chosen, lang)
  })

  // Once a minute, too, so that its age is right when the phone is opened without a line.
  const view = live.status === 'live' ? live.view : null
  const minute = Math.floor((now ?? 0) / 60_000)
  useEffect(() => {
    if (screen === 'ended') forgetTicket(token)
    else if (view !== null) keepTicket(token, view, Math.max(view.at, minute * 60_000))
  }, [view, minute, screen])

  if (chosen.screen === 'ended') return <Ended lang={lang} onLang={onLang} />
  if (chosen.screen === 'loading')
    return (
      <Page office="Antrean" lang={lang} onLang={onLang}>
        <NoTicket headline={say(TEXTS.loading, lang)} />
      </Page>
    )
  const age = chooseAge(seen, now)
  const at = now ?? chosen.view.at
  const arm = (): void => {
    alarm.arm()
    setArmed(true)
  }
  if (survey.filling !== null)
    return (
      <Page office={chosen.view.office.name} lang={lang} onLang={onLang}>
        <Survey filling={survey.filling} lang={lang} happen={survey.happen} onLeave={survey.leave} />
      </Page>
    )
  return (
    <Page
      office={chosen.view.office.name}
      lang={lang}
      onLang={onLang}
      foot={
        <Foot now={at} zone={chosen.view.office.zone} age={age} armed={armed} onArm={waits ? arm : null} lang={lang} />
      }
    >
      <ChosenTicket chosen={chosen} now={at} stale={age !== null} lang={lang} onSurvey={survey.open} />
    </Page>
  )
}

function Phone() {
  const [lang, setLang] = useState<Lang>('id')
  useEffect(() => {
    document.documentElement.lang = lang
  }, [lang])
  return isTicket ? <Tracker lang={lang} onLang={setLang} /> : <Ended lang={lang} onLang={setLang} />
}

/** What the home screen of a phone opens this ticket with. */
const offerInstall = (): void => {
  const link = document.createElement('link')
  link.rel = 'manifest'
  link.href = `${location.pathname}/manifest.webmanifest`
  document.head.append(link)
}

if (isTicket) {
  offerInstall()
  // A phone that cannot keep the page shows it all the same.
  window.addEventListener('load', () => void keepPage().catch(() => undefined))
}
const root = document.getElementById('app')
if (root) render(<Phone />, root)
