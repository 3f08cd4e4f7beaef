import type { CounterView } from '../../protocol/views.ts'
import { type Lang, say } from '../../ui/texts.ts'
import { clockTime } from '../../ui/time.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { wordsIn } from '../texts.ts'

/** The counter calls nobody, and why. */
export function Paused(props: { paused: NonNullable<CounterView['paused']>; zone: string; lang: Lang }) {
  const { paused, zone, lang } = props
  const words = wordsIn(lang)
  return (
    <Sheet
      head={
        <div class="berikut" role="status">
          <h1>{words('paused', { alasan: say(paused.reason, lang), jam: clockTime(paused.sinceAt, zone) })}</h1>
          <p>{words('pausedBody')}</p>
        </div>
      }
    />
  )
}
