import { useState } from 'preact/hooks'
import type { Wish } from '../../protocol/commands.ts'
import type { Alerts } from '../../protocol/desk/floor.ts'
import type { Loaded } from '../../ui/desk/use-asked.ts'
import { Icon } from '../../ui/parts/Icon.tsx'
import { fill, say } from '../../ui/texts.ts'
import { Loading } from '../parts/Loading.tsx'
import { type AlertLine, chooseAlertLine, type Offer } from './choose-alert.ts'
import type { PartProps } from './part-props.ts'
import { FLOOR } from './texts.ts'

/** So many besides the framed one, so that the floor itself stays in sight. */
const SHOWN = 3

/** What wants the supervisor: the most pressing framed with the act that helps, the rest as a list. */
export function AlertList(
  props: PartProps & {
    loaded: Loaded<Alerts>
    busy: boolean
    onAsk: (wish: Wish) => Promise<boolean>
    onGo: (path: string) => void
  },
) {
  const { view, lang, loaded, busy, onAsk, onGo, onQuestion } = props
  const [first, ...others] = (loaded.value?.alerts ?? []).map((alert) => chooseAlertLine(alert, view, lang))
  const [all, setAll] = useState(false)
  const take = (offer: Offer): void => {
    if (offer.by === 'wish') void onAsk(offer.wish)
    else if (offer.by === 'question') onQuestion(offer.question)
    else onGo(offer.path)
  }
  const button = ({ offer }: AlertLine, main: boolean) =>
    offer !== null && (
      <button type="button" class={main ? 'tombol utama' : 'tombol'} disabled={busy} onClick={() => take(offer)}>
        {offer.label}
      </button>
    )
  if (loaded.value === null) return <Loading loaded={loaded} lang={lang} />
  if (first === undefined)
    return (
      <p class="status tepat" role="status">
        <Icon name="lengkap" />
        {say(FLOOR.calm, lang)}
      </p>
    )
  return (
    <>
      <div class="awasan" role="status">
        <Icon name="awas" />
        <p>
          <b>{first.head}</b>
          {first.sub}
        </p>
        {button(first, true)}
      </div>
      {others.length > 0 && (
        <ul class="awasan-lain">
          {(all ? others : others.slice(0, SHOWN)).map((line) => (
            <li key={line.key}>
              <Icon name="awas" />
              <p>
                {line.head} {line.sub}
              </p>
              {button(line, false)}
            </li>
          ))}
        </ul>
      )}
      {!all && others.length > SHOWN && (
        <p>
          <button type="button" class="tautan" onClick={() => setAll(true)}>
            {fill(say(FLOOR.moreAlerts, lang), { n: others.length - SHOWN })}
          </button>
        </p>
      )}
    </>
  )
}
