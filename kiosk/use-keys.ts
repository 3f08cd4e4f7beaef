import { useEffect, useRef } from 'preact/hooks'
import { BURST_PAUSE_MS, type Heard, hear, isListening, QUIET, rest, type Wedge } from './wedge.ts'

const refuse = (event: Event): void => event.preventDefault()

/**
 * Listens to the whole document for a scanner that poses as a keyboard and for a person's keys; no field needs the
 * focus. `onHeard` returns true when it used a typed Enter, which then does not press the focused button. Key chords
 * and function keys do nothing at a kiosk, nor do the context menu, dragging and selecting.
 */
export const useKeys = (onHeard: (heard: Heard) => boolean): void => {
  const latest = useRef(onHeard)
  latest.current = onHeard
  useEffect(() => {
    let wedge: Wedge = QUIET
    let pause: ReturnType<typeof setTimeout> | undefined

    const onKey = (event: KeyboardEvent): void => {
      const chord = event.ctrlKey || event.altKey || event.metaKey
      if (chord || /^F\d{1,2}$/.test(event.key)) {
        event.preventDefault()
        return
      }
      if (event.repeat || event.isComposing) return
      const burst = isListening(wedge)
      const hearing = hear(wedge, event.key, event.timeStamp)
      wedge = hearing.wedge
      // While a scan may be running, its spaces and its end must not press the button that has the focus.
      if (burst && (event.key === ' ' || hearing.heard.some((heard) => heard.type === 'scan'))) event.preventDefault()
      for (const heard of hearing.heard) if (latest.current(heard)) event.preventDefault()
      clearTimeout(pause)
      if (isListening(wedge)) pause = setTimeout(onPause, BURST_PAUSE_MS)
    }
    const onPause = (): void => {
      // A timer may fire a hair early by the events' clock; the burst has ended all the same.
      const hearing = rest(wedge, wedge.lastAtMs + BURST_PAUSE_MS)
      wedge = hearing.wedge
      for (const heard of hearing.heard) latest.current(heard)
    }
    const onWheel = (event: WheelEvent): void => {
      if (event.ctrlKey) event.preventDefault()
    }

    const refused = ['contextmenu', 'dragstart', 'selectstart', 'gesturestart'] as const
    document.addEventListener('keydown', onKey, { capture: true })
    document.addEventListener('wheel', onWheel, { passive: false })
    for (const name of refused) document.addEventListener(name, refuse)
    return () => {
      clearTimeout(pause)
      document.removeEventListener('keydown', onKey, { capture: true })
      document.removeEventListener('wheel', onWheel)
      for (const name of refused) document.removeEventListener(name, refuse)
    }
  }, [])
}
