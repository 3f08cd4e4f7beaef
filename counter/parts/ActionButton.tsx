import { Icon } from '../../ui/parts/Icon.tsx'
import type { Action } from '../action.ts'

/** The form on the sheet that a button with the deed `form` sends. */
export const SHEET_FORM = 'lembar-isian'

/**
 * One button with its key. Barred or offline it is dashed and says why; while another press is under way it keeps its
 * place and the focus, and does nothing. `main`: the one green button, at the lower left, always of the same size.
 */
export function ActionButton(props: {
  action: Action
  main?: boolean
  offline: string | null
  busy: boolean
  onPress: (action: Action) => void
}) {
  const { action, main = false, busy, onPress } = props
  const barred = props.offline ?? action.barred
  const sends = action.deed.by === 'form'
  return (
    <button
      class={main ? 'tombol utama raya' : 'tombol'}
      type={sends ? 'submit' : 'button'}
      form={sends ? SHEET_FORM : undefined}
      disabled={barred !== null}
      aria-disabled={busy}
      aria-keyshortcuts={action.key ?? undefined}
      onClick={sends ? undefined : () => onPress(action)}
    >
      <Icon name={action.icon} />
      <span class="nama">
        {action.label}
        {barred !== null && <small>{barred}</small>}
      </span>
      {action.key !== null && <span class="tuts">{action.key === 'Escape' ? 'Esc' : action.key}</span>}
    </button>
  )
}
