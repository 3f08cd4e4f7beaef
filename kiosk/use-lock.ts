import { useEffect } from 'preact/hooks'

/** What a browser does by itself with a finger, a mouse or a file, and a kiosk does not. */
const REFUSED = [
  ...['contextmenu', 'selectstart', 'copy', 'cut', 'paste'],
  ...['dragstart', 'dragenter', 'dragover', 'drop'],
  ...['auxclick', 'wheel', 'gesturestart'],
] as const

/** Marks an entry of the browser's history that stands after the kiosk's own: going back from it stays at the kiosk. */
const BOLT = 'bolt'

const refuse = (event: Event): void => event.preventDefault()
const slide = (): void => history.pushState(BOLT, '')
/** The buttons of a mouse that go back and forward do so when they are let go. */
const refuseOthers = (event: MouseEvent): void => {
  if (event.button !== 0) event.preventDefault()
}

/**
 * Keeps the browser at the kiosk: no menu, no selection, nothing dragged or dropped, no zoom by wheel, no second button,
 * no way back in its history. Keys are `useKeys`'; pinching and double taps are kept off by the style sheet.
 */
export const useLock = (): void =>
  useEffect(() => {
    if (history.state !== BOLT) slide()
    for (const name of REFUSED) document.addEventListener(name, refuse, { passive: false })
    document.addEventListener('mouseup', refuseOthers)
    addEventListener('popstate', slide)
    return () => {
      for (const name of REFUSED) document.removeEventListener(name, refuse)
      document.removeEventListener('mouseup', refuseOthers)
      removeEventListener('popstate', slide)
    }
  }, [])
