import '../ui/jitless.ts'
import { render } from 'preact'
import '../ui/tokens.css'
import './display.css'
import './lists.css'
import './states.css'
import './side.css'
import './over-counter.css'
import './portrait.css'
import { Hello } from '../protocol/roles.ts'
import { useLive } from '../ui/connection.ts'
import { useNow } from '../ui/now.ts'
import { clockTime } from '../ui/time.ts'
import { chooseAside } from './choose-aside.ts'
import { chooseScreen } from './choose-screen.ts'
import { chooseWords } from './choose-words.ts'
import { Side } from './parts/Side.tsx'
import { Called } from './screens/Called.tsx'
import { Loading } from './screens/Loading.tsx'
import { NobodyCalled } from './screens/NobodyCalled.tsx'
import { NotPaired } from './screens/NotPaired.tsx'
import { OverCalled, OverIdle, OverResting, OverStale } from './screens/OverCounter.tsx'
import { Quiet } from './screens/Quiet.tsx'
import { Several } from './screens/Several.tsx'
import { Stale } from './screens/Stale.tsx'
import { chooseFlash } from './use-beat.ts'
import { useSlides } from './use-slides.ts'
import { useSpeech } from './use-speech.ts'

/** `/display/<place>`. */
const place = location.pathname.split('/')[2] ?? ''

function Display() {
  const live = useLive({ role: 'display', place })
  const now = useNow(live.status === 'live' || live.status === 'stale' ? live.view : null)
  const { silent } = useSpeech(live, now)
  const { slides, onBroken } = useSlides(live.status === 'live')
  const chosen = chooseScreen(live, now)
  if (chosen.screen === 'loading') return <Loading />
  if (chosen.screen === 'not-paired') return <NotPaired path={location.pathname} />
  const { view } = chosen
  const at = now ?? view.at
  const { zone } = view.office
  switch (chosen.screen) {
    case 'over-called':
      return <OverCalled call={chosen.call} flash={chooseFlash(chosen.call, at)} />
    case 'over-idle':
      return <OverIdle counter={chosen.counter} />
    case 'over-resting':
      return <OverResting counter={chosen.counter} resting={chooseWords(chosen.why, view, at)} zone={zone} />
    case 'over-stale':
      return <OverStale counter={chosen.counter} call={chosen.call} since={clockTime(chosen.lostAt, zone)} />
  }
  const side = <Side side={chooseAside(chosen, at, slides)} zone={zone} onBroken={onBroken} />
  const board = { view, now: at, soundBlocked: silent, side }
  switch (chosen.screen) {
    case 'closed':
    case 'before-open':
    case 'break':
    case 'outage':
      return <NobodyCalled {...board} resting={chooseWords(chosen.screen, view, at)} />
    case 'called':
    case 'recalled':
      return <Called {...board} call={chosen.call} flash={chooseFlash(chosen.call, at)} />
    case 'several':
      return (
        <Several {...board} calls={chosen.calls} flash={chosen.calls[0] ? chooseFlash(chosen.calls[0], at) : null} />
      )
    case 'quiet':
      return <Quiet {...board} call={chosen.call} />
    case 'stale':
      return <Stale {...board} call={chosen.call} lostAt={chosen.lostAt} />
  }
}

const root = document.getElementById('app')
const known = Hello.safeParse({ role: 'display', place }).success
if (root) render(known ? <Display /> : <NotPaired path={location.pathname} />, root)
