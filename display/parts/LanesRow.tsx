import type { DisplayView } from '../../protocol/views.ts'
import { Icon } from '../../ui/parts/Icon.tsx'
import { LaneBadge } from '../../ui/parts/LaneBadge.tsx'
import { NumberText } from '../../ui/parts/NumberText.tsx'
import { fill } from '../../ui/texts.ts'
import { rangeText } from '../../ui/time.ts'
import { TEXTS } from '../texts.ts'

/** So many lanes stand close beside each other; more are drawn in two rows. */
const ROOMY = 6
/** A lane's name above so many characters has all of them set smaller. */
const SHORT = 14

type LanesProps = {
  lanes: DisplayView['lanes']
  zone: string
  /** The line is down: hours that were true then are no longer shown. */
  stale: boolean
}

/**
 * Every lane with the number that comes next and when it is likely called. Where nobody can say when, how many wait; no
 * hour is made up.
 */
export function LanesRow({ lanes, zone, stale }: LanesProps) {
  const isLong = lanes.some(({ lane }) => lane.name.id.length > SHORT)
  return (
    <section
      class={`jl ${lanes.length > ROOMY ? 'padat' : lanes.length === ROOMY ? 'penuh' : ''} ${isLong ? 'rapat' : ''}`}
      aria-label={TEXTS.lanes.id}
    >
      {lanes.map(({ lane, next, range, waiting }) => (
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
          {range === null ? (
            <p class="tunggu">{waiting > 0 ? fill(TEXTS.waiting.id, { n: waiting }) : TEXTS.nobodyWaiting.id}</p>
          ) : (
            <p class={stale ? 'tunggu' : 'kira'}>
              {!stale && <Icon name="jam" />}
              {stale ? TEXTS.rangeUnknown.id : <b class="jam">{rangeText(range, zone)}</b>}
            </p>
          )}
        </div>
      ))}
    </section>
  )
}
