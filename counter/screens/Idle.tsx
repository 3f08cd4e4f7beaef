import type { CounterView } from '../../protocol/views.ts'
import { Icon } from '../../ui/parts/Icon.tsx'
import { LaneBadge } from '../../ui/parts/LaneBadge.tsx'
import { NumberText } from '../../ui/parts/NumberText.tsx'
import { fill, type Lang, say } from '../../ui/texts.ts'
import { rangeText } from '../../ui/time.ts'
import { chooseArrival } from '../choose-faces.ts'
import { chooseReason } from '../choose-reason.ts'
import { FaceLine } from '../parts/FaceLine.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import { TEXTS } from '../texts.ts'

/** Nobody in hand, and somebody may be called: who, and why that one. `early`: only people before their hour. */
export function Idle(props: { view: CounterView; next: NonNullable<CounterView['next']>; early: boolean; lang: Lang }) {
  const { view, next, early, lang } = props
  return (
    <Sheet
      head={
        <div class="berikut" role="status">
          <h1>
            <span class="label">{say(early ? TEXTS.onlyEarly : TEXTS.nextInTurn, lang)}</span>
            <NumberText number={next.number} />
          </h1>
        </div>
      }
    >
      <ul class="alasan">
        <li>
          <LaneBadge lane={next.lane} />
          <span class="nilai">
            {say(next.lane.name, lang)}, {say(next.service, lang)}
          </span>
        </li>
        <li class="nilai">
          <FaceLine face={chooseArrival(next.arrival, lang)} />
          {next.priority && <span>{say(TEXTS.priority, lang)}</span>}
          {next.range !== null && (
            <span class="label">
              {fill(say(TEXTS.likelyCall, lang), { kira: rangeText(next.range, view.office.zone) })}
            </span>
          )}
        </li>
        <li>
          <Icon name="jam" />
          <span>{chooseReason(view, next, lang)}</span>
        </li>
      </ul>
    </Sheet>
  )
}
