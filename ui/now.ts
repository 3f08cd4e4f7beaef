import { useEffect, useRef, useState } from 'preact/hooks'

type Stamped = { at: number }

/**
 * The server's clock now (epoch ms): the newest view's `at` carried on by this machine's monotonic clock. The wall
 * clock of the screen is never asked, so a tablet that believes it is 1970 shows the right time. Null without a view.
 * Renders again every `everyMs`.
 */
export function useNow(view: Stamped, everyMs?: number): number
export function useNow(view: Stamped | null, everyMs?: number): number | null
export function useNow(view: Stamped | null, everyMs = 1000): number | null {
  const [, tick] = useState(0)
  const anchor = useRef<{ view: Stamped; seenAtMs: number } | null>(null)
  if (view === null) anchor.current = null
  else if (anchor.current?.view !== view) anchor.current = { view, seenAtMs: performance.now() }
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  if (anchor.current === null) return null
  return anchor.current.view.at + Math.round(performance.now() - anchor.current.seenAtMs)
}
