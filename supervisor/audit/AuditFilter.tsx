import { useState } from 'preact/hooks'
import { AuditKind, type AuditFilter as Filter } from '../../protocol/desk/audit.ts'
import { type Lang, say } from '../../ui/texts.ts'
import { AUDIT, AUDIT_KINDS } from './texts.ts'

type Field = keyof Filter

/** What is typed, as the address of a request has it; empty fields are left out. */
export const queryOf = (typed: Partial<Record<Field | 'before', string>>): string =>
  new URLSearchParams(Object.entries(typed).filter(([, value]) => value.trim() !== '')).toString()

/** The fields by which the audit is narrowed; `onShow` hears them when they are to be used. */
export function AuditFilter({ lang, onShow }: { lang: Lang; onShow: (typed: Partial<Record<Field, string>>) => void }) {
  const [typed, setTyped] = useState<Partial<Record<Field, string>>>({})
  const put = (field: Field, value: string) => setTyped({ ...typed, [field]: value })
  const day = (field: 'from' | 'until') => (
    <div>
      <label for={`audit-${field}`}>{say(AUDIT[field], lang)}</label>
      <input
        id={`audit-${field}`}
        type="date"
        value={typed[field] ?? ''}
        onInput={(event) => put(field, event.currentTarget.value)}
      />
    </div>
  )
  const text = (field: 'staff' | 'counter' | 'number', pattern: string) => (
    <div>
      <label for={`audit-${field}`}>{say(AUDIT[field], lang)}</label>
      <input
        id={`audit-${field}`}
        type="text"
        pattern={pattern}
        value={typed[field] ?? ''}
        onInput={(event) => put(field, event.currentTarget.value)}
      />
    </div>
  )
  return (
    <form
      class="formulir saringan"
      onSubmit={(event) => {
        event.preventDefault()
        onShow(typed)
      }}
    >
      {day('from')}
      {day('until')}
      <div>
        <label for="audit-kind">{say(AUDIT.kind, lang)}</label>
        <select id="audit-kind" value={typed.kind ?? ''} onChange={(event) => put('kind', event.currentTarget.value)}>
          <option value="">{say(AUDIT.allKinds, lang)}</option>
          {AuditKind.options.map((kind) => (
            <option key={kind} value={kind}>
              {say(AUDIT_KINDS[kind], lang)}
            </option>
          ))}
        </select>
      </div>
      {text('staff', '\\d{2,6}')}
      {text('counter', '\\d{1,2}')}
      {text('number', '[A-HJ-NP-Z]\\d{3,4}')}
      <div class="tindakan">
        <button type="submit" class="tombol utama">
          {say(AUDIT.show, lang)}
        </button>
        <button
          type="reset"
          class="tombol"
          onClick={() => {
            setTyped({})
            onShow({})
          }}
        >
          {say(AUDIT.clear, lang)}
        </button>
      </div>
    </form>
  )
}
