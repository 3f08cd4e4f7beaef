import { useEffect, useRef } from 'preact/hooks'
import type { ScreenName } from './screen.ts'

/** A finger or mouse never takes the focus: Enter then presses only what was reached with Tab. */
const keepFocus = (event: Event): void => event.preventDefault()

/** A press of the glass: on which screen, when (ms of one monotonic clock) and where (CSS pixels). */
export type Press = { screen: ScreenName; atMs: number; x: number; y: number }

/** The second half of a double press comes within this time, ms, and this far away, px: shaking hands are slow. */
const SECOND_WITHIN_MS = 900
const SECOND_WITHIN_PX = 90

/**
 * Whether a press is the second half of a double one whose first half has already led to another screen: it was meant for
 * the button that stood there, and must not press what stands there now.
 */
export const isSecondHalf = (first: Press | null, press: Press): boolean =>
  first !== null &&
  first.screen !== press.screen &&
  press.atMs - first.atMs < SECOND_WITHIN_MS &&
  Math.hypot(press.x - first.x, press.y - first.y) < SECOND_WITHIN_PX

/**
 * Calls `onTouch` at every touch of the screen. While the question at the end of the time is `asked`, only the finished
 * touch counts: the question would vanish under the finger, which would then press what lies below it. The second half of
 * a double press is nobody's.
 */
export const useTouches = (screen: ScreenName, asked: boolean, onTouch: () => void): void => {
  const latest = useRef({ screen, asked, onTouch })
  latest.current = { screen, asked, onTouch }
  useEffect(() => {
    let first: Press | null = null
    const onPress = (event: MouseEvent): void => {
      // A press by key or by a program has no place on the glass.
      if (event.detail === 0) return
      const press = {
        ...{ screen: latest.current.screen, atMs: event.timeStamp },
        ...{ x: event.clientX, y: event.clientY },
      }
      if (isSecondHalf(first, press)) event.stopPropagation()
      else first = press
    }
    const onPointerDown = (): void => {
      if (!latest.current.asked) latest.current.onTouch()
    }
    const onClick = (): void => latest.current.onTouch()
    document.addEventListener('click', onPress, { capture: true })
    document.addEventListener('pointerdown', onPointerDown)
    document.addEventListener('click', onClick)
    document.addEventListener('mousedown', keepFocus)
    return () => {
      document.removeEventListener('click', onPress, { capture: true })
      document.removeEventListener('pointerdown', onPointerDown)
      document.removeEventListener('click', onClick)
      document.removeEventListener('mousedown', keepFocus)
    }
  }, [])
}
