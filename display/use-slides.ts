import { useEffect, useState } from 'preact/hooks'
import { type Slide, SlideList, slidePath } from '../protocol/slides.ts'

/** How often the folder is looked at, ms. */
const EVERY_MS = 60_000
/** How long an answer is waited for, ms. */
const TIMEOUT_MS = 5_000

/** Reads the list of slides; null when nothing that is one came, and the list before holds on. */
export const readSlides = async (
  send: (path: string, request: RequestInit) => Promise<Response>,
): Promise<SlideList | null> => {
  try {
    const response = await send('/slides', { cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS) })
    return response.ok ? (SlideList.safeParse(await response.json()).data ?? null) : null
  } catch {
    // fetch rejects for one reason only: no answer came, or not in time; a body that is no JSON is as good as none.
    return null
  }
}

/** Slides to show, and what to do with one that the browser cannot draw: it is left out until it is another picture. */
export type Slides = { slides: readonly Slide[]; onBroken: (slide: Slide) => void }

/** Looks at the office's folder every minute while the line holds (`isLive`). */
export const useSlides = (isLive: boolean): Slides => {
  const [known, setKnown] = useState<readonly Slide[]>([])
  const [broken, setBroken] = useState<readonly string[]>([])
  useEffect(() => {
    if (!isLive) return
    const look = async (): Promise<void> => {
      const list = await readSlides((path, request) => fetch(path, request))
      if (list === null) return
      setKnown((before) => (JSON.stringify(before) === JSON.stringify(list) ? before : list))
      setBroken((before) => before.filter((path) => list.some((slide) => slidePath(slide) === path)))
    }
    void look()
    const timer = setInterval(look, EVERY_MS)
    return () => clearInterval(timer)
  }, [isLive])
  return {
    slides: known.filter((slide) => !broken.includes(slidePath(slide))),
    onBroken: (slide) => setBroken((before) => [...before, slidePath(slide)]),
  }
}
