import { Icon } from '../../ui/parts/Icon.tsx'
import { Kawung } from '../../ui/parts/Kawung.tsx'
import { Mark } from '../../ui/parts/Mark.tsx'
import { type Lang, otherLang, say } from '../../ui/texts.ts'
import type { Page } from '../page.ts'
import { TEXTS } from '../texts.ts'

/** The bar at the top, so that the map has the whole width: every page of the hub, the language, the way out. */
export function TopBar(props: {
  pages: readonly Page[]
  slug: string
  lang: Lang
  onGo: (path: string) => void
  onLang: (lang: Lang) => void
  onSignOut: () => void
}) {
  const { pages, slug, lang, onGo, onLang, onSignOut } = props
  return (
    <header class="bilah">
      <p class="mk">
        <Mark lit />
        Antrean <span>{say(TEXTS.hub, lang)}</span>
      </p>
      <nav aria-label={say(TEXTS.pages, lang)}>
        {pages.map((page) => (
          <a
            key={page.slug}
            href={`/${page.slug}`}
            class={page.slug === slug ? 'di' : undefined}
            aria-current={page.slug === slug ? 'page' : undefined}
            onClick={(event) => {
              // A click with a key held down opens another tab, as everywhere.
              if (event.ctrlKey || event.metaKey || event.shiftKey) return
              event.preventDefault()
              onGo(`/${page.slug}`)
            }}
          >
            <Icon name={page.icon} />
            {say(page.name, lang)}
          </a>
        ))}
      </nav>
      <p class="ujung">
        <button type="button" class="garis-bawah" lang={otherLang(lang)} onClick={() => onLang(otherLang(lang))}>
          {lang === 'id' ? 'English' : 'Bahasa Indonesia'}
        </button>
        <button type="button" class="garis-bawah" onClick={onSignOut}>
          {say(TEXTS.signOut, lang)}
        </button>
      </p>
      <Kawung />
    </header>
  )
}
