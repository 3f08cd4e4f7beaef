import { useEffect, useRef, useState } from 'preact/hooks'
import { useLive } from '../ui/connection.ts'
import { useNow } from '../ui/now.ts'
import { SurveyForm } from '../ui/survey/SurveyForm.tsx'
import { useFilling } from '../ui/survey/use-filling.ts'
import { fill, type Lang, otherLang, SHARED, say } from '../ui/texts.ts'
import { chooseScreen, timeoutOf, warningOf } from './choose-screen.ts'
import { Frame } from './parts/Frame.tsx'
import { Plain } from './parts/Plain.tsx'
import { Start } from './parts/Start.tsx'
import { TEXTS } from './texts.ts'
import { useSurveyLock } from './use-survey-lock.ts'

/** How often the time-out is looked at, ms. */
const TICK_MS = 500

/** The survey at one place: asks whoever the office invites, and goes back to its start when nobody is there. */
export function App({ place }: { place: string }) {
  const live = useLive({ role: 'survey', place })
  const view = live.status === 'live' || live.status === 'stale' ? live.view : null
  const now = useNow(view, TICK_MS)
  const [chosenLang, setLang] = useState<Lang | null>(null)
  const [absent, setAbsent] = useState(false)
  const { filling, open, leave, happen } = useFilling(live.enter)
  const touchedAt = useRef(0)
  const chosen = chooseScreen(live, { filling, absent })
  const first = view?.languages[0] ?? 'id'
  const lang = chosenLang ?? first
  const limit = timeoutOf(chosen)
  const step = chosen.screen === 'form' ? chosen.filling.step : chosen.screen
  const wipe = (): void => {
    leave()
    setAbsent(false)
    setLang(null)
  }
  const touch = (): void => {
    touchedAt.current = now ?? 0
  }
  useSurveyLock(touch)
  // A new step has its whole time.
  useEffect(touch, [step])
  const leftSec = limit === null || now === null ? null : limit - (now - touchedAt.current) / 1000
  const isOver = leftSec !== null && leftSec <= 0
  useEffect(() => {
    if (isOver) wipe()
  }, [isOver])
  useEffect(() => {
    document.documentElement.lang = lang
    document.title = say(TEXTS.title, lang)
  }, [lang])

  const warning = warningOf(chosen, leftSec)
  const others = view !== null && view.languages.length > 1 ? otherLang(lang) : null
  return (
    <Frame
      screen={chosen.screen}
      office={view?.office.name ?? 'Antrean'}
      aside={view?.counter == null ? null : fill(say(SHARED.counter, lang), { loket: view.counter })}
      other={others}
      onLang={setLang}
      warning={warning === null ? null : fill(say(TEXTS.returning, lang), { n: warning })}
    >
      {chosen.screen === 'form' && <SurveyForm filling={chosen.filling} lang={lang} happen={happen} onLeave={wipe} />}
      {chosen.screen === 'start' && (
        <Start view={chosen.view} lang={lang} onNumber={open} onAbsent={() => setAbsent(true)} />
      )}
      {chosen.screen !== 'form' && chosen.screen !== 'start' && (
        <Plain screen={chosen.screen} lang={lang} place={place} onBack={wipe} />
      )}
    </Frame>
  )
}
