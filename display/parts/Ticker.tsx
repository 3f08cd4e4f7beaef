import { Icon } from '../../ui/parts/Icon.tsx'
import { fill, type Lang } from '../../ui/texts.ts'
import { clockTime } from '../../ui/time.ts'
import type { Notice } from '../choose-screen.ts'
import { TEXTS } from '../texts.ts'

/** How long one language stands before the other takes its place, ms. */
const PAGE_MS = 8000

const LINES = { outage: TEXTS.outageLine, closing: TEXTS.closingLine }

/** The line at the foot of a board; it changes its page, it never scrolls. A notice takes its place. */
export function Ticker({ now, notice, zone }: { now: number; notice: Notice | null; zone: string }) {
  const lang: Lang = Math.floor(now / PAGE_MS) % 2 === 0 ? 'id' : 'en'
  return (
    <footer class="warta">
      <Icon name={notice?.notice === 'outage' ? 'awas' : 'info'} />
      <span lang={lang}>
        {notice === null ? TEXTS.ticker[lang] : fill(LINES[notice.notice][lang], { jam: clockTime(notice.at, zone) })}
      </span>
    </footer>
  )
}
