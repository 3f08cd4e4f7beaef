import { useEffect, useRef } from 'preact/hooks'
import { BURST_PAUSE_MS, type Heard, hear, isListening, QUIET, rest, type Wedge } from './wedge.ts'

/** Keys that mean something at a kiosk, besides those that write. All others belong to the browser and do nothing. */
const KEYS = ['Enter', 'Tab', 'Backspace', 'Shift', 'CapsLock', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']

/**
 * Listens to the whole document for a scanner that poses as a keyboard and for a person's keys; no field needs the
 * focus. `onHeard` returns true when it used a typed Enter, which then does not press the focused button. Key chords and
 * the browser's own keys (F5, Back, Refresh, Home, Escape …) do nothing at a kiosk.
 */
export const useKeys = (onHeard: (heard: Heard) => boolean): void => {
  const latest = useRef(onHeard)
  latest.current = onHeard
  useEffect(() => {
    let wedge: Wedge = QUIET
    let pause: ReturnType<typeof setTimeout> | undefined

    const onKey = (event: KeyboardEvent): void => {
      const chord = event.ctrlKey || event.altKey || event.metaKey
      if (chord || ([...event.key].length !== 1 && !KEYS.includes(event.key))) {
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
    document.addEventListener('keydown', onKey, { capture: true })
    return () => {
      clearTimeout(pause)
      document.removeEventListener('keydown', onKey, { capture: true })
    }
  }, [])
}
