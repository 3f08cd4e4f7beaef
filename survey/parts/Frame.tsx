import type { ComponentChildren } from 'preact'
import { Kawung } from '../../ui/parts/Kawung.tsx'
import { Mark } from '../../ui/parts/Mark.tsx'
import { Perforation } from '../../ui/parts/Perforation.tsx'
import type { Lang } from '../../ui/texts.ts'
import type { SurveyScreen } from '../choose-screen.ts'

/** What all screens have in common: the office's head, the other language, and the warning before a form is wiped. */
export function Frame(props: {
  screen: SurveyScreen['screen']
  office: string
  /** Which counter this screen stands at. */
  aside: string | null
  other: Lang | null
  onLang: (lang: Lang) => void
  warning: string | null
  children: ComponentChildren
}) {
  const { screen, office, aside, other, onLang, warning, children } = props
  return (
    <div class="survei">
      <header class="kepala">
        <Kawung />
        <Mark lit />
        <b>
          {office}
          {aside !== null && <small>{aside}</small>}
        </b>
        {other !== null && (
          <button type="button" class="bahasa" lang={other} onClick={() => onLang(other)}>
            {other === 'en' ? 'English' : 'Bahasa Indonesia'}
          </button>
        )}
        <Perforation />
      </header>
      <main class={`isi isi-${screen}`}>{children}</main>
      {warning !== null && (
        <p class="ingat" role="alert">
          {warning}
        </p>
      )}
    </div>
  )
}
