import { useState } from 'preact/hooks'

/** CSS pixels of the small window (mock-up counter-floating). */
const SIZE = { width: 420, height: 220 } as const

/** What Chromium has on secure pages: a window above all others. */
type Floating = { requestWindow(size: typeof SIZE): Promise<Window> }

const isFloating = (value: unknown): value is Floating =>
  typeof value === 'object' && value !== null && 'requestWindow' in value && typeof value.requestWindow === 'function'

const readFloating = (): Floating | null => {
  const found: unknown = Reflect.get(window, 'documentPictureInPicture')
  return isFloating(found) ? found : null
}

/** Gives a new window the looks of this page. */
const dress = ({ document: made }: Window): void => {
  made.documentElement.className = document.documentElement.className
  made.documentElement.lang = document.documentElement.lang
  made.title = document.title
  for (const sheet of document.querySelectorAll('link[rel="stylesheet"], style'))
    made.head.append(made.importNode(sheet, true))
}

/**
 * The small window beside other programs. Where the browser can keep a window above all others, `host` is that window, to be
 * drawn into; elsewhere this page is opened once more in a small window, which has a line of its own.
 */
export const useSmallWindow = (): { host: Window | null; open(): void } => {
  const [host, setHost] = useState<Window | null>(null)
  return {
    host,
    open() {
      const floating = readFloating()
      if (floating === null) {
        window.open(location.href, 'antrean-loket', `popup,width=${SIZE.width},height=${SIZE.height}`)?.focus()
        return
      }
      void floating.requestWindow(SIZE).then((made) => {
        dress(made)
        made.addEventListener('pagehide', () => setHost(null))
        setHost(made)
      })
    },
  }
}
