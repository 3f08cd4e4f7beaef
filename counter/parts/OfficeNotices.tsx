import type { CounterView } from '../../protocol/views.ts'
import { Icon } from '../../ui/parts/Icon.tsx'
import { type Lang, say } from '../../ui/texts.ts'
import { clockTime } from '../../ui/time.ts'
import { chooseHours } from '../choose-hours.ts'
import { OUTAGES } from '../state-texts.ts'
import { wordsIn } from '../texts.ts'

/** What the whole office should know: what is down and since when, with the word that it works again; a break or the close. */
export function OfficeNotices(props: {
  view: CounterView
  now: number
  lang: Lang
  offline: boolean
  onOutageEnd: () => void
}) {
  const { view, now, lang, offline, onOutageEnd } = props
  const words = wordsIn(lang)
  const { outage } = view
  const hours = chooseHours(view, now, lang)
  return (
    <div class="panggilan-kios kantor" aria-live="polite">
      {outage !== null && (
        <p class="gangguan">
          <Icon name="awas" />
          <b>
            {words('outageSince', {
              apa: say(OUTAGES[outage.scope], lang),
              jam: clockTime(outage.sinceAt, view.office.zone),
            })}
          </b>
          <button type="button" class="tombol" disabled={offline} onClick={onOutageEnd}>
            {words('outageEnd')}
          </button>
        </p>
      )}
      {hours !== null && (
        <p>
          <Icon name="jam" />
          <b>{hours}</b>
        </p>
      )}
    </div>
  )
}
