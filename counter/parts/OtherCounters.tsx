import type { TicketId } from '../../protocol/ids.ts'
import type { CounterView, OtherCounter } from '../../protocol/views.ts'
import { Icon, type IconName } from '../../ui/parts/Icon.tsx'
import { fill, type Lang, SHARED, say } from '../../ui/texts.ts'
import { durationText } from '../../ui/time.ts'
import { isFree } from '../questions/about-queue.ts'
import { OTHERS } from '../state-texts.ts'
import { TEXTS, wordsIn } from '../texts.ts'

const SHAPES: Record<OtherCounter['status'], IconName> = {
  closed: 'tutup',
  free: 'lengkap',
  paused: 'jeda',
  called: 'suara',
  serving: 'petugas',
}

/**
 * The foot: what the other counters do, by shape and word, for whom, and since how many minutes and seconds. While this
 * counter is free, a number there can be taken over.
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
        {view.others.map(({ counter, status, number, ticketId, since }) => (
          <li key={counter}>
            <em>{fill(say(SHARED.counter, lang), { loket: counter })}</em>
            <Icon name={SHAPES[status]} />
            <span class={status === 'serving' ? 'tersirat' : ''}>{say(OTHERS[status], lang)}</span>
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
            {since !== null && <span>{durationText(now - since)}</span>}
          </li>
        ))}
      </ul>
    </footer>
  )
}
