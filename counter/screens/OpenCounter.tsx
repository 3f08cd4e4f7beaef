import { useState } from 'preact/hooks'
import type { Slug } from '../../protocol/ids.ts'
import type { CounterView } from '../../protocol/views.ts'
import { type Lang, say } from '../../ui/texts.ts'
import { SHEET_FORM } from '../parts/ActionButton.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import { TEXTS } from '../texts.ts'
import type { Asking } from '../use-asking.ts'

type Offered = CounterView['offers']['stages']

/** Which stages this counter serves and helps out with today; all that the office offers is chosen at first. */
export function OpenCounter({ view, asking, lang }: { view: CounterView; asking: Asking; lang: Lang }) {
  const { stages, helps } = view.offers
  const [left, setLeft] = useState<readonly Slug[]>([])
  const [trouble, setTrouble] = useState(false)
  const chosenOf = (offered: Offered): Slug[] => offered.map(({ id }) => id).filter((id) => !left.includes(id))

  const submit = (event: Event): void => {
    event.preventDefault()
    const chosen = chosenOf(stages)
    setTrouble(chosen.length === 0)
    if (chosen.length > 0) void asking.ask({ type: 'OpenCounter', stages: chosen, helps: chosenOf(helps) }, null)
  }
  const boxes = (offered: Offered) =>
    offered.map(({ id, name }) => (
      <label key={id} class="kotak">
        <input
          type="checkbox"
          checked={!left.includes(id)}
          onChange={() => setLeft(left.includes(id) ? left.filter((other) => other !== id) : [...left, id])}
        />
        {say(name, lang)}
      </label>
    ))
  return (
    <Sheet
      head={
        <div class="berikut">
          <h1>{say(TEXTS.whichStages, lang)}</h1>
        </div>
      }
    >
      <form id={SHEET_FORM} class="isian" onSubmit={submit}>
        <fieldset>
          <legend class="label">{say(TEXTS.stage, lang)}</legend>
          {boxes(stages)}
        </fieldset>
        {helps.length > 0 && (
          <fieldset>
            <legend class="label">{say(TEXTS.helpWhenFree, lang)}</legend>
            {boxes(helps)}
          </fieldset>
        )}
        <p class="rusak" role="alert">
          {trouble ? say(TEXTS.chooseStage, lang) : ''}
        </p>
      </form>
    </Sheet>
  )
}
