import { useEffect, useRef, useState } from 'preact/hooks'
import type { DisplayView } from '../protocol/views.ts'
import type { Seen } from '../ui/seen.ts'
import { openChime } from './chime.ts'
import { type Acted, chooseChimes } from './choose-chimes.ts'

/** What the calls bring about besides the picture. */
export type Chimes = {
  /** The newest call that was new to this page: its stub flashes. Null until there is one. */
  freshCallNo: number | null
  /** The browser lets no sound out: the screen says so. */
  blocked: boolean
}

/** Sounds the bell at new calls of a live view. */
export const useChimes = (seen: Seen<DisplayView>): Chimes => {
  const [chime] = useState(openChime)
  const [blocked, setBlocked] = useState(false)
  const [freshCallNo, setFresh] = useState<number | null>(null)
  const acted = useRef<Acted | null>(null)
  const clock = useRef({ epoch: '', aheadMs: 0 })
  const view = seen.status === 'live' ? seen.view : null

  useEffect(() => {
    const stop = chime.watch(setBlocked)
    return () => {
      stop()
      chime.close()
    }
  }, [chime])

  useEffect(() => {
    if (view === null) return
    // Views that piled up while the page slept arrive late: the furthest clock known is the closest to the truth.
    const aheadMs = view.at - performance.now()
    const known = clock.current
    clock.current = {
      epoch: view.epoch,
      aheadMs: known.epoch === view.epoch ? Math.max(known.aheadMs, aheadMs) : aheadMs,
    }
    const chosen = chooseChimes(acted.current, view, performance.now() + clock.current.aheadMs)
    acted.current = chosen.acted
    const newest = chosen.chimes.at(-1)
    if (newest === undefined) return
    setFresh(newest.callNo)
    chime.ring(chosen.chimes.length)
  }, [chime, view])

  return { freshCallNo, blocked }
}
