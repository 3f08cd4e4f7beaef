import type { Board } from '../../protocol/hub/board.ts'
import { fill, type Lang, say } from '../../ui/texts.ts'
import type { Scope } from '../pages/scope.ts'
import { TEXTS } from '../texts.ts'

/** Of whom: all offices, a region, or one office of it; `regionsOnly` without single offices. */
export function ScopePicker(props: {
  board: Board
  scope: Scope
  lang: Lang
  regionsOnly?: boolean
  onChoose: (scope: Scope) => void
}) {
  const { board, scope, lang, regionsOnly = false, onChoose } = props
  const { office, region } = scope
  const value = office !== null ? `office ${office}` : region !== null ? `region ${region}` : ''
  const choose = (chosen: string): void => {
    const [kind, id = null] = chosen.split(' ')
    onChoose({ office: kind === 'office' ? id : null, region: kind === 'region' ? id : null })
  }
  return (
    <select
      class="cakupan"
      aria-label={say(regionsOnly ? TEXTS.region : TEXTS.scope, lang)}
      value={value}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      <option value="">{say(regionsOnly ? TEXTS.allRegions : TEXTS.allOffices, lang)}</option>
      {board.regions.map(({ id, name }) =>
        regionsOnly ? (
          <option key={id} value={`region ${id}`}>
            {name}
          </option>
        ) : (
          <optgroup key={id} label={name}>
            <option value={`region ${id}`}>{fill(say(TEXTS.wholeRegion, lang), { wilayah: name })}</option>
            {board.offices
              .filter((one) => one.region === id)
              .map((one) => (
                <option key={one.office} value={`office ${one.office}`}>
                  {one.name}
                </option>
              ))}
          </optgroup>
        ),
      )}
    </select>
  )
}
