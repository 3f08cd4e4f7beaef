import type { DisplayView } from '../../protocol/views.ts'
import { Icon } from '../../ui/parts/Icon.tsx'
import { Mark } from '../../ui/parts/Mark.tsx'
import { clockTime, dayParts, windowText } from '../../ui/time.ts'
import { zoneWords } from '../choose-words.ts'
import { TEXTS } from '../texts.ts'

const dayWords = (day: string): string => {
  const { weekday, date, month } = dayParts(day, 'id')
  return `${weekday} ${date} ${month}`
}

/** An office's name of so many characters is set smaller. */
const LONG = 44

/** The top of a board: office, hour in service, day, clock. `lit`: somebody is being called now. */
export function Strip(props: {
  view: DisplayView
  now: number
  lit: boolean
  soundBlocked: boolean
  offline: boolean
}) {
  const { office, day, serving, zone } = props.view
  return (
    <header class="atas">
      <Mark lit={props.lit} />
      <b class={office.name.length > LONG ? 'panjang' : ''}>
        {office.name}
        {zone !== null && <span class="zona">{zoneWords(zone).id}</span>}
      </b>
      {serving !== null && !props.offline && (
        <p class="dilayani">
          {TEXTS.serving.id} <strong class="jam">{windowText(serving, office.zone)}</strong>
        </p>
      )}
      <p class="waktu">
        {props.soundBlocked ? (
          <span class="bisu">
            <Icon name="bisu" />
            {TEXTS.soundBlocked.id}
          </span>
        ) : (
          day !== null && <span class="hari">{dayWords(day)}</span>
        )}
        <strong class="jam">{clockTime(props.now, office.zone)}</strong>
      </p>
    </header>
  )
}
