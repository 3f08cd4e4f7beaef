import type { ShownCall } from '../protocol/faces.ts'
import type { Words } from '../protocol/ids.ts'
import type { Slide } from '../protocol/slides.ts'
import type { DisplayView } from '../protocol/views.ts'
import { chooseEarlier, type DisplayScreen } from './choose-screen.ts'

/** How long a slide stands before the next one, ms. */
export const SLIDE_MS = 10_000

/** While the counters rest, calls made so recently still stand beside the words: somebody may be on the way, ms. */
const RECENT_MS = 10 * 60_000
/** More of them do not fit beside the words. */
const RECENT_MOST = 3

/** What stands beside the stub or the words: an announcement, the last calls, a picture of the office, or the ornament. */
export type Aside =
  | { aside: 'announcement'; words: Words }
  | { aside: 'calls'; calls: readonly ShownCall[] }
  | { aside: 'slide'; slide: Slide }
  | { aside: 'ornament' }

/** A screen of a hall, with a board to fill. */
export type BoardScreen = Extract<
  DisplayScreen,
  { screen: 'called' | 'recalled' | 'several' | 'quiet' | 'stale' | 'closed' | 'before-open' | 'break' | 'outage' }
>

/** The slide whose turn it is by the server's clock `now` (epoch ms), the same on every display; null without slides. */
export const chooseSlide = (now: number, slides: readonly Slide[]): Slide | null =>
  slides[Math.floor(now / SLIDE_MS) % slides.length] ?? null

/** Between slides the last calls have their turn, so a second look at them is never more than `SLIDE_MS` away. */
const chooseQuiet = (now: number, slides: readonly Slide[]): Slide | null =>
  Math.floor(now / SLIDE_MS) % 2 === 0 ? null : chooseSlide(now / 2, slides)

/** Calls of counters that work on while the others rest; with the day they are over. */
const chooseRecent = (view: DisplayView, now: number): ShownCall[] =>
  view.day === null
    ? []
    : chooseEarlier(view, [])
        .filter(({ at }) => now - at < RECENT_MS)
        .slice(0, RECENT_MOST)

/**
 * Chooses what fills the side of a board. An announcement comes before everything but a call, which has the stub and is never
 * moved; slides are shown only while nobody is being called and the line holds.
 */
export const chooseAside = (chosen: BoardScreen, now: number, slides: readonly Slide[]): Aside => {
  const { announcement } = chosen.view
  if (announcement !== null) return { aside: 'announcement', words: announcement.words }
  switch (chosen.screen) {
    case 'closed':
    case 'before-open':
    case 'break': {
      const calls = chooseRecent(chosen.view, now)
      if (calls.length > 0) return { aside: 'calls', calls }
      const slide = chooseSlide(now, slides)
      return slide === null ? { aside: 'ornament' } : { aside: 'slide', slide }
    }
    case 'outage':
      return { aside: 'ornament' }
    case 'quiet': {
      const slide = chooseQuiet(now, slides)
      return slide === null
        ? { aside: 'calls', calls: chooseEarlier(chosen.view, [chosen.call]) }
        : { aside: 'slide', slide }
    }
    case 'several':
      return { aside: 'calls', calls: chooseEarlier(chosen.view, chosen.calls) }
    case 'called':
    case 'recalled':
    case 'stale':
      return { aside: 'calls', calls: chooseEarlier(chosen.view, chosen.call === null ? [] : [chosen.call]) }
  }
}
