import { useEffect, useLayoutEffect, useReducer, useRef } from 'preact/hooks'
import { useLive } from '../ui/connection.ts'
import { useNow } from '../ui/now.ts'
import { fill, say } from '../ui/texts.ts'
import { calendarDay } from '../ui/time.ts'
import { useCameraWatch } from './camera/use-camera-watch.ts'
import { chooseScreen } from './choose-screen.ts'
import type { Kiosk } from './deeds.ts'
import { drawScreen } from './draw-screen.tsx'
import { useGuidance } from './guidance/use-guidance.ts'
import { evolveLocal, type Local, openLocal } from './local.ts'
import { Head } from './parts/Head.tsx'
import { HelpBar } from './parts/HelpBar.tsx'
import { StillThere } from './parts/StillThere.tsx'
import { WARNING_MS } from './screen.ts'
import { ALWAYS } from './texts.ts'
import { useDeeds } from './use-deeds.ts'
import { useKeys } from './use-keys.ts'
import { useLock } from './use-lock.ts'
import { useTouches } from './use-touches.ts'

/** How often the screen is chosen anew, ms: the countdown shows whole seconds. */
const TICK_MS = 500

/** Where a reload finds the visit that was finished here: a random id, nothing of the person. */
const DISMISSED_KEY = 'antrean-dismissed'

const CLASS_OF = { large: 'besar', contrast: 'kontras', low: 'rendah' } as const

const useDress = ({ lang, modes }: Local, title: string): void =>
  useLayoutEffect(() => {
    const html = document.documentElement
    html.lang = lang
    document.title = title
    for (const mode of ['large', 'contrast', 'low'] as const)
      html.classList.toggle(CLASS_OF[mode], modes.includes(mode))
  }, [lang, modes, title])

/** The kiosk at one place: watches the office, listens to touches and scanners, shows the one screen that is due. */
export function App({ place }: { place: string }) {
  const live = useLive({ role: 'kiosk', place })
  const view = live.status === 'live' || live.status === 'stale' ? live.view : null
  const now = useNow(view, TICK_MS)
  const clock = useRef(0)
  clock.current = now ?? 0
  const [local, happen] = useReducer(evolveLocal, null, () => openLocal(sessionStorage.getItem(DISMISSED_KEY)))
  const screen = chooseScreen(live, local, now)
  const { perform, onHeard } = useDeeds({ live, view, local, screen, clock, happen })
  const { timeout } = screen
  const asked = timeout?.warning === 'dialog' && timeout.leftMs <= WARNING_MS

  useKeys(onHeard)
  useGuidance({ screen, local, view, asked, clock, happen })
  useLock()
  useCameraWatch((hasCamera) => happen({ type: 'camera-found', hasCamera }))
  useTouches(screen.name, asked, () => happen({ type: 'touched', at: clock.current }))
  useDress(local, fill(say(ALWAYS.title, local.lang), { place }))
  const joined = view !== null
  useEffect(() => {
    if (view && local.joinedAt === null) happen({ type: 'joined', at: view.at, staffCalledAt: view.staffCalledAt })
  }, [joined])
  const visit = view?.visit ?? null
  useEffect(() => {
    if (visit) happen({ type: 'visited' })
  }, [visit?.visitId, visit?.verdict])
  useEffect(() => {
    if (screen.expired === 'visit') {
      happen({ type: 'wiped', view })
      // The next visitor's Tab starts where the screen does.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    }
    if (screen.expired === 'question' && 'silence' in screen) perform(screen.silence)
  }, [screen.expired])
  useEffect(() => {
    if (local.dismissed !== null) sessionStorage.setItem(DISMISSED_KEY, local.dismissed)
  }, [local.dismissed])

  const zone = view?.office.zone ?? 'Asia/Jakarta'
  const kiosk: Kiosk = { lang: local.lang, zone, day: view?.day ?? null, place, now, perform }
  return (
    <div class="kiosk">
      <div class="wajah" inert={asked}>
        <Head kiosk={kiosk} office={view?.office.name ?? null} today={now === null ? null : calendarDay(now, zone)} />
        {drawScreen(screen, kiosk)}
        <HelpBar
          kiosk={kiosk}
          modes={local.modes}
          sound={local.sound}
          online={live.status === 'live'}
          staffCalled={view?.staffCalledAt != null}
        />
      </div>
      {asked && timeout && <StillThere timeout={timeout} kiosk={kiosk} />}
    </div>
  )
}
