import type { SurveyView } from '../../protocol/views.ts'
import { Icon } from '../../ui/parts/Icon.tsx'
import { NumberText } from '../../ui/parts/NumberText.tsx'
import { FORM } from '../../ui/survey/survey-texts.ts'
import { fill, type Lang, say } from '../../ui/texts.ts'
import { TEXTS } from '../texts.ts'

/** Whoever is asked touches their number. Nobody is asked: a thank you, and where numbers appear. */
export function Start(props: {
  view: SurveyView
  lang: Lang
  onNumber: (ticketId: string) => void
  onAbsent: () => void
}) {
  const { view, lang, onNumber, onAbsent } = props
  const isAtCounter = view.counter !== null
  const body = isAtCounter ? TEXTS.nobodyAtCounter : TEXTS.nobodyBody
  const isAsked = view.invited.length > 0
  return (
    <>
      <div class="tanya" role="status">
        <h1>{say(isAsked ? TEXTS.head : TEXTS.nobody, lang)}</h1>
        <p class="sub">{say(isAsked ? TEXTS.choose : body, lang)}</p>
      </div>
      <div class="jawab">
        {isAsked && (
          <ul class={view.invited.length > 2 ? 'nomor-nomor' : 'nomor-nomor sedikit'}>
            {view.invited.map(({ ticketId, number }) => (
              <li key={ticketId}>
                <button
                  type="button"
                  class="tombol"
                  aria-label={fill(say(TEXTS.number, lang), { no: number })}
                  onClick={() => onNumber(ticketId)}
                >
                  <NumberText number={number} />
                </button>
              </li>
            ))}
          </ul>
        )}
        {isAsked && !isAtCounter && (
          <button type="button" class="tombol" onClick={onAbsent}>
            {say(TEXTS.notThere, lang)}
          </button>
        )}
        <p class="rahasia">
          <Icon name="kunci" />
          {say(FORM.privacy, lang)}
        </p>
      </div>
    </>
  )
}
