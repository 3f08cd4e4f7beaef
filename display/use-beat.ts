import { useRef } from 'preact/hooks'

/** One beat of light, off and on, ms: a surface over a quarter of the glass never flashes faster (screens.md section 5). */
export const BEAT_MS = 1000

/**
 * CSS `animation-delay` of the beats of a call that came `ageMs` before it is drawn on a page that has been open for `pageMs`.
 * All calls of a page share one time, so that those which follow close upon each other never flash faster than a beat a
 * second; what is drawn again later goes on where it was and does not begin anew.
 */
export const beatDelay = (ageMs: number, pageMs: number): string =>
  `-${Math.floor(Math.max(0, ageMs) / BEAT_MS) * BEAT_MS + Math.round(pageMs % BEAT_MS)}ms`

/** A call's age, ms, while it is so new that it flashes by the server's clock `now`; null for an older one. */
export const chooseFlash = ({ at }: { at: number }, now: number): number | null =>
  now - at < 4 * BEAT_MS ? now - at : null

/** The style of a call's beats, kept from the first time that it flashes; none while `ageMs` is null: it does not. */
export const useBeat = (ageMs: number | null): { animationDelay: string } | undefined => {
  const kept = useRef<{ animationDelay: string } | undefined>(undefined)
  if (ageMs !== null) kept.current ??= { animationDelay: beatDelay(ageMs, performance.now()) }
  return kept.current
}
