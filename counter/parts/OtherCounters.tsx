import type { CounterView } from '../../protocol/views.ts'
import { fill, type Lang, SHARED, say } from '../../ui/texts.ts'
import { durationText } from '../../ui/time.ts'
import { TEXTS } from '../texts.ts'

/** The foot: the other counters, whom each serves and since how many minutes and seconds. */
export function OtherCounters({ others, now, lang }: { others: CounterView['others']; now: number; lang: Lang }) {
  return (
    <footer>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a row that scrolls must be reachable by keyboard */}
      <ul class="lain-loket" tabIndex={0} aria-label={say(TEXTS.otherCounters, lang)}>
        {others.map(({ counter, open, number, since }) => (
          <li key={counter}>
            <em>{fill(say(SHARED.counter, lang), { loket: counter })}</em>
            {number === null ? say(open ? TEXTS.free : TEXTS.closed, lang) : <b>{number}</b>}
            {number !== null && since !== null && <span>{durationText(now - since)}</span>}
          </li>
        ))}
      </ul>
    </footer>
  )
}
