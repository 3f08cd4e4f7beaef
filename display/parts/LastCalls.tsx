import type { ShownCall } from '../../protocol/faces.ts'
import { Icon } from '../../ui/parts/Icon.tsx'
import { NumberText } from '../../ui/parts/NumberText.tsx'
import { fill, SHARED } from '../../ui/texts.ts'
import { windowText } from '../../ui/time.ts'
import { shortZone } from '../choose-words.ts'
import { TEXTS } from '../texts.ts'

/** At most five earlier calls, newest first, each with where its counter stands, or the hour it was booked for, or its lane. */
export function LastCalls({ calls, zone }: { calls: readonly ShownCall[]; zone: string }) {
  return (
    <section class="akhir">
      <h2>{calls.length === 5 ? TEXTS.lastFive.id : TEXTS.earlier.id}</h2>
      {calls.length === 0 && <p class="kosong">{TEXTS.noEarlier.id}</p>}
      <ol>
        {calls.map((call) => (
          <li key={call.callNo}>
            <NumberText number={call.number} class={call.number.length > 4 ? 'panjang' : ''} />
            <Icon name="kanan" />
            <span class="lk">{fill(SHARED.counter.id, { loket: call.counter })}</span>
            {call.zone === null ? (
              <span class="jam">{call.window === null ? call.lane.name.id : windowText(call.window, zone)}</span>
            ) : (
              <span class="ruang">{shortZone(call.zone).id}</span>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
