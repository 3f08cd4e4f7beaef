import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from '../../ui/parts/Icon.tsx'

type ButtonProps = {
  children: ComponentChildren
  onPress: () => void
  icon?: IconName
  /** One line below the words. */
  hint?: string
  primary?: boolean
  /** An arrow at the far end: the button leads on. */
  leads?: boolean
  /** Why it cannot be pressed now; shown as the hint. */
  reason?: string | null
}

/** A button of a kiosk's action area. A reason makes it dashed and says why, in words. */
export function Button({ children, onPress, icon, hint, primary = false, leads = false, reason = null }: ButtonProps) {
  const below = reason ?? hint
  return (
    <button
      type="button"
      class={`tombol ${primary ? 'utama' : ''} ${reason === null ? '' : 'mati'}`}
      aria-disabled={reason !== null}
      onClick={() => reason === null && onPress()}
    >
      {icon && <Icon name={icon} />}
      <span>
        {children}
        {below && <small>{below}</small>}
      </span>
      {leads && <Icon name="kanan" class="ujung" />}
    </button>
  )
}
