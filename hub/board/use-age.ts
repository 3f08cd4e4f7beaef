import { useEffect, useState } from 'preact/hooks'

/** How long ago (ms) something came that came at `atMs` of `performance.now()`; looked at anew every `everyMs`. */
export const useAge = (atMs: number | null, everyMs: number): number => {
  const [, tick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return atMs === null ? 0 : Math.max(0, performance.now() - atMs)
}
