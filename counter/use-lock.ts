import { useEffect, useRef } from 'preact/hooks'
import type { CounterView } from '../protocol/views.ts'
import { chooseLock } from './choose-lock.ts'
import type { Asking } from './use-asking.ts'

const TOUCHES = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

/**
 * Locks a counter that nobody touches, in any of its windows on this machine: signs its staff out, while the counter stays open
 * and the case in hand. Answers the seconds that are left once it is to be said. Drawn every second by the clock. A lock that
 * could not be told to the server is tried again.
 */
export const useLock = (view: CounterView | null, hosts: readonly Window[], asking: Asking): number | null => {
  const touchedMs = useRef(performance.now())
  const attended = view?.staff ?? null
  const staff = useRef(attended)
  if (staff.current !== attended) {
    staff.current = attended
    touchedMs.current = performance.now()
  }

  const channel = `antrean-counter-${view?.place ?? ''}`
  useEffect(() => {
    const others = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(channel)
    let toldMs = 0
    const touch = (): void => {
      touchedMs.current = performance.now()
      if (touchedMs.current - toldMs < 1000) return
      toldMs = touchedMs.current
      others?.postMessage(null)
    }
    const hear = (): void => {
      touchedMs.current = performance.now()
    }
    others?.addEventListener('message', hear)
    for (const host of hosts) for (const kind of TOUCHES) host.addEventListener(kind, touch)
    return () => {
      others?.close()
      for (const host of hosts) for (const kind of TOUCHES) host.removeEventListener(kind, touch)
    }
  }, [channel, hosts])

  const leftSec =
    view === null || attended === null ? null : chooseLock(performance.now() - touchedMs.current, view.lockMin)
  useEffect(() => {
    if (leftSec === 0) void asking.enter({ type: 'SignOut' })
  })
  return leftSec
}
