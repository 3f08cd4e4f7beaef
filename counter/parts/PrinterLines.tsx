import { Icon } from '../../ui/parts/Icon.tsx'
import type { PrinterLine } from '../choose-printers.ts'

/** Printers that somebody has to come for. */
export function PrinterLines({ lines }: { lines: readonly PrinterLine[] }) {
  return (
    <div class="panggilan-kios" aria-live="polite">
      {lines.map(({ words, quiet }) => (
        <p key={words} class={quiet ? 'tenang' : 'macet'}>
          <Icon name="cetak" />
          {quiet ? words : <b>{words}</b>}
        </p>
      ))}
    </div>
  )
}
