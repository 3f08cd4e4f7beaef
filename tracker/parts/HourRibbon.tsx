import type { TrackerView } from '../../protocol/views.ts'
import { fill, type Lang, say } from '../../ui/texts.ts'
import { clockTime, rangeText, windowText } from '../../ui/time.ts'
import { drawRibbon, LEFT, RIGHT } from '../draw-ribbon.ts'
import { TEXTS } from '../texts.ts'

/** A block narrower than this has no room for its words, which stand below the ribbon anyway. */
const WORDS_FIT = 70

/** The clock at the wedge and the word over the bracket need this much between their middles. */
const LABELS_APART = 60

/** The ribbon of hours; the same facts stand in words below it. */
export function HourRibbon({ view, now, lang }: { view: TrackerView; now: number; lang: Lang }) {
  const { zone } = view.office
  const { hours, block, dots, likely, nowX } = drawRibbon(view, now)
  const kini = clockTime(now, zone)
  const place =
    view.window === null
      ? fill(say(TEXTS.ribbonNow, lang), { kini })
      : fill(say(TEXTS.ribbon, lang), { jam: windowText(view.window, zone), kini })
  const call = view.range === null ? '' : ` ${say(TEXTS.likely, lang)} ${rangeText(view.range, zone)}.`
  const label = place + call
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
      {likely !== null && <path class="kurung" d={`M${likely.fromX} 36v-6.75H${likely.toX}v6.75`} />}
      {likely !== null && (likely.fromX + likely.toX) / 2 - nowX > LABELS_APART && (
        <text class="kini" x={(likely.fromX + likely.toX) / 2} y="25">
          {say(TEXTS.likelyHere, lang)}
        </text>
      )}
      <path class="baji" d={`M${nowX} 38l-7.5-13.5h15z`} />
      <text class="kini" x={Math.min(RIGHT, Math.max(LEFT, nowX))} y="20">
        {clockTime(now, zone)}
      </text>
    </svg>
  )
}
