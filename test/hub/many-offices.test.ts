import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { REGIONS } from '../../protocol/hub/regions.ts'
import type { Told } from '../../protocol/hub/report.ts'
import { figuresOf } from '../../server/figures/figures-of.ts'
import { spanBefore } from '../../server/figures/span-before.ts'
import { lineOf, summaryOf, sumOf } from '../../server/figures/summary.ts'
import type { HubPort } from '../../server/gateway/hub/hub-port.ts'
import type { DayPage } from '../../server/history/day-page.ts'
import { atHub } from '../../server/hub/hub-keys.ts'
import { openHub } from '../../server/hub/open-hub.ts'
import { dayAfter } from '../../server/rules/civil.ts'
import { chanceOf } from '../../server/rules/estimate/chance.ts'
import { FIRST_DAY, seedRecorded } from '../figures/seeded.ts'
import { type Cluster, POSTGRES, startCluster } from '../support/postgres/cluster.ts'
import { inParts, ownPages, tellAll, withSome } from './offices.ts'

const OFFICES = 130
/** Of the tickets of a seeded day one in so many is an office's own, so that no two offices have the same day. */
const ONE_IN = 4
const SEEDS = [1, 2, 3]
const SPAN = { from: FIRST_DAY, until: dayAfter(FIRST_DAY, 1) }

type Made = { office: string; region: string; told: Told[]; pages: DayPage[] }

const makeOffices = async (): Promise<Made[]> => {
  const days = SEEDS.map((seed) => seedRecorded(1, seed))
  const made: Made[] = []
  for (let i = 0; i < OFFICES; i++) {
    const random = chanceOf(1_000 + i)
    const kept = new Map<string, boolean>()
    const recorded = withSome(days[i % days.length]?.recorded ?? [], (ticketId) => {
      const keeps = kept.get(ticketId) ?? random() < 1 / ONE_IN
      kept.set(ticketId, keeps)
      return keeps
    })
    const region = REGIONS[i % REGIONS.length]?.id ?? ''
    made.push({ office: `office-${i}`, region, told: await tellAll(recorded), pages: ownPages(recorded) })
  }
  return made
}

/** Parcels of all offices mixed, some of them twice, each office's in any order; a tenth of the offices comes when all others are done. */
const mixed = (made: readonly Made[]): { office: string; told: Told[] }[] => {
  const random = chanceOf(7)
  const parcels = made.flatMap(({ office, told }, i) =>
    inParts(told, 150).flatMap((part) => {
      const parcel = { office, told: part, turn: (i % 10 === 0 ? 1 : 0) + random() }
      return random() < 0.3 ? [parcel, { ...parcel, turn: random() + 1 }] : [parcel]
    }),
  )
  return parcels.sort((a, b) => a.turn - b.turn)
}

describe.skipIf(POSTGRES === null)('a hub of 130 offices', () => {
  let cluster: Cluster
  let made: Made[] = []
  let hub: Awaited<ReturnType<typeof openHub>>
  let port: HubPort
  beforeAll(async () => {
    cluster = await startCluster()
    made = await makeOffices()
    const url = await cluster.newDatabase()
    await atHub(url, async (desk) => {
      for (const { office, region } of made) await desk.newOfficeKey(office, region)
    })
    hub = await openHub({ url, clock: { now: () => Date.parse(`${SPAN.until}T20:00:00Z`) } })
    port = hub.port
    for (const wave of inParts(mixed(made), 8))
      await Promise.all(wave.map(({ office, told }) => port.take(office, { told })))
  }, 300_000)
  afterAll(async () => {
    await hub.close()
    await cluster.remove()
  })

  const expected = (offices: readonly Made[]) => {
    const before = { ...spanBefore(SPAN), pages: [] }
    const pages = offices.flatMap((one) => one.pages)
    return figuresOf({ span: SPAN, pages, before, since: FIRST_DAY, regular: ['A', 'B'] })
  }
  const asked = async (scope: { office?: string; region?: string }) => {
    const found = await port.figures({ ...SPAN, ...scope, lang: 'id' })
    if (found === null || found === 'too-long') throw new Error('no figures')
    return found
  }

  test('has every event of every office', async () => {
    for (const { office, told } of made) expect((await port.place(office)).seq).toBe(told.at(-1)?.seq)
  })
  test('says of each office what the office says itself', async () => {
    for (const one of made) {
      const { figures } = await asked({ office: one.office })
      const own = expected([one])
      expect({ ...figures, punctualByHour: [] }).toEqual({ ...own, punctualByHour: [] })
      expect(figures.headline.visits).toBeGreaterThan(40)
    }
  })
  test('says of a region, and of all, what all its days together say', async () => {
    const region = made[0]?.region ?? ''
    const own = made.filter((one) => one.region === region)
    const found = await asked({ region })
    expect(found.offices).toBe(own.length)
    const [said, known] = [found.figures, expected(own)]
    expect({ ...said, punctualByHour: [] }).toEqual({ ...known, punctualByHour: [], counters: [] })
    const all = await asked({})
    expect(all.offices).toBe(OFFICES)
    expect(all.figures.headline).toEqual(expected(made).headline)
  })
  test('compares offices by the same figures, to a tenth of a minute', async () => {
    const lines = (await port.compare(SPAN, null))?.offices ?? []
    const tenth = (minutes: number | null) => minutes && Math.round(minutes * 10) / 10
    for (const { office, pages } of made) {
      const line = lines.find((one) => one.office === office)
      const { headline } = expected([{ office, region: '', told: [], pages }])
      expect(line).toMatchObject({
        ...{ visits: headline.visits, kept: headline.kept, promises: headline.promises },
        ...{ booked: headline.booked, noShows: headline.noShows, days: headline.days },
        waits: {
          ...{ n: headline.waits.n, over30: headline.waits.over30, over60: headline.waits.over60 },
          ...{ medianMin: tenth(headline.waits.medianMin), p90Min: tenth(headline.waits.p90Min) },
          queuedMin: tenth(headline.waits.queuedMin),
        },
      })
    }
    const together = lineOf(sumOf(made.flatMap(({ pages }) => pages.map(summaryOf))))
    expect((await port.compare(SPAN, null))?.all).toEqual(together)
    expect(together.waits.medianMin).toBe(tenth(expected(made).headline.waits.medianMin))
  })
})
