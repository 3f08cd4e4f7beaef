import { fill, say } from '../../ui/texts.ts'
import { NumberField } from './fields.tsx'
import { useForm } from './form.tsx'
import type { RuleNumber } from './rule-texts.ts'
import { TEXTS } from './texts.ts'

/** Numbers of the rules as fields, each with what it does, its range and its default. */
export function Numbers({ rules }: { rules: readonly RuleNumber[] }) {
  const { lang } = useForm()
  return (
    <div class="formulir dua">
      {rules.map(({ at, min, max, usual, unit, about }) => {
        const words = say(TEXTS[unit], lang)
        const range = fill(say(TEXTS.range, lang), { min, max, satuan: words, baku: usual })
        return <NumberField key={at.join('.')} at={at} unit={words} about={`${say(about, lang)} ${range}.`} />
      })}
    </div>
  )
}
