import { useEffect, useRef } from 'preact/hooks'

/** What a browser does by itself with a finger, and a screen that strangers touch does not. */
const REFUSED = ['contextmenu', 'selectstart', 'dragstart', 'drop', 'gesturestart'] as const

const refuse = (event: Event): void => event.preventDefault()

/** Tells of every touch and key, and keeps the browser from menus, selections and dragged things. */
export const useSurveyLock = (onTouch: () => void): void => {
  const latest = useRef(onTouch)
  latest.current = onTouch
  useEffect(() => {
    const touch = (): void => latest.current()
    for (const name of REFUSED) document.addEventListener(name, refuse)
    document.addEventListener('pointerdown', touch)
    document.addEventListener('keydown', touch)
    return () => {
      for (const name of REFUSED) document.removeEventListener(name, refuse)
      document.removeEventListener('pointerdown', touch)
      document.removeEventListener('keydown', touch)
    }
  }, [])
}
