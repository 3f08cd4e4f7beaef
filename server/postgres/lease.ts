import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Tables } from './tables.ts'
import { mayPass } from './trouble.ts'

/** A lease that nobody renews ends after so long, by the store's clock; a stopped leader is followed after that, ms. */
const LEASE_MS = 2_500
/** It is renewed so often. */
const RENEW_MS = 500
/** A store that did not answer for so long is gone: commands are refused instead of waiting. */
const GONE_MS = 3_000

/** Another server leads the office. Nothing was recorded, and nothing will be: this one has to begin anew. */
export class Fenced extends Error {
  constructor(office: string) {
    super(`another server leads ${office} now`)
    this.name = 'Fenced'
  }
}

/** The right to record for an office. */
export type Lease = {
  office: string
  /** The number under which this server may record. */
  fence(): number
  /**
   * Takes a new number for this server, after which nothing that is still on its way under the old one can be recorded. Throws
   * `Fenced` when another server has the lease.
   */
  renumber(): Promise<void>
  /** Whether the store does not answer. */
  isGone(): boolean
  /** Gives the lease back at once, so that the next server need not wait. */
  release(): Promise<void>
}

const end = (ms: number) => sql<Date>`clock_timestamp() + ${ms} * interval '1 millisecond'`

/** Who leads an office at this moment: where to reach it, null where nobody does. */
export const leaderOf = async (db: Kysely<Tables>, office: string): Promise<string | null> => {
  const found = await db
    .selectFrom('leases')
    .select('address')
    .where('office', '=', office)
    .where('until', '>', sql<Date>`clock_timestamp()`)
    .executeTakeFirst()
  return found?.address ?? null
}

/** Takes the lease of an office when nobody holds it; null when somebody does. `address`: where others reach this server. */
export const takeLease = async (options: {
  db: Kysely<Tables>
  office: string
  address: string
  /** Told once when another server was found to lead: this one must end. */
  onLost: (lost: Fenced) => void
  /** Told once whenever the store begins not to take the renewal. */
  onTrouble?: (trouble: unknown) => void
}): Promise<Lease | null> => {
  const { db, office, address, onLost, onTrouble = () => {} } = options
  const holder = randomUUID()
  const taken = await db
    .insertInto('leases')
    .values({ office, fence: 1, holder, address, until: end(LEASE_MS) })
    .onConflict((conflict) =>
      conflict
        .column('office')
        .doUpdateSet({ fence: sql<number>`leases.fence + 1`, holder, address, until: end(LEASE_MS) })
        .where('leases.until', '<', sql<Date>`clock_timestamp()`),
    )
    .returning('fence')
    .executeTakeFirst()
  if (taken === undefined) return null

  let fence = taken.fence
  let answeredMs = performance.now()
  let isEnded = false
  const lose = (): void => {
    if (isEnded) return
    isEnded = true
    clearInterval(renewing)
    onLost(new Fenced(office))
  }
  const set = (change: 'keep' | 'renumber' | 'release') =>
    db
      .updateTable('leases')
      .set({
        ...(change === 'renumber' ? { fence: sql<number>`fence + 1` } : {}),
        until: change === 'release' ? sql<Date>`'-infinity'` : end(LEASE_MS),
      })
      .where('office', '=', office)
      .where('holder', '=', holder)
      .returning('fence')
      .executeTakeFirst()

  let isAsking = false
  let isRefused = false
  const renew = async (): Promise<void> => {
    if (isAsking) return
    isAsking = true
    try {
      if ((await set('keep')) === undefined) lose()
      else answeredMs = performance.now()
      isRefused = false
    } catch (trouble) {
      if (!mayPass(trouble)) throw trouble
      if (!isRefused) onTrouble(trouble)
      isRefused = true
    } finally {
      isAsking = false
    }
  }
  const renewing = setInterval(() => void renew(), RENEW_MS)

  return {
    office,
    fence: () => fence,
    async renumber() {
      const held = await set('renumber')
      if (held === undefined) {
        lose()
        throw new Fenced(office)
      }
      fence = held.fence
      answeredMs = performance.now()
    },
    isGone: () => performance.now() - answeredMs > GONE_MS,
    async release() {
      if (isEnded) return
      isEnded = true
      clearInterval(renewing)
      await set('release').catch((trouble: unknown) => {
        if (!mayPass(trouble)) throw trouble
      })
    },
  }
}
