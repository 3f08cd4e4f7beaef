import { useEffect, useRef, useState } from 'preact/hooks'
import type { DeskOverview } from '../protocol/desk/desk.ts'
import { type Lang, say } from '../ui/texts.ts'
import type { DeskApi } from './desk-api.ts'
import { PAGES } from './pages.ts'
import { SideBar } from './parts/SideBar.tsx'
import { SignIn } from './SignIn.tsx'
import { TEXTS } from './texts.ts'
import { useIdle } from './use-idle.ts'

/** How often a desk that cannot reach its server tries again, ms. */
const RETRY_MS = 3_000

type Session =
  | { status: 'asking' }
  | { status: 'unreachable' }
  | { status: 'signed-out'; note: string | null }
  | { status: 'open'; overview: DeskOverview }

/** Page and part of an address: `/supervisor/office/hours` → `office`, `hours`. */
const placeOf = (path: string): { slug: string; part: string | null } => {
  const [, , slug = '', part = null] = path.split('/')
  return { slug, part }
}

/** The supervisor's desk: sign-in, side bar, and the page of the address. */
export function Desk({ api }: { api: DeskApi }) {
  const [lang, setLang] = useState<Lang>('id')
  const [session, setSession] = useState<Session>({ status: 'asking' })
  const [path, setPath] = useState(location.pathname)
  const unsaved = useRef(false)
  const shownPath = useRef(path)

  const read = async (): Promise<void> => {
    const asked = await api.overview()
    if (asked.status === 'done' && asked.value !== null) setSession({ status: 'open', overview: asked.value })
    else if (asked.status === 'done' || asked.status === 'signed-out') setSession({ status: 'signed-out', note: null })
    else setSession((now) => (now.status === 'open' ? now : { status: 'unreachable' }))
  }
  const signOut = async (note: string | null): Promise<void> => {
    await api.signOut()
    setSession({ status: 'signed-out', note })
  }
  const mayLeave = (): boolean => !unsaved.current || confirm(say(TEXTS.unsaved, lang))
  const show = (next: string): void => {
    unsaved.current = false
    shownPath.current = next
    setPath(next)
  }

  useEffect(() => void read(), [])
  useEffect(() => {
    if (session.status !== 'unreachable') return
    const timer = setInterval(() => void read(), RETRY_MS)
    return () => clearInterval(timer)
  }, [session.status])
  useEffect(() => {
    const back = (): void => {
      if (mayLeave()) show(location.pathname)
      else history.pushState(null, '', shownPath.current)
    }
    const leave = (event: BeforeUnloadEvent): void => {
      if (unsaved.current) event.preventDefault()
    }
    addEventListener('popstate', back)
    addEventListener('beforeunload', leave)
    return () => {
      removeEventListener('popstate', back)
      removeEventListener('beforeunload', leave)
    }
  }, [lang])
  useIdle(session.status === 'open', () => void signOut(say(TEXTS.signedOut, lang)))

  const { slug, part } = placeOf(path)
  const page = PAGES.find((one) => one.slug === slug) ?? PAGES[0]
  useEffect(() => {
    document.documentElement.lang = lang
    document.title = page === undefined ? say(TEXTS.desk, lang) : `${say(page.name, lang)}, Antrean`
  }, [lang, page])

  const go = (next: string): void => {
    if (next === shownPath.current || !mayLeave()) return
    history.pushState(null, '', next)
    show(next)
  }

  if (session.status === 'signed-out')
    return (
      <SignIn
        api={api}
        lang={lang}
        note={session.note}
        onLang={setLang}
        onOpen={(overview) => setSession({ status: 'open', overview })}
      />
    )
  if (session.status !== 'open' || page === undefined)
    return (
      <main class="sendiri">
        <h1>{say(session.status === 'unreachable' ? TEXTS.unreachable : TEXTS.loading, lang)}</h1>
      </main>
    )
  const { overview } = session
  return (
    <div class="meja-pengawas">
      <SideBar
        pages={PAGES}
        slug={page.slug}
        overview={overview}
        lang={lang}
        onGo={go}
        onLang={setLang}
        onSignOut={() => void (mayLeave() && signOut(null))}
      />
      <main class="isi" key={page.slug}>
        <page.Body
          api={api}
          overview={overview}
          lang={lang}
          part={part}
          go={go}
          holdUnsaved={(held) => {
            unsaved.current = held
          }}
          refresh={() => void read()}
        />
      </main>
    </div>
  )
}
