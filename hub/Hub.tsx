import { useEffect, useState } from 'preact/hooks'
import { useAsked } from '../ui/desk/use-asked.ts'
import { type Lang, say } from '../ui/texts.ts'
import type { HubApi } from './hub-api.ts'
import { PAGES } from './pages.ts'
import { TopBar } from './parts/TopBar.tsx'
import { SignIn } from './SignIn.tsx'
import { TEXTS, troubleText } from './texts.ts'

/** How often the board is asked for, ms: while it is looked at, and while another page is. */
const BOARD_MS = 5_000
const BESIDE_MS = 15_000

/** Page and query of the address: `/offices?region=bali` is the page `offices`. */
const addressNow = () => ({ slug: location.pathname.split('/')[1] ?? '', search: location.search })

/** The hub's page: sign-in, the bar at the top, and the page of the address. */
export function Hub({ api }: { api: HubApi }) {
  const [lang, setLang] = useState<Lang>('id')
  const [address, setAddress] = useState(addressNow)
  const page = PAGES.find(({ slug }) => slug === address.slug) ?? PAGES[0]
  // The board is read on every page: it names the offices, says what day it is, and whether somebody is still signed in.
  // Nobody asks again while nobody is signed in: too many of those would lock the sign-in.
  const [isOut, setOut] = useState(false)
  const everyMs = page?.slug === '' ? BOARD_MS : BESIDE_MS
  const loaded = useAsked(api.board, 'board', isOut ? undefined : everyMs)
  const { value: board, trouble } = loaded
  useEffect(() => {
    if (trouble?.status === 'signed-out') setOut(true)
    else if (trouble === null && board !== null) setOut(false)
  }, [trouble, board])

  useEffect(() => {
    const back = (): void => setAddress(addressNow())
    addEventListener('popstate', back)
    return () => removeEventListener('popstate', back)
  }, [])
  useEffect(() => {
    document.documentElement.lang = lang
    document.title = page === undefined ? 'Antrean' : `${say(page.name, lang)}, ${say(TEXTS.hub, lang)} Antrean`
  }, [lang, page])

  const open = (): void => {
    setOut(false)
    void loaded.again()
  }
  const go = (path: string): void => {
    history.pushState(null, '', path)
    setAddress(addressNow())
  }
  const setQuery = (set: Readonly<Record<string, string | null>>): void => {
    const next = new URLSearchParams(location.search)
    for (const [name, value] of Object.entries(set)) {
      if (value === null) next.delete(name)
      else next.set(name, value)
    }
    history.replaceState(null, '', next.size === 0 ? location.pathname : `${location.pathname}?${next}`)
    setAddress(addressNow())
  }

  if (isOut) return <SignIn api={api} lang={lang} onLang={setLang} onOpen={open} />
  if (board === null || page === undefined)
    return (
      <main class="sendiri">
        <h1>{trouble === null ? say(TEXTS.loading, lang) : troubleText(trouble, lang)}</h1>
        {trouble?.status === 'unreachable' && <p>{say(TEXTS.unreachableSub, lang)}</p>}
      </main>
    )
  return (
    <div class="pusat">
      <TopBar
        pages={PAGES}
        slug={page.slug}
        lang={lang}
        onGo={go}
        onLang={setLang}
        onSignOut={() => void api.signOut().then(loaded.again)}
      />
      <main class="isi" key={page.slug}>
        <page.Body {...{ api, board, loaded, lang }} query={new URLSearchParams(address.search)} onQuery={setQuery} />
      </main>
    </div>
  )
}
