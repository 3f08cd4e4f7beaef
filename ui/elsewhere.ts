import type { Elsewhere } from '../protocol/socket.ts'

/** How long the own server is waited for, ms: after five seconds at most another one leads, often behind the same address. */
const AWAY_MS = 8_000
const LOOK_MS = 2_000
const ANSWER_MS = 2_000
/** Where this browser is known as this screen: the device, then the origins. */
const KNOWN_AT = 'antrean-known-at'

/** What a page finds around it; tests give their own. */
export type Surroundings = {
  /** The page's own address without what stands behind it. */
  here: { origin: string; pathname: string }
  /** Leaves for another address; the way back leads to what was before this page. */
  go(address: string): void
  /** Whether somebody answers at an origin. */
  answers(origin: string): Promise<boolean>
  /** What the browser keeps for this origin, and what this tab does; null where it keeps nothing. */
  store: Pick<Storage, 'getItem' | 'setItem'> | null
  tab: Readonly<Record<string, string>>
}

const orNull = <T>(read: () => T): T | null => {
  try {
    return read()
  } catch {
    return null
  }
}

/** Whether somebody answers at an origin. The answer itself is not for this page, nor for its policy: that there is one is all. */
export const answers = (origin: string): Promise<boolean> =>
  fetch(`${origin}/healthz`, {
    ...{ mode: 'no-cors', cache: 'no-store', credentials: 'omit' },
    signal: AbortSignal.timeout(ANSWER_MS),
  }).then(
    () => true,
    () => false,
  )

const browser = (): Surroundings => ({
  here: location,
  go: (address) => location.replace(address),
  answers,
  store: orNull(() => localStorage),
  tab: orNull(() => ({ ...sessionStorage })) ?? {},
})

/** The way of a page to the other servers of its office. */
export type WayElsewhere = {
  /** The server says where the others are, with a new pass from time to time; an office of one server says nothing. */
  told(elsewhere: Elsewhere): void
  /** Nothing comes from the server any more. */
  lost(): void
  /** It is there, or the page is done with it. */
  found(): void
}

/**
 * Leaves for another server of the office once the own one has been away for eight seconds and somebody answers there and not here. A
 * browser keeps a screen's secret for each origin apart, so a screen also goes to each of the others once, right after it was opened, and
 * comes back: it is known there on the morning when its own server does not start.
 */
export const makeWayElsewhere = (around: () => Surroundings = browser): WayElsewhere => {
  let known: Elsewhere | null = null
  let timer: ReturnType<typeof setTimeout> | null = null
  /** Grows with every loss and every end of one, so that an answer from before is no answer. */
  let turn = 0
  const firstThat = async (origins: readonly string[]): Promise<string | null> => {
    for (const origin of origins) if (await around().answers(origin)) return origin
    return null
  }

  /** The address by which a screen goes on; behind the `#` nothing is sent or logged on the way. */
  const continueAt = (origin: string, pass: string, returns: 'yes' | 'no'): string => {
    const { here, tab } = around()
    const { origin: from, pathname: path } = here
    return `${origin}/continue#${new URLSearchParams({ pass, path, from, returns, tab: JSON.stringify(tab) })}`
  }

  const introduce = async ({ origins, pass }: Elsewhere): Promise<void> => {
    const { store, here, go } = around()
    if (store === null || pass === null) return
    const [device = ''] = pass.split('.')
    const key = `${KNOWN_AT}${here.pathname}`
    const [introduced, ...before] = store.getItem(key)?.split(' ') ?? []
    // Paired anew it is another device, which nobody knows yet.
    const knownAt = introduced === device ? before : []
    const origin = await firstThat(origins.filter((one) => !knownAt.includes(one)))
    if (origin === null) return
    // Before it is left: what fails is not repeated with every load.
    store.setItem(key, [device, ...knownAt, origin].join(' '))
    go(continueAt(origin, pass, 'yes'))
  }

  const look = async (mine: number): Promise<void> => {
    if (known === null) return
    const { here, go } = around()
    // Where the own server answers, the line will be back: it was this screen's own cable.
    const origin = await firstThat([here.origin, ...known.origins])
    if (mine !== turn) return
    if (origin === null || origin === here.origin) timer = setTimeout(look, LOOK_MS, mine)
    else go(known.pass === null ? `${origin}${here.pathname}` : continueAt(origin, known.pass, 'no'))
  }

  return {
    told(elsewhere) {
      const isFirst = known === null
      known = elsewhere
      if (isFirst) void introduce(elsewhere)
    },
    lost() {
      if (known === null || timer !== null) return
      turn += 1
      timer = setTimeout(look, AWAY_MS, turn)
    },
    found() {
      if (timer !== null) clearTimeout(timer)
      timer = null
      turn += 1
    },
  }
}
