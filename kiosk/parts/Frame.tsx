import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from '../../ui/parts/Icon.tsx'
import type { Kiosk } from '../deeds.ts'
import type { Screen } from '../screen.ts'
import { Countdown } from './Countdown.tsx'

/** The colour of a state; its icon and words carry the meaning. */
export type Tone = 'tepat' | 'nanti' | 'lewat' | 'lain' | 'rusak'

type FrameProps = {
  screen: Screen
  kiosk: Kiosk
  headline: ComponentChildren
  /** A state above a large headline. */
  tag?: { icon: IconName; tone: Tone; words: string }
  /** A state that is itself the headline, beside its icon. */
  verdict?: { icon: IconName; tone: Tone }
  /** A drawing where the words leave room; it says nothing that they do not. */
  picture?: IconName
  actions?: ComponentChildren
  children?: ComponentChildren
}

/**
 * What all screens have in common: the upper part for reading, the lower (or right) for touching. The headline's status
 * region stays in the document from screen to screen, so that assistive technology announces the change.
 */
export function Frame({ screen, kiosk, headline, tag, verdict, picture, actions, children }: FrameProps) {
  return (
    <main class={`isi isi-${screen.name}`}>
      <div class="baca">
        <div role="status">
          {tag && (
            <p class={`cap ${tag.tone}`}>
              <Icon name={tag.icon} />
              {tag.words}
            </p>
          )}
          <h1 class={verdict ? `hasil ${verdict.tone}` : ''}>
            {verdict && <Icon name={verdict.icon} />}
            <span>{headline}</span>
          </h1>
        </div>
        <div class="lanjutan" key={screen.name}>
          {children}
          {picture && <Icon name={picture} class="gambar" />}
        </div>
      </div>
      <div class="aksi">
        {actions}
        <Countdown screen={screen} kiosk={kiosk} />
      </div>
    </main>
  )
}
