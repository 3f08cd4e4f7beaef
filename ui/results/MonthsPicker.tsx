import { Icon } from '../parts/Icon.tsx'
import { type Lang, say } from '../texts.ts'
import { SPANS, type SpanName } from './choose-span.ts'
import { RESULTS, SPAN_WORDS } from './results-texts.ts'

/** Which months: the span by its name, and one span earlier or later; `back` is how many spans before this one. */
export function MonthsPicker(props: {
  name: SpanName
  back: number
  lang: Lang
  onChoose: (name: SpanName, back: number) => void
}) {
  const { name, back, lang, onChoose } = props
  return (
    <>
      <fieldset class="pilah">
        <legend class="sembunyi">{say(RESULTS.span, lang)}</legend>
        {SPANS.map((one) => (
          <button key={one} type="button" aria-pressed={one === name} onClick={() => onChoose(one, 0)}>
            {say(SPAN_WORDS[one], lang)}
          </button>
        ))}
      </fieldset>
      <button type="button" class="tombol" onClick={() => onChoose(name, back + 1)}>
        <Icon name="kiri" />
        {say(RESULTS.earlier, lang)}
      </button>
      <button type="button" class="tombol" disabled={back === 0} onClick={() => onChoose(name, back - 1)}>
        {say(RESULTS.later, lang)}
        <Icon name="kanan" />
      </button>
    </>
  )
}
