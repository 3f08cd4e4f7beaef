import { useEffect, useState } from 'preact/hooks'
import type { Span } from '../../protocol/desk/figures.ts'
import type { DayStamp } from '../../protocol/ids.ts'
import { Icon } from '../parts/Icon.tsx'
import { type Lang, say } from '../texts.ts'
import { isSpan, readDay, type SpanKind, spanAround, spanBeside, typedDay } from './span.ts'
import { FIGURES } from './texts.ts'

const KINDS = ['day', 'week', 'any', 'month'] as const

/** One end of the span as it is typed: what was begun stays while figures and clock come in around it. */
function DayField(props: { label: string; day: DayStamp; onType: (text: string) => boolean }) {
  const { label, day, onType } = props
  const [draft, setDraft] = useState<string | null>(null)
  useEffect(() => setDraft(null), [day])
  return (
    <label>
      {label}
      <input
        inputMode="numeric"
        size={10}
        value={draft ?? typedDay(day)}
        onInput={(event) => setDraft(event.currentTarget.value)}
        onChange={(event) => {
          if (onType(event.currentTarget.value)) setDraft(null)
        }}
      />
    </label>
  )
}

/** Which days: of a kind, one step earlier or later, or typed. */
export function SpanPicker(props: {
  kind: SpanKind
  span: Span
  today: string
  lang: Lang
  onChoose: (kind: SpanKind, span: Span) => void
}) {
  const { kind, span, today, lang, onChoose } = props
  const [isRead, setRead] = useState(true)
  const type = (end: 'from' | 'until', text: string): boolean => {
    const day = readDay(text)
    setRead(day !== null)
    if (day !== null) onChoose('any', { ...span, [end]: day })
    return day !== null
  }
  return (
    <>
      <fieldset class="pil">
        <legend class="tersembunyi">{say(FIGURES.span, lang)}</legend>
        {KINDS.map((one) => (
          <button
            key={one}
            type="button"
            class={one === kind ? 'di' : undefined}
            aria-pressed={one === kind}
            onClick={() => onChoose(one, spanAround(one, span.until < today ? span.until : today))}
          >
            {say(FIGURES[one], lang)}
          </button>
        ))}
      </fieldset>
      <span class="langkah-waktu">
        <button
          type="button"
          class="tombol"
          aria-label={say(FIGURES.earlier, lang)}
          onClick={() => onChoose(kind, spanBeside(kind, span, -1))}
        >
          <Icon name="kiri" />
        </button>
        <button
          type="button"
          class="tombol"
          aria-label={say(FIGURES.later, lang)}
          disabled={span.until >= today}
          onClick={() => onChoose(kind, spanBeside(kind, span, 1))}
        >
          <Icon name="kanan" />
        </button>
      </span>
      {kind === 'any' && (
        <span class="hari-hari">
          {(['from', 'until'] as const).map((end) => (
            <DayField key={end} label={say(FIGURES[end], lang)} day={span[end]} onType={(text) => type(end, text)} />
          ))}
          <span role="status">{isRead && isSpan(span) ? '' : say(FIGURES.badSpan, lang)}</span>
        </span>
      )}
    </>
  )
}
