import type { ComponentChildren } from 'preact'
import { Icon } from '../../ui/parts/Icon.tsx'
import { NumberText } from '../../ui/parts/NumberText.tsx'
import { fill, type Lang, say } from '../../ui/texts.ts'
import { durationText } from '../../ui/time.ts'
import type { InHand } from '../choose-screen.ts'
import { CaseFacts } from '../parts/CaseFacts.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import { TEXTS } from '../texts.ts'
import type { Ticks } from '../use-ticks.ts'

/** The upright of the gauge stands for the standard minutes, at this share of its width. */
const STANDARD_AT = 0.75

/**
 * A case in hand: its time against the standard minutes of the stage. `overMin` above 0 once it takes longer; `children`
 * stand with the originals.
 */
export function InHandCase(props: {
  inHand: InHand
  runsMs: number
  overMin: number
  zone: string
  lang: Lang
  ticks: Ticks
  children: ComponentChildren
}) {
  const { inHand, runsMs, overMin, zone, lang, ticks, children } = props
  const filled = Math.min(1, (runsMs / (inHand.standardMin * 60_000)) * STANDARD_AT)
  return (
    <Sheet
      head={
        <div class="kepala">
          <h1>
            <NumberText number={inHand.number} class={inHand.number.length > 4 ? 'panjang' : ''} />
          </h1>
          <div class="wkt">
            <b class="jam">{durationText(runsMs)}</b>{' '}
            <span>{fill(say(TEXTS.ofMinutes, lang), { n: inHand.standardMin })}</span>
            <div class="ukur" aria-hidden="true">
              <i style={{ width: `${filled * 100}%` }} />
              <u />
            </div>
          </div>
          <p class="lebih" role="status">
            {overMin > 0 && (
              <>
                <Icon name="awas" />
                {fill(say(TEXTS.overTime, lang), { n: overMin })}
              </>
            )}
          </p>
        </div>
      }
    >
      <CaseFacts inHand={inHand} zone={zone} lang={lang} ticks={ticks}>
        {children}
      </CaseFacts>
    </Sheet>
  )
}
