import { NumberText } from '../../ui/parts/NumberText.tsx'
import type { Lang } from '../../ui/texts.ts'
import { clockTime } from '../../ui/time.ts'
import type { Parked } from '../choose-screen.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { wordsIn } from '../texts.ts'

/** Nobody to call, but a case that was set aside here. */
export function ParkedCase({ parked, zone, lang }: { parked: Parked; zone: string; lang: Lang }) {
  const words = wordsIn(lang)
  return (
    <Sheet
      head={
        <div class="berikut" role="status">
          <h1>
            <span class="label">{words('parkedHere', { no: parked.number })}</span>
            <NumberText number={parked.number} />
          </h1>
          <p>{words('parkedSince', { jam: clockTime(parked.sinceAt, zone) })}</p>
        </div>
      }
    />
  )
}
