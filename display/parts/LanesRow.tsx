import type { DisplayView } from '../../protocol/views.ts'
import { LaneBadge } from '../../ui/parts/LaneBadge.tsx'
import { NumberText } from '../../ui/parts/NumberText.tsx'
import { fill } from '../../ui/texts.ts'
import { TEXTS } from '../texts.ts'

/** More lanes than this are drawn in two close rows. */
const ROOMY = 6

/** Every lane with the number that comes next and how many wait. No hour is promised: there is no estimate yet. */
export function LanesRow({ lanes }: { lanes: DisplayView['lanes'] }) {
  return (
    <section class={lanes.length > ROOMY ? 'jl padat' : 'jl'} aria-label={TEXTS.lanes.id}>
      {lanes.map(({ lane, next, waiting }) => (
        <div key={lane.letter}>
          <p class="nm">
            <LaneBadge lane={lane} />
            <span>{lane.name.id}</span>
          </p>
          {next !== null && (
            <p>
              <NumberText number={next} />
            </p>
          )}
          <p class="tunggu">{waiting > 0 ? fill(TEXTS.waiting.id, { n: waiting }) : TEXTS.nobodyWaiting.id}</p>
        </div>
      ))}
    </section>
  )
}
