import type { Instant, Words } from '../protocol/ids.ts'
import type { DisplayView } from '../protocol/views.ts'
import { LANGS, type Lang } from '../ui/texts.ts'
import { chooseNotices, type Notice } from './choose-screen.ts'
import { withTime } from './choose-words.ts'
import { TEXTS } from './texts.ts'

/** How long a page of the ticker stands, ms (screens.md section 5): it changes, it never scrolls. */
export const PAGE_MS = 8000

/** What the foot of a board says now. `notice`: of what kind, null for a line of every day. */
export type TickerPage = { notice: Notice['notice'] | null; lang: Lang; text: string }

type Line = { notice: Notice['notice'] | null; words: Words }

const LINES = { outage: TEXTS.outageLine, closing: TEXTS.closingLine }

const pagesOf = ({ notice, words }: Line): TickerPage[] =>
  LANGS.filter((lang) => lang === 'id' || words.en !== words.id).map((lang) => ({ notice, lang, text: words[lang] }))

/**
 * The page at the foot by the server's clock `now` (epoch ms), the same on every display. The product's line and the office's
 * take turns, each in both languages; notices come first and again before every other line, so none is long away.
 */
export const chooseTicker = (view: DisplayView, now: Instant): TickerPage => {
  const lines: Line[] = [TEXTS.ticker, ...view.ticker].map((words) => ({ notice: null, words }))
  const notices: Line[] = chooseNotices(view, now).map(({ notice, at }) => ({
    notice,
    words: withTime(LINES[notice], at, view.office.zone),
  }))
  const pages = lines.flatMap((line) => [...notices, line]).flatMap(pagesOf)
  return pages[Math.floor(now / PAGE_MS) % pages.length] ?? { notice: null, lang: 'id', text: TEXTS.ticker.id }
}
