import { useEffect, useRef, useState } from 'preact/hooks'
import type { Asked, Trouble } from './ask-server.ts'

/** The table frame appears at once, the word "Memuat" only when it takes longer than this, ms (screens.md section 7). */
const SLOW_MS = 400

/**
 * What a page has of its data. `value` stays while newer data is asked for or does not come; `trouble` says why it did not;
 * `slow` that the first has not come for a while; `atMs` is when the value came, by `performance.now()`.
 */
export type Loaded<T> = { value: T | null; trouble: Trouble | null; slow: boolean; atMs: number | null }

/**
 * Reads what a page shows: at once, whenever `key` changes, and every `everyMs` where it is given. Answers what is there, and
 * how to read it again. An answer that was overtaken by a newer question is dropped.
 */
export const useAsked = <T>(
  read: () => Promise<Asked<T>>,
  key: string,
  everyMs?: number,
): Loaded<T> & { again: () => Promise<void> } => {
  const [loaded, setLoaded] = useState<Loaded<T> & { key: string }>({
    ...{ key, value: null, trouble: null, slow: false, atMs: null },
  })
  const turn = useRef(0)
  const open = useRef(0)
  const ask = async (): Promise<void> => {
    turn.current += 1
    const mine = turn.current
    open.current += 1
    const asked = await read()
    open.current -= 1
    if (mine !== turn.current) return
    if (asked.status === 'done')
      setLoaded({ key, value: asked.value, trouble: null, slow: false, atMs: performance.now() })
    else setLoaded((before) => ({ ...before, key, value: before.key === key ? before.value : null, trouble: asked }))
  }
  useEffect(() => {
    void ask()
    const slow = setTimeout(
      () => setLoaded((now) => (now.key === key && now.value ? now : { ...now, slow: true })),
      SLOW_MS,
    )
    const timer =
      everyMs === undefined
        ? undefined
        : setInterval(() => {
            // A question more would overtake the one under way, and a slow server's answers would never be seen.
            if (open.current === 0) void ask()
          }, everyMs)
    return () => {
      clearTimeout(slow)
      clearInterval(timer)
      turn.current += 1
    }
  }, [key, everyMs])
  const isOther = loaded.key !== key
  return { ...loaded, value: isOther ? null : loaded.value, trouble: isOther ? null : loaded.trouble, again: ask }
}
