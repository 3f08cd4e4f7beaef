import { Icon } from '../../ui/parts/Icon.tsx'
import type { Lang } from '../../ui/texts.ts'
import { TEXTS } from '../texts.ts'

/** How long one language stands before the other takes its place, ms. */
const PAGE_MS = 8000

/** The line at the foot of a board; it changes its page, it never scrolls. */
export function Ticker({ now }: { now: number }) {
  const lang: Lang = Math.floor(now / PAGE_MS) % 2 === 0 ? 'id' : 'en'
  return (
    <footer class="warta">
      <Icon name="info" />
      <span lang={lang}>{TEXTS.ticker[lang]}</span>
    </footer>
  )
}
