import { Icon } from '../../ui/parts/Icon.tsx'
import type { TickerPage } from '../choose-ticker.ts'

/** A line of so many characters is set smaller, on two lines. */
const LONG = 88

/** The line at the foot of a board; it changes its page, it never scrolls. */
export function Ticker({ page: { notice, lang, text } }: { page: TickerPage }) {
  return (
    <footer class={text.length > LONG ? 'warta panjang' : 'warta'}>
      <Icon name={notice === 'outage' ? 'awas' : notice === 'closing' ? 'jam' : 'info'} />
      <span lang={lang}>{text}</span>
    </footer>
  )
}
