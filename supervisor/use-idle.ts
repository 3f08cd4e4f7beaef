import { useEffect, useRef } from 'preact/hooks'

/** A desk that nobody touches for so long signs itself out, ms: whoever comes by could cancel tickets at it. */
const IDLE_MS = 30 * 60_000
const LOOK_MS = 10_000
const TOUCHES = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

/** Calls `onIdle` once when this page was not touched for half an hour, while `watched`. */
export const useIdle = (watched: boolean, onIdle: () => void): void => {
  const act = useRef(onIdle)
  act.current = onIdle
  useEffect(() => {
    if (!watched) return
    let touchedMs = performance.now()
    const touch = (): void => {
      touchedMs = performance.now()
    }
    for (const kind of TOUCHES) window.addEventListener(kind, touch)
    const timer = setInterval(() => {
      if (performance.now() - touchedMs >= IDLE_MS) act.current()
    }, LOOK_MS)
    return () => {
      clearInterval(timer)
      for (const kind of TOUCHES) window.removeEventListener(kind, touch)
    }
  }, [watched])
}
