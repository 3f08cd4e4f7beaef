import type { Elsewhere } from '../protocol/socket.ts'

/** How long the own server is waited for, ms: after five seconds at most another one leads, often behind the same address. */
const AWAY_MS = 8_000
const LOOK_MS = 2_000
const ANSWER_MS = 2_000
/** Origins that this browser has been to as this screen. */
const VISITED = 'antrean-visited'

/** What a page does beside its line, given by tests in their own way. */
export type Surroundings = {
  /** The page's own address without what stands behind it. */
  here: { origin: string; pathname: string }
  /** Leaves for another address; the way back leads to what was before this page. */
  go(address: string): void
  /** Whether somebody answers at an origin. */
  answers(origin: string): Promise<boolean>
  /** What this browser keeps for this origin; null where it keeps nothing. */
  store: Pick<Storage, 'getItem' | 'setItem'> | null
}

const storeOf = (): Storage | null => {
  try {
    return localStorage
  } catch {
    return null
  }
}

const browser = (): Surroundings => ({
  here: location,
  go: (address) => location.replace(address),
  answers: (origin) =>
    // The answer itself is not for this page: that there is one is all it learns.
    fetch(`${origin}/healthz`, {
      ...{ mode: 'no-cors', cache: 'no-store', credentials: 'omit' },
      signal: AbortSignal.timeout(ANSWER_MS),
    }).then(
      () => true,
      () => false,
    ),
  store: storeOf(),
})

/** `back`: where a screen comes from that only visits. Behind the `#` nothing of it is sent or logged on the way. */
const continueAt = (origin: string, brought: { pass: string; path: string; back?: string }): string =>
  `${origin}/continue#${new URLSearchParams(brought)}`

/** The way of a page to the other servers of its office. */
export type WayElsewhere = {
  /** The server welcomed this page and said where the others are; none in an office of one server. */
  welcomed(elsewhere: Elsewhere | undefined): void
  /** Nothing comes from the server any more. */
  lost(): void
  /** It is there, or the page is done with it. */
  found(): void
}

/**
 * Leaves for another server of the office once the own one has been away for eight seconds and somebody answers there. A browser
 * keeps a screen's secret for each origin apart, so a screen also goes to each of the others once, right after it was opened, and comes
 * back: it is known there on the morning when its own server does not start.
 */
export const makeWayElsewhere = (around: () => Surroundings = browser): WayElsewhere => {
  let known: Elsewhere | null = null
  let timer: ReturnType<typeof setTimeout> | null = null
  const firstThat = async (origins: readonly string[]): Promise<string | null> => {
    for (const origin of origins) if (await around().answers(origin)) return origin
    return null
  }

  const visit = async ({ origins, pass }: Elsewhere): Promise<void> => {
    const { store, here, go } = around()
    if (store === null || pass === null) return
    const key = `${VISITED}${here.pathname}`
    const visited = store.getItem(key)?.split(' ') ?? []
    const origin = await firstThat(origins.filter((one) => !visited.includes(one)))
    if (origin === null) return
    // Before it is left: a visit that fails is not repeated with every load.
    store.setItem(key, [...visited, origin].join(' '))
    go(continueAt(origin, { pass, path: here.pathname, back: here.origin }))
  }

  const look = async (): Promise<void> => {
    if (known === null) return
    const origin = await firstThat(known.origins)
    if (timer === null) return
    const { go, here } = around()
    if (origin === null) timer = setTimeout(look, LOOK_MS)
    else
      go(
        known.pass === null
          ? `${origin}${here.pathname}`
          : continueAt(origin, { pass: known.pass, path: here.pathname }),
      )
  }

  return {
    welcomed(elsewhere) {
      const isFirst = known === null
      known = elsewhere ?? null
      if (isFirst && known !== null) void visit(known)
    },
    lost() {
      if (known !== null) timer ??= setTimeout(look, AWAY_MS)
    },
    found() {
      if (timer !== null) clearTimeout(timer)
      timer = null
    },
  }
}
