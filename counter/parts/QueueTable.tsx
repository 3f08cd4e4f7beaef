import type { CounterView, Queued } from '../../protocol/views.ts'
import { LaneBadge } from '../../ui/parts/LaneBadge.tsx'
import { fill, type Lang, say } from '../../ui/texts.ts'
import { clockTime, windowText } from '../../ui/time.ts'
import { chooseCondition } from '../choose-faces.ts'
import { TEXTS } from '../texts.ts'
import { FaceLine } from './FaceLine.tsx'

function Row(props: { queued: Queued; chosen: boolean; now: number; zone: string; lang: Lang }) {
  const { queued, now, zone, lang } = props
  return (
    <tr class={props.chosen ? 'pilih' : ''}>
      <td>
        <span class="no">
          <LaneBadge lane={queued.lane} />
          {queued.number}
        </span>
      </td>
      <td class="jam">{queued.window === null ? say(TEXTS.noBooking, lang) : windowText(queued.window, zone)}</td>
      <td class="jam giliran">{clockTime(queued.turnAt, zone)}</td>
      <td>
        <FaceLine face={chooseCondition(queued, now, zone, lang)} />
      </td>
    </tr>
  )
}

/** The waiting tickets of this counter's own and helped stages in the order of their turns; the next one is marked while nobody is in hand. */
export function QueueTable({ view, now, lang }: { view: CounterView; now: number; lang: Lang }) {
  const stages = [...(view.open?.stages ?? []), ...(view.open?.helps ?? [])]
    .map(({ name }) => say(name, lang))
    .join(', ')
  const openCounters = view.others.filter(({ open }) => open).length + (view.open === null ? 0 : 1)
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
              <th>{say(TEXTS.condition, lang)}</th>
            </tr>
          </thead>
          <tbody>
            {view.queue.map((queued) => (
              <Row
                key={queued.ticketId}
                queued={queued}
                chosen={queued.ticketId === next}
                now={now}
                zone={view.office.zone}
                lang={lang}
              />
            ))}
          </tbody>
        </table>
        {view.queue.length === 0 && <p class="label">{say(TEXTS.nobodyWaiting, lang)}</p>}
        {more > 0 && <p class="label">{fill(say(TEXTS.andOthers, lang), { n: more })}</p>}
      </div>
    </section>
  )
}
