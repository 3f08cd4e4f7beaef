import type { ComponentChildren } from 'preact'
import { Kawung } from '../../ui/parts/Kawung.tsx'
import { Mark } from '../../ui/parts/Mark.tsx'
import { type Lang, otherLang } from '../../ui/texts.ts'

/** The page around the ticket: head with mark, office and language; `foot` says how old the picture is. */
export function Page(props: {
  office: string
  lang: Lang
  onLang: (lang: Lang) => void
  foot?: ComponentChildren
  children: ComponentChildren
}) {
  const other = otherLang(props.lang)
  return (
    <>
      <header class="kep">
        <Mark lit />
        <b>{props.office}</b>
        <button type="button" class="bahasa" lang={other} onClick={() => props.onLang(other)}>
          {other === 'en' ? 'English' : 'Indonesia'}
        </button>
        <Kawung />
      </header>
      <main>{props.children}</main>
      <footer class="kk">{props.foot}</footer>
    </>
  )
}
