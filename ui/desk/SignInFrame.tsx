import type { ComponentChildren } from 'preact'
import { Kawung } from '../parts/Kawung.tsx'
import { Mark } from '../parts/Mark.tsx'
import { type Lang, otherLang } from '../texts.ts'

/** Where somebody signs in: the bar with the mark and the other language, and the form in the middle. */
export function SignInFrame(props: { lang: Lang; onLang: (lang: Lang) => void; children: ComponentChildren }) {
  const { lang, onLang, children } = props
  return (
    <div class="masuk">
      <header>
        <Mark lit />
        <b>Antrean</b>
        <button type="button" class="bahasa" lang={otherLang(lang)} onClick={() => onLang(otherLang(lang))}>
          {lang === 'id' ? 'English' : 'Bahasa Indonesia'}
        </button>
        <Kawung />
      </header>
      <main>{children}</main>
    </div>
  )
}
