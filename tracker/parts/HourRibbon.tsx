import type { TrackerView } from '../../protocol/views.ts'
import { fill, type Lang, say } from '../../ui/texts.ts'
import { clockTime, windowText } from '../../ui/time.ts'
import { drawRibbon, LEFT, RIGHT } from '../draw-ribbon.ts'
import { TEXTS } from '../texts.ts'

/** A block narrower than this has no room for its words, which stand below the ribbon anyway. */
const WORDS_FIT = 70

/** The ribbon of hours; the same facts stand in words below it. */
export function HourRibbon({ view, now, lang }: { view: TrackerView; now: number; lang: Lang }) {
  const { zone } = view.office
  const { hours, block, dots, nowX } = drawRibbon(view, now)
  const label =
    view.window === null
      ? fill(say(TEXTS.ribbonNow, lang), { kini: clockTime(now, zone) })
      : fill(say(TEXTS.ribbon, lang), { jam: windowText(view.window, zone), kini: clockTime(now, zone) })
  return (
    <svg class="pita" viewBox="0 0 320 92" role="img" aria-label={label}>
      <path class="garis" d={`M${LEFT} 50H${RIGHT}`} />
      {hours.map(({ x, at, labelled }) => (
        <g key={at}>
          <path class="garis" d={`M${x} 45.5v9`} />
          {labelled && (
            <text class="angka" x={x} y="76">
              {clockTime(at, zone)}
            </text>
          )}
        </g>
      ))}
      {block !== null && (
        <>
          <rect class={block.passed ? 'jam-lalu' : 'jam-anda'} x={block.x} y="40" width={block.width} height="20" />
          {block.width >= WORDS_FIT && (
            <text class={block.passed ? 'kata lalu' : 'kata'} x={block.x + block.width / 2} y="55">
              {say(TEXTS.yourHour, lang)}
            </text>
          )}
        </>
      )}
      {dots !== null && (
        <path class="titik-titik" d={`M${dots.fromX + 12} 50H${Math.max(dots.fromX + 12, dots.toX - 6)}`} />
      )}
      <path class="baji" d={`M${nowX} 38l-7.5-13.5h15z`} />
      <text class="kini" x={Math.min(RIGHT, Math.max(LEFT, nowX))} y="20">
        {clockTime(now, zone)}
      </text>
    </svg>
  )
}
