import { Icon } from '../../ui/parts/Icon.tsx'
import { NumberText } from '../../ui/parts/NumberText.tsx'
import { fill, type Lang, say } from '../../ui/texts.ts'
import { durationText } from '../../ui/time.ts'
import type { InHand } from '../choose-screen.ts'
import { CaseFacts } from '../parts/CaseFacts.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import { TEXTS } from '../texts.ts'

/** Somebody was called and is on the way; `sinceMs` runs from the last call, and a recall is possible in `waitSec`. */
export function Called(props: { inHand: InHand; sinceMs: number; waitSec: number; zone: string; lang: Lang }) {
  const { inHand, sinceMs, waitSec, zone, lang } = props
  return (
    <Sheet
      head={
        <div class="kepala">
          <p class="dipanggil" role="status">
            <Icon name="suara" />
            {fill(say(TEXTS.calling, lang), { no: inHand.number, n: inHand.times })}
          </p>
          <h1>
            <NumberText number={inHand.number} class={inHand.number.length > 4 ? 'panjang' : ''} />
          </h1>
          <div class="wkt">
            <b class="jam">{durationText(sinceMs)}</b> <span>{say(TEXTS.sinceCall, lang)}</span>
            {waitSec > 0 && <p>{fill(say(TEXTS.recallIn, lang), { n: waitSec })}</p>}
          </div>
        </div>
      }
    >
      <CaseFacts inHand={inHand} zone={zone} lang={lang} />
    </Sheet>
  )
}
