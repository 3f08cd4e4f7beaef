import type { TicketId } from '../../protocol/ids.ts'
import type { CounterView, Queued } from '../../protocol/views.ts'
import { LaneBadge } from '../../ui/parts/LaneBadge.tsx'
import { fill, type Lang, say } from '../../ui/texts.ts'
import { clockTime, rangeText, windowText } from '../../ui/time.ts'
import { chooseCondition } from '../choose-faces.ts'
import { chooseRowActs } from '../questions/about-queue.ts'
import { TEXTS, wordsIn } from '../texts.ts'
import { FaceLine } from './FaceLine.tsx'

type Props = { view: CounterView; now: number; offline: boolean; lang: Lang; onRow: (ticketId: TicketId) => void }

function Row(props: Props & { queued: Queued; chosen: boolean }) {
  const { queued, view, now, offline, lang, onRow } = props
  const { zone } = view.office
  return (
    <tr class={props.chosen ? 'pilih' : ''}>
      <td>
        <span class="no">
          <LaneBadge lane={queued.lane} />
          {offline || chooseRowActs(view, queued).length === 0 ? (
            queued.number
          ) : (
            <button
              type="button"
              class="nomor-tekan"
              aria-label={wordsIn(lang)('optionsFor', { no: queued.number })}
              onClick={() => onRow(queued.ticketId)}
            >
              {queued.number}
            </button>
          )}
        </span>
      </td>
      <td class="jam">{queued.window === null ? say(TEXTS.noBooking, lang) : windowText(queued.window, zone)}</td>
      <td class="jam giliran">{clockTime(queued.turnAt, zone)}</td>
      <td class="jam perkiraan">{queued.range === null ? '' : rangeText(queued.range, zone)}</td>
      <td>
        <FaceLine face={chooseCondition(queued, view, now, lang)} />
      </td>
    </tr>
  )
}

/**
 * The waiting tickets of this counter's own and helped stages in the order of their turns; the next one is marked while
 * nobody is in hand. A number is pressed for what else may be done for it.
 */
export function QueueTable(props: Props) {
  const { view, lang } = props
  const stages = [...(view.open?.stages ?? []), ...(view.open?.helps ?? [])]
    .map(({ name }) => say(name, lang))
    .join(', ')
  const openCounters = view.others.filter(({ status }) => status !== 'closed').length + (view.open === null ? 0 : 1)
  const next = view.inHand === null ? view.next?.ticketId : undefined
  const more = view.waiting - view.queue.length
  return (
    <section class="antrean" aria-labelledby="judul-antrean">
      <h2>
        <span id="judul-antrean">{fill(say(TEXTS.queueOf, lang), { tahap: stages })}</span>
        <small>{fill(say(TEXTS.waitingAndOpen, lang), { n: view.waiting, m: openCounters })}</small>
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <div class="gulir" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th>{say(TEXTS.number, lang)}</th>
              <th>{say(TEXTS.bookedFor, lang)}</th>
              <th class="giliran">{say(TEXTS.turn, lang)}</th>
              <th class="perkiraan">{say(TEXTS.likely, lang)}</th>
              <th>{say(TEXTS.condition, lang)}</th>
            </tr>
          </thead>
          <tbody>
            {view.queue.map((queued) => (
              <Row key={queued.ticketId} {...props} queued={queued} chosen={queued.ticketId === next} />
            ))}
          </tbody>
        </table>
        {view.queue.length === 0 && <p class="label">{say(TEXTS.nobodyWaiting, lang)}</p>}
        {more > 0 && <p class="label">{fill(say(TEXTS.andOthers, lang), { n: more })}</p>}
      </div>
    </section>
  )
}
