import { setTimeout } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { DocumentLog, Mirror } from '../../config/document.ts'
import type { AnswerStore } from '../answers/answer-store.ts'
import type { Journal } from '../journal/journal.ts'
import type { Links } from '../journal/read-chain.ts'
import { connectPostgres, expectDurable } from './connect.ts'
import { mirrorInto, pullDocuments } from './documents.ts'
import { expectSecret, noteSecret } from './fingerprint.ts'
import { type Fenced, type Lease, leaderOf, takeLease } from './lease.ts'
import { isAway } from './move-office.ts'
import { postgresAnswers } from './postgres-answers.ts'
import { linksOf, openPostgresJournal } from './postgres-journal.ts'
import { StoreProblem } from './store-problem.ts'
import { makeTables, type Tables } from './tables.ts'
import { mayPass, tookNothing } from './trouble.ts'

/** How often a server that does not lead looks who does, ms. */
const LOOK_MS = 250
/** Rest between two tries to reach a store at a start, ms. */
const TRY_AGAIN_MS = 1_000

/** An office that does not stand on this database any more. */
export class OfficeAway extends StoreProblem {
  constructor(office: string) {
    super(
      `${office} was moved out of the database: start it without ANTREAN_STORE, or move it back (antrean move postgres)`,
    )
  }
}

/** What the server that leads stands on in place of its own disk; all of it under its lease. */
export type SharedStore = {
  openJournal(): Promise<Journal>
  /** The chain, for looking through it. */
  links: Links
  /** Where documents are kept; the data folder has copies. */
  mirror: Mirror
  /** Where the answers of the survey are kept. */
  answers: AnswerStore
  /** Whether the store does not answer at this moment. */
  isGone(): boolean
}

const sayTrouble = (log: DocumentLog, trouble: unknown): void =>
  log.warn({ trouble: String(trouble) }, 'PostgreSQL does not answer or takes nothing; trying again')

/** Makes ready the tables of a store that may not be there yet: after a power cut the servers start before it. */
const reachStore = async (db: Kysely<Tables>, log: DocumentLog): Promise<void> => {
  for (;;) {
    try {
      await makeTables(db)
      return await expectDurable(db)
    } catch (trouble) {
      if (!mayPass(trouble)) throw trouble
      sayTrouble(log, trouble)
      await setTimeout(TRY_AGAIN_MS)
    }
  }
}

/**
 * Waits until this server leads its office, and brings the data folder to what the store has. Meanwhile `whoLeads` hears where the
 * leader is reached, null while nobody leads, and `whileStandby` may look at the chain; false: it has more to look at, at once. `onLost` hears when another server was found to lead afterwards: this one must end.
 * Throws `OtherSecret`, `OfficeAway`, `StoreUnsafe` and `NewerData`.
 */
export const joinOffice = async (options: {
  store: { url: string; office: string; server: { host: string; port: number } }
  dataDir: string
  secret: Uint8Array
  log: DocumentLog
  whoLeads: (address: string | null) => Promise<void>
  whileStandby?: (links: Links) => Promise<boolean>
  onLost: (lost: Fenced) => void
}): Promise<SharedStore> => {
  const { store, dataDir, secret, log, whoLeads, whileStandby, onLost } = options
  const { url, office, server } = store
  const db = connectPostgres(url)
  await reachStore(db, log)
  await expectSecret(db, office, secret)

  const links = linksOf(db, office)
  const address = `${server.host.includes(':') ? `[${server.host}]` : server.host}:${server.port}`
  const onTrouble = (trouble: unknown) => sayTrouble(log, trouble)
  let isRefused = false
  /** Null as well while the store takes nothing: what it has can be read meanwhile. */
  const take = async (): Promise<Lease | null> => {
    try {
      const lease = await takeLease({ db, office, address, onLost, onTrouble })
      isRefused = false
      return lease
    } catch (trouble) {
      if (!tookNothing(trouble)) throw trouble
      if (!isRefused) onTrouble(trouble)
      isRefused = true
      return null
    }
  }
  const lead = async (): Promise<Lease> => {
    for (;;) {
      try {
        const lease = await take()
        if (lease !== null) return lease
        await whoLeads(await leaderOf(db, office))
        if ((await whileStandby?.(links)) === false) continue
      } catch (trouble) {
        if (!mayPass(trouble)) throw trouble
      }
      await setTimeout(LOOK_MS)
    }
  }
  const lease = await lead()
  // Once more: of two new servers that started together the other one may have led first.
  await expectSecret(db, office, secret)
  if (await isAway(db, office)) {
    await lease.release()
    throw new OfficeAway(office)
  }
  await pullDocuments({ db, office, dataDir, log })
  const mirror = mirrorInto(db, lease)
  await noteSecret(mirror, secret)
  return {
    openJournal: () => openPostgresJournal({ db, lease }),
    links,
    mirror,
    answers: postgresAnswers(db, lease),
    isGone: lease.isGone,
  }
}
