import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

/** One beat of light, off and on, ms: a surface over a quarter of the glass never flashes faster (screens.md section 5). */
export const BEAT_MS = 1000

/**
 * When the beats of a call begin, ms of a page that has been open for `pageMs`; the call came `ageMs` before it is drawn. All calls of a
 * page share one time, so that those which follow close upon each other never flash faster than a beat a second. The light is off in
 * the second half of a beat: a call that comes then is lit until the next one, and goes off three times like all others. What is drawn
 * again later goes on where it was and does not begin anew.
 */
export const beatsFrom = (ageMs: number, pageMs: number): number =>
  (Math.round(pageMs / BEAT_MS) - Math.floor(Math.max(0, ageMs) / BEAT_MS)) * BEAT_MS

/** A call's age, ms, while it is so new that it flashes by the server's clock `now`; null for an older one. */
export const chooseFlash = ({ at }: { at: number }, now: number): number | null =>
  now - at < 4 * BEAT_MS ? now - at : null

/**
 * For the `ref` of the surface that flashes: its beats, kept from the first time that it does; none while `ageMs` is null. The browser
 * would begin them with the first frame that shows them, which on a busy machine comes late, and two calls would not go off together.
 */
export const useBeat = <Surface extends HTMLElement>(ageMs: number | null): RefObject<Surface | null> => {
  const surface = useRef<Surface>(null)
  const from = useRef<number | null>(null)
  if (ageMs !== null) from.current ??= beatsFrom(ageMs, performance.now())
  const begins = from.current
  useLayoutEffect(() => {
    if (begins !== null) for (const beats of surface.current?.getAnimations?.() ?? []) beats.startTime = begins
  }, [begins])
  return surface
}
