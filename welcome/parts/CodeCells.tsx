import { useEffect, useRef } from 'preact/hooks'
import { readSetupCode, SETUP_CODE_LENGTH } from '../setup-code.ts'

const CELLS = Array.from({ length: SETUP_CODE_LENGTH }, (_, i) => i)

/**
 * A set-up code in eight cells. One real field lies over the drawing, so pasting, a screen reader and a keyboard meet
 * an ordinary text field.
 */
export function CodeCells(props: { code: string; label: string; wrong: boolean; onCode: (code: string) => void }) {
  const { code, label, wrong, onCode } = props
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  return (
    <div class="kode">
      {CELLS.map((i) => (
        <span key={i} class={i === code.length ? 'kini' : ''} aria-hidden="true">
          {code[i]}
        </span>
      ))}
      <input
        ref={field}
        value={code}
        aria-label={label}
        aria-invalid={wrong}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        onInput={(event) => {
          // The field shows what was understood, also when that is what it showed before.
          event.currentTarget.value = readSetupCode(event.currentTarget.value)
          onCode(event.currentTarget.value)
        }}
      />
    </div>
  )
}
