import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from '../parts/Icon.tsx'

/** How an act went: done, or not and why. */
export type Tone = 'tepat' | 'rusak' | 'lewat' | 'nanti'

const ICONS: Record<Tone, IconName> = { tepat: 'lengkap', rusak: 'awas', lewat: 'awas', nanti: 'info' }

/** One line about the last act, read aloud when it changes; keeps its place while empty. `children`: a button beside it. */
export function Notice(props: { tone: Tone; text: string | null; children?: ComponentChildren }) {
  const { tone, text, children } = props
  return (
    <div class={`kabar ${tone}`} role="status">
      {text !== null && (
        <>
          <Icon name={ICONS[tone]} />
          <span>{text}</span>
          {children}
        </>
      )}
    </div>
  )
}
