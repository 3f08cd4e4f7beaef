import '../ui/jitless.ts'
import { render } from 'preact'
import '../ui/tokens.css'
import './display.css'
import './lists.css'
import './states.css'
import './portrait.css'
import { Hello } from '../protocol/roles.ts'
import { useLive } from '../ui/connection.ts'
import { useNow } from '../ui/now.ts'
import { chooseScreen } from './choose-screen.ts'
import { chooseWords } from './choose-words.ts'
import { Called } from './screens/Called.tsx'
import { Loading } from './screens/Loading.tsx'
import { NobodyCalled } from './screens/NobodyCalled.tsx'
import { NotPaired } from './screens/NotPaired.tsx'
import { Quiet } from './screens/Quiet.tsx'
import { Several } from './screens/Several.tsx'
import { Stale } from './screens/Stale.tsx'
import { useChimes } from './use-chimes.ts'

/** `/display/<place>`. */
const place = location.pathname.split('/')[2] ?? ''

function Display() {
  const live = useLive({ role: 'display', place })
  const now = useNow(live.status === 'live' || live.status === 'stale' ? live.view : null)
  const { freshCallNo, blocked } = useChimes(live)
  const chosen = chooseScreen(live, now)
  if (chosen.screen === 'loading') return <Loading />
  if (chosen.screen === 'not-paired') return <NotPaired path={location.pathname} />
  const board = { view: chosen.view, now: now ?? chosen.view.at, soundBlocked: blocked }
  switch (chosen.screen) {
    case 'closed':
    case 'before-open':
    case 'break':
    case 'outage':
      return <NobodyCalled {...board} resting={chooseWords(chosen.screen, chosen.view, board.now)} />
    case 'called':
    case 'recalled':
      return <Called {...board} call={chosen.call} flash={chosen.call.callNo === freshCallNo} />
    case 'several':
      return <Several {...board} calls={chosen.calls} flash={chosen.calls[0]?.callNo === freshCallNo} />
    case 'quiet':
      return <Quiet {...board} call={chosen.call} />
    case 'stale':
      return <Stale {...board} call={chosen.call} lostAt={chosen.lostAt} />
  }
}

const root = document.getElementById('app')
const known = Hello.safeParse({ role: 'display', place }).success
if (root) render(known ? <Display /> : <NotPaired path={location.pathname} />, root)
