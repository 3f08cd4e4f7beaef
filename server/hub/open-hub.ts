import type { Board, HubFiguresQuery } from '../../protocol/hub/board.ts'
import type { Parcel } from '../../protocol/hub/report.ts'
import { hashToken } from '../access/secrets.ts'
import type { Clock } from '../clock.ts'
import type { HubPort } from '../gateway/hub/hub-port.ts'
import { connectPostgres, expectDurable } from '../postgres/connect.ts'
import { mayPass } from '../postgres/trouble.ts'
import { untilThere } from '../postgres/until-there.ts'
import { readBoard } from './board.ts'
import { openBooks } from './books.ts'
import { compareOffices } from './hub-compare.ts'
import { readFigures } from './hub-figures.ts'
import { isOfficeKey, type KnownOffice, keepBulletin, knownOffices, readerNames, readerOf } from './hub-store.ts'
import { readSurvey } from './hub-survey.ts'
import { type HubTables, makeHubTables } from './hub-tables.ts'
import { makeReaderSessions } from './reader-sessions.ts'
import { takeParcel } from './take-parcel.ts'

/** Offices tell and readers ask at the same time. */
const CONNECTIONS_MAX = 12
/** Every page that is open asks again and again: one board serves them all so long, ms. */
const FRESH_MS = 2_000

/** The database cannot be asked just now: whoever asked tries again. */
class StoreAway extends Error {
  readonly status = 503
}

/** An event that is no JSON could never be folded. */
const isReadable = ({ told }: Parcel): boolean =>
  told.every(({ event }) => {
    try {
      JSON.parse(event)
      return true
    } catch {
      return false
    }
  })

/** What is asked about as a list of offices; null where it names nobody. */
const scopeOf = (
  known: readonly KnownOffice[],
  { office, region }: { office?: string | undefined; region?: string | undefined },
): KnownOffice[] | null => {
  const scope = known.filter(
    (one) => (office === undefined || one.office === office) && (region === undefined || one.region === region),
  )
  return scope.length === 0 && (office !== undefined || region !== undefined) ? null : scope
}

/**
 * Opens the hub on its database, making the tables where there are none; waits for one that does not answer. Rejects with
 * `StoreUnsafe` where what is acknowledged could be lost, and with `NewerData` where a newer program was here.
 */
export const openHub = async (options: {
  url: string
  clock: Pick<Clock, 'now'>
}): Promise<{ port: HubPort; readers(): Promise<string[]>; caughtUp: Promise<void>; close(): Promise<void> }> => {
  const { url, clock } = options
  const db = connectPostgres<HubTables>(url, { application: 'antrean hub', most: CONNECTIONS_MAX })
  await untilThere(() => expectDurable(db))
  await untilThere(() => makeHubTables(db))
  const books = openBooks(db)
  const sessions = makeReaderSessions(clock.now)
  let last: { board: Promise<Board>; isOld: boolean } | null = null

  const orAway = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (trouble) {
      throw mayPass(trouble) ? new StoreAway('the database does not answer') : trouble
    }
  }
  const figures = async (asked: HubFiguresQuery) => {
    const { from, until, lang } = asked
    const scope = scopeOf(await knownOffices(db), asked)
    return scope && readFigures({ db, books }, scope, { from, until }, lang)
  }
  /** After a start the days that are lived are read before somebody asks for them. */
  const catchUp = async (): Promise<void> => {
    for (const { office } of await untilThere(() => knownOffices(db))) await untilThere(() => books.follow(office))
  }
  return {
    port: {
      isOffice: (office, key) => orAway(() => isOfficeKey(db, office, hashToken(key))),
      place: (office) => orAway(async () => (await books.follow(office)).place),
      take: (office, parcel) =>
        orAway(async () => {
          if (!isReadable(parcel)) throw Object.assign(new Error('an event is no JSON'), { status: 422 })
          const taken = await takeParcel(db, office, parcel)
          return taken.status === 'kept' ? { ...taken, place: (await books.follow(office)).place } : taken
        }),
      hear: (office, bulletin) => orAway(() => keepBulletin(db, office, { bulletin, heardAt: clock.now() })),
      signIn: (key) =>
        orAway(async () => {
          const keyHash = hashToken(key)
          return (await readerOf(db, keyHash)) === null ? null : sessions.open(keyHash)
        }),
      signOut: sessions.close,
      mayRead: ({ token, key }) =>
        orAway(async () => {
          // A key that was taken away ends the sessions that it opened.
          const shown = [token === null ? null : sessions.keyHashOf(token), key === null ? null : hashToken(key)]
          for (const keyHash of shown) if (keyHash !== null && (await readerOf(db, keyHash)) !== null) return true
          return false
        }),
      board() {
        if (last !== null && !last.isOld) return last.board
        const next = { board: orAway(() => readBoard({ db, books }, clock.now())), isOld: false }
        last = next
        const age = () => void setTimeout(() => Object.assign(next, { isOld: true }), FRESH_MS).unref()
        next.board.then(age, age)
        return next.board
      },
      compare: (span, region) =>
        orAway(async () => {
          const scope = scopeOf(await knownOffices(db), region === null ? {} : { region })
          return scope && compareOffices({ db, books }, scope, span)
        }),
      figures: (asked) => orAway(() => figures(asked)),
      survey: ({ from, until, ...asked }) =>
        orAway(async () => {
          const scope = scopeOf(await knownOffices(db), asked)
          return scope && readSurvey(db, scope, { from, until })
        }),
    },
    readers: () => readerNames(db),
    caughtUp: catchUp(),
    close: () => db.destroy(),
  }
}
