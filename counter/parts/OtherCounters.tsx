import type { TicketId } from '../../protocol/ids.ts'
import type { CounterView } from '../../protocol/views.ts'
import { fill, type Lang, SHARED, say } from '../../ui/texts.ts'
import { durationText } from '../../ui/time.ts'
import { isFree } from '../questions/about-queue.ts'
import { TEXTS, wordsIn } from '../texts.ts'

/**
 * The foot: the other counters, whom each serves and since how many minutes and seconds. While this counter is free, a
 * number there can be taken over.
 */
export function OtherCounters(props: {
  view: CounterView
  now: number
  offline: boolean
  lang: Lang
  onTakeOver: (ticketId: TicketId) => void
}) {
  const { view, now, offline, lang, onTakeOver } = props
  const canTakeOver = !offline && view.staff !== null && isFree(view)
  return (
    <footer>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a row that scrolls must be reachable by keyboard */}
      <ul class="lain-loket" tabIndex={0} aria-label={say(TEXTS.otherCounters, lang)}>
        {view.others.map(({ counter, open, number, ticketId, since }) => (
          <li key={counter}>
            <em>{fill(say(SHARED.counter, lang), { loket: counter })}</em>
            {number === null && say(open ? TEXTS.free : TEXTS.closed, lang)}
            {number !== null && (ticketId === null || !canTakeOver) && <b>{number}</b>}
            {number !== null && ticketId !== null && canTakeOver && (
              <button
                type="button"
                class="nomor-tekan"
                aria-label={wordsIn(lang)('takeOverOf', { no: number, loket: counter })}
                onClick={() => onTakeOver(ticketId)}
              >
                {number}
              </button>
            )}
            {number !== null && since !== null && <span>{durationText(now - since)}</span>}
          </li>
        ))}
      </ul>
    </footer>
  )
}
