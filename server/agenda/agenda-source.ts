import type { SourcePull } from '../../protocol/desk/bookings.ts'
import type { DayStamp } from '../../protocol/ids.ts'
import type { AgendaColumns, AgendaSource } from '../../protocol/office-rules.ts'
import type { AgendaReport } from '../../protocol/problem.ts'
import { type Fetch, fetchAgenda } from './fetch-agenda.ts'
import type { SheetReading } from './sheet.ts'

/** How often it is looked whether a fetch is due, ms. */
const LOOK_MS = 15_000
/** A source that failed is asked again after so many minutes, or sooner where it is asked more often anyway. */
const RETRY_MIN = 2
/** Lines that cannot enter and are told of one fetch. */
const BAD_SHOWN = 20
const MINUTE = 60_000
const DAY_PLACE = '{day}'

const addressOf = (url: string, day: DayStamp | null): string => url.replaceAll(DAY_PLACE, day ?? '')

/** The office's HTTP source at work. */
export type AgendaSourceAtWork = {
  /** Fetches now; a fetch that is under way is waited for. */
  pull(): Promise<void>
  /** Fetches when it is time. */
  look(): Promise<void>
  /** What came of the last fetch, by day. */
  pulls(): readonly SourcePull[]
  busy(): boolean
  /** When it is fetched next, epoch ms. */
  nextAt(): number
  /** Stops the schedule; resolves when nothing is under way. */
  stop(): Promise<void>
}

/**
 * Fetches the bookings of an office from its HTTP source, on schedule and when asked. With `{day}` in the address today's and
 * tomorrow's, else one list of all days. A source in trouble stops nothing: it is told, and asked again.
 */
export const openAgendaSource = (what: {
  settings: () => {
    source: AgendaSource | undefined
    columns: AgendaColumns | undefined
    token: string | null
    /** What a list is read with: another one, and every list is asked for whole again. */
    readAs: unknown
  }
  /** Today and tomorrow, in the office's calendar. */
  days: () => readonly DayStamp[]
  enter: (sheet: SheetReading, day: DayStamp | null) => Promise<AgendaReport>
  now: () => number
  send?: Fetch
  onFault: (fault: unknown) => void
}): AgendaSourceAtWork => {
  const { settings, days, enter, now, send, onFault } = what
  const etags = new Map<string, string>()
  let pulls: SourcePull[] = []
  let lastAt: number | null = null
  let lastUrl = ''
  let lastReadAs: unknown
  let underWay: Promise<void> | null = null

  const pullOne = async (url: string, day: DayStamp | null): Promise<SourcePull> => {
    const { token, columns } = settings()
    const nothing = { at: now(), day, reason: null, good: 0, bad: [], badLines: 0, added: 0, changed: 0 }
    const fetched = await fetchAgenda({ url, token, etag: etags.get(url) ?? null, columns }, send)
    if (fetched.status === 'failed') return { ...nothing, at: now(), status: 'failed', reason: fetched.reason }
    if (fetched.status === 'unchanged') return { ...nothing, at: now(), status: 'unchanged' }
    const { bad, status, good, added, changed } = await enter(fetched.sheet, day)
    // What did not enter whole is asked for again, also when it is the same: the office may read it otherwise by then.
    if (status === 'entered' && bad.length === 0 && fetched.etag !== null) etags.set(url, fetched.etag)
    else etags.delete(url)
    const badLines = new Set(bad.map(({ line }) => line)).size
    return { ...nothing, at: now(), status, good, added, changed, bad: bad.slice(0, BAD_SHOWN), badLines }
  }

  const pullAll = async (): Promise<void> => {
    const { source, readAs } = settings()
    if (source === undefined) return
    // A list that did not change since may be read otherwise, and the office may have let go of what it held.
    if (readAs !== lastReadAs) etags.clear()
    lastReadAs = readAs
    const wanted = source.url.includes(DAY_PLACE) ? days() : [null]
    const done: SourcePull[] = []
    for (const day of wanted) done.push(await pullOne(addressOf(source.url, day), day))
    for (const url of etags.keys()) if (!done.some(({ day }) => url === addressOf(source.url, day))) etags.delete(url)
    pulls = done
    lastAt = now()
    lastUrl = source.url
  }

  const pull = (): Promise<void> => {
    underWay ??= pullAll().finally(() => {
      underWay = null
    })
    return underWay
  }

  const nextAt = (): number => {
    const { source } = settings()
    if (source === undefined) return Number.MAX_SAFE_INTEGER
    if (lastAt === null || lastUrl !== source.url) return now()
    const isFailed = pulls.some(({ status }) => status === 'failed')
    return lastAt + (isFailed ? Math.min(RETRY_MIN, source.everyMin) : source.everyMin) * MINUTE
  }

  const look = async (): Promise<void> => {
    if (now() >= nextAt()) await pull()
  }
  const timer = setInterval(() => void look().catch(onFault), LOOK_MS)
  timer.unref()
  return {
    pull,
    look,
    pulls: () => pulls,
    busy: () => underWay !== null,
    nextAt,
    async stop() {
      clearInterval(timer)
      await underWay
    },
  }
}
