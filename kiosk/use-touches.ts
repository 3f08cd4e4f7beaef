import { useEffect, useRef } from 'preact/hooks'

/** A finger or mouse never takes the focus: Enter then presses only what was reached with Tab. */
const keepFocus = (event: Event): void => event.preventDefault()

/**
 * Calls `onTouch` at every touch of the screen. While the question at the end of the time is `asked`, only the finished
 * touch counts: the question would vanish under the finger, which would then press what lies below it.
 */
export const useTouches = (asked: boolean, onTouch: () => void): void => {
  const latest = useRef({ asked, onTouch })
  latest.current = { asked, onTouch }
  useEffect(() => {
    const onPointerDown = (): void => {
      if (!latest.current.asked) latest.current.onTouch()
    }
    const onClick = (): void => latest.current.onTouch()
    document.addEventListener('pointerdown', onPointerDown)
    document.addEventListener('click', onClick)
    document.addEventListener('mousedown', keepFocus)
    return () => {
      document.removeEventListener('pointerdown', onPointerDown)
      document.removeEventListener('click', onClick)
      document.removeEventListener('mousedown', keepFocus)
    }
  }, [])
}
