import type { DeskOverview } from '../../protocol/desk/desk.ts'
import { Icon } from '../../ui/parts/Icon.tsx'
import { Kawung } from '../../ui/parts/Kawung.tsx'
import { Mark } from '../../ui/parts/Mark.tsx'
import { fill, type Lang, otherLang, say } from '../../ui/texts.ts'
import type { Page } from '../page.ts'
import { TEXTS } from '../texts.ts'

/** The side bar: every page of the desk, who sits here, whose office it is. */
export function SideBar(props: {
  pages: readonly Page[]
  slug: string
  overview: DeskOverview
  lang: Lang
  onGo: (path: string) => void
  onLang: (lang: Lang) => void
  onSignOut: () => void
}) {
  const { pages, slug, overview, lang, onGo, onLang, onSignOut } = props
  return (
    <nav class="samping" aria-label={say(TEXTS.pages, lang)}>
      <p class="mk">
        <Mark lit />
        Antrean
      </p>
      {pages.map((page) => (
        <a
          key={page.slug}
          href={`/supervisor/${page.slug}`}
          class={page.slug === slug ? 'di' : undefined}
          aria-current={page.slug === slug ? 'page' : undefined}
          onClick={(event) => {
            // A click with a key held down opens another tab, as everywhere.
            if (event.ctrlKey || event.metaKey || event.shiftKey) return
            event.preventDefault()
            onGo(`/supervisor/${page.slug}`)
          }}
        >
          <Icon name={page.icon} />
          {say(page.name, lang)}
        </a>
      ))}
      <p class="kaki">
        <span>{fill(say(TEXTS.supervisor, lang), { nomor: overview.staff })}</span>
        <button type="button" onClick={onSignOut}>
          {say(TEXTS.signOut, lang)}
        </button>
        <button type="button" lang={otherLang(lang)} onClick={() => onLang(otherLang(lang))}>
          {lang === 'id' ? 'English' : 'Bahasa Indonesia'}
        </button>
        <span class="kantor">{overview.office}</span>
      </p>
      <Kawung />
    </nav>
  )
}
