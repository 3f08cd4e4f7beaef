import type { TrackerView } from '../../protocol/views.ts'
import { Icon } from '../../ui/parts/Icon.tsx'
import { fill, type Lang, say } from '../../ui/texts.ts'
import { clockTime, windowText } from '../../ui/time.ts'
import { TEXTS } from '../texts.ts'

/** Where to wait, what to have ready, the booked hour: what the slip says too. */
export function Facts({ view, lang }: { view: TrackerView; lang: Lang }) {
  const atCounter = view.counter !== null
  const { zone } = view.office
  const came = clockTime(view.checkedInAt, zone)
  return (
    <ul class="fakta">
      <li>
        <Icon name={atCounter ? 'info' : 'lokasi'} />
        <span>
          {!atCounter && <b>{fill(say(TEXTS.waitAt, lang), { ruang: say(view.waitAt, lang) })} </b>}
          {fill(say(TEXTS.stage, lang), { tahap: say(view.stage, lang) })}
        </span>
      </li>
      {view.documents.length > 0 && (
        <li>
          <Icon name="berkas" />
          <span>
            {fill(say(TEXTS.originals, lang), {
              daftar: view.documents.map((document) => say(document, lang)).join('; '),
            })}
          </span>
        </li>
      )}
      <li>
        <Icon name="jam" />
        <span>
          {view.window === null
            ? fill(say(TEXTS.noHour, lang), { datang: came })
            : fill(say(TEXTS.hour, lang), { jam: windowText(view.window, zone), datang: came })}
        </span>
      </li>
    </ul>
  )
}
