import type { Window } from '../../protocol/ids.ts'
import type { Range } from '../../protocol/range.ts'
import { fill, say } from '../../ui/texts.ts'
import { clockTime, rangeText, windowText } from '../../ui/time.ts'
import type { Kiosk } from '../deeds.ts'
import { layRibbon } from '../ribbon.ts'
import { TICKET } from '../texts.ts'

/** Below this width the words do not fit into the block of the window. */
const WORDS_FIT = 130
/** Half the width of the words at the wedge, so that they never leave the drawing. */
const NOW_HALF = 130

type HourRibbonProps = { kiosk: Kiosk; window: Window; turnAt: number; range: Range | null; tone: 'nanti' | 'lewat' }

/**
 * The line of hours: dots are not callable yet, the block is your hour (outline when passed), the wedge is now, the bracket
 * the likely call.
 */
export function HourRibbon({ kiosk, window, turnAt, range, tone }: HourRibbonProps) {
  const { lang, zone, now } = kiosk
  if (now === null) return null
  const ribbon = layRibbon(now, window, turnAt, range)
  const nowWords = fill(say(TICKET.ribbonNow, lang), { jam: clockTime(now, zone) })
  const call = range ? `, ${say(TICKET.likely, lang)} ${rangeText(range, zone)}` : ''
  const sentence = `${say(TICKET.window, lang)} ${windowText(window, zone)}, ${nowWords}${call}`
  const block = ribbon.window
  return (
    <svg class={`pita ${tone}`} viewBox="0 0 870 150" role="img" aria-label={sentence}>
      <path class="garis" d="M47.6 93.5H822.4" />
      {ribbon.ticks.map(({ at, x }) => (
        <g key={at}>
          <path class="garis" d={`M${x} 85v17`} />
          <text class="jam" x={x} y="137">
            {clockTime(at, zone)}
          </text>
        </g>
      ))}
      <rect class={block.passed ? 'blok lewat-jam' : 'blok'} x={block.x} y="79" width={block.width} height="29" />
      {block.width >= WORDS_FIT && (
        <text class={block.passed ? 'milik lewat-jam' : 'milik'} x={block.x + block.width / 2} y="102">
          {say(TICKET.ribbonYours, lang)}
        </text>
      )}
      {ribbon.held && <path class="titik" d={`M${ribbon.held.from + 25} 93.5H${ribbon.held.to - 8}`} />}
      {ribbon.likely && <path class="kurung" d={`M${ribbon.likely.from} 72v-12H${ribbon.likely.to}v12`} />}
      <path class="baji" d={`M${ribbon.now} 76l-14-25h28z`} />
      <text class="kini" x={Math.max(NOW_HALF, Math.min(870 - NOW_HALF, ribbon.now))} y="43">
        {nowWords}
      </text>
    </svg>
  )
}
