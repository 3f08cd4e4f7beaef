/**
 * `npm run bench -- hub`: what a hub of 130 offices takes in, beside a bare insert of the same rows into the same PostgreSQL, and what its
 * answers cost as the history grows from a month to five years, beside a bare scan of the rows that an answer is reckoned from. The days are
 * seeded ones, over and over: what a page costs does not depend on which day it is.
 */
import pg from 'pg'
import { REGIONS } from '../../protocol/hub/regions.ts'
import type { Told } from '../../protocol/hub/report.ts'
import { summaryOf, sumOf } from '../../server/figures/summary.ts'
import type { DayPage } from '../../server/history/day-page.ts'
import { atHub } from '../../server/hub/hub-keys.ts'
import { openHub } from '../../server/hub/open-hub.ts'
import { dayAfter } from '../../server/rules/civil.ts'
import { FIRST_DAY, seedRecorded } from '../figures/seeded.ts'
import { inParts, ownPages, tellAll } from '../hub/offices.ts'
import { POSTGRES, startCluster } from '../support/postgres/cluster.ts'
import { type Figures, figuresPrint, ratioPrint } from './figures.ts'

const OFFICES = 130
/** Working days of a month, a year and five years. */
const GROWS = [22, 250, 1_250]
const SAMPLES = 5
const PARCEL = 500
/** Offices that tell at the same time. */
const TELLING = 8

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const officeOf = (i: number): string => `office-${String(i).padStart(3, '0')}`

if (POSTGRES === null) {
  say('LEFT OUT: the hub was NOT measured, because PostgreSQL is not installed.')
  process.exit(0)
}
const cluster = await startCluster({ shared_buffers: '512MB', max_wal_size: '4GB' })
const url = await cluster.newDatabase()
const client = new pg.Client({ connectionString: url })
await client.connect()
await atHub(url, async (desk) => {
  for (let i = 0; i < OFFICES; i++) await desk.newOfficeKey(officeOf(i), REGIONS[i % REGIONS.length]?.id ?? '')
})
const hub = await openHub({ url, clock: { now: () => Date.now() } })
const { port } = hub

/** Events per second of both ways, each with the same parcels of several offices at once. */
const measureIngestion = async (told: readonly Told[]): Promise<void> => {
  const parcels = inParts(told, PARCEL)
  await client.query('CREATE TABLE bare (LIKE hub_events INCLUDING ALL)')
  const columns = (part: readonly Told[]) => [
    ...[part.map(({ seq }) => seq), part.map(({ before }) => before), part.map(({ at }) => at)],
    ...[part.map(({ event }) => event), part.map(({ link }) => link)],
  ]
  const pool = new pg.Pool({ connectionString: url, max: TELLING })
  const offices = Array.from({ length: TELLING }, (_, i) => officeOf(i))
  const time = async (work: (office: string, part: Told[]) => Promise<unknown>): Promise<number> => {
    const startedAt = performance.now()
    await Promise.all(
      offices.map(async (office) => {
        for (const part of parcels) await work(office, part)
      }),
    )
    return (told.length * offices.length) / ((performance.now() - startedAt) / 1_000)
  }
  const bare = await time((office, part) =>
    pool.query(
      `INSERT INTO bare SELECT $1, * FROM unnest($2::bigint[], $3::bigint[], $4::bigint[], $5::text[], $6::text[])`,
      [office, ...columns(part)],
    ),
  )
  const hubs = await time((office, part) => port.take(office, { told: part }))
  await pool.end()
  const bytes = told.reduce((sum, { event }) => sum + event.length, 0) / told.length
  say(`told events: ${told.length} of two days, ${bytes.toFixed(0)} bytes each in the mean`)
  say(`bare insert, ${TELLING} at once             ${bare.toFixed(0).padStart(8)} events a second`)
  say(
    `kept and folded by the hub        ${hubs.toFixed(0).padStart(8)} events a second, ${(bare / hubs).toFixed(2)} × bare`,
  )
  await client.query('DROP TABLE bare')
}

/** Lets every office have so many days, made from some pages. */
const growTo = async (days: number, pages: readonly DayPage[]): Promise<void> => {
  await client.query('CREATE TEMP TABLE IF NOT EXISTS made (n int PRIMARY KEY, day text, page text, summary text)')
  await client.query('TRUNCATE made')
  for (const [n, page] of pages.entries())
    await client.query('INSERT INTO made VALUES ($1, $2, $3, $4)', [
      ...[n, page.day, JSON.stringify(page), JSON.stringify(summaryOf(page))],
    ])
  await client.query(
    `INSERT INTO hub_pages
       SELECT 'office-' || lpad(o::text, 3, '0'), to_char($1::date + d, 'YYYY-MM-DD'),
         replace(page, made.day, to_char($1::date + d, 'YYYY-MM-DD')), summary
       FROM generate_series(0, $2 - 1) AS o, generate_series(0, $3 - 1) AS d JOIN made ON made.n = d % $4
     ON CONFLICT DO NOTHING`,
    [FIRST_DAY, OFFICES, days, pages.length],
  )
  const month = JSON.stringify(sumOf(pages.flatMap((page) => Array.from({ length: 11 }, () => summaryOf(page)))))
  await client.query(
    `INSERT INTO hub_months SELECT DISTINCT office, left(day, 7), $1 FROM hub_pages ON CONFLICT DO NOTHING`,
    [month],
  )
  await client.query('ANALYZE')
}

const measureQueries = async (days: number): Promise<void> => {
  const last = dayAfter(FIRST_DAY, days - 1)
  const span = (length: number) => ({ from: dayAfter(last, 1 - Math.min(days, length)), until: last })
  const region = REGIONS[0]?.id ?? ''
  const one = officeOf(1)
  const asks: readonly [string, () => Promise<unknown>, string, readonly unknown[]][] = [
    [
      'one office, its last 22 days',
      () => port.figures({ ...span(22), office: one, lang: 'id' }),
      'office = $1',
      [one],
    ],
    ['one office, all its days', () => port.figures({ ...span(days), office: one, lang: 'id' }), 'office = $1', [one]],
    ['a region of 4, last 22 days', () => port.figures({ ...span(22), region, lang: 'id' }), 'true', []],
    ['all offices, last 22 days', () => port.figures({ ...span(22), lang: 'id' }), 'true', []],
    ['compared, last 22 days', () => port.compare(span(22), null), 'true', []],
    ['compared, all days', () => port.compare(span(days), null), 'true', []],
  ]
  const printed: Figures[] = []
  for (const [name, ask] of asks) {
    const of: Figures = { name: `${days} days: ${name}`, samples: [] }
    for (let i = 0; i < SAMPLES; i++) {
      const startedAt = performance.now()
      await ask()
      of.samples.push(performance.now() - startedAt)
    }
    printed.push(of)
  }
  const scan: Figures = { name: '  bare scan of one office, all its days', samples: [] }
  for (let i = 0; i < SAMPLES; i++) {
    const startedAt = performance.now()
    await client.query('SELECT sum(length(page)) FROM hub_pages WHERE office = $1', [one])
    scan.samples.push(performance.now() - startedAt)
  }
  for (const line of figuresPrint([...printed, scan])) say(line)
  const whole = printed[1]
  if (whole !== undefined) say(ratioPrint(whole, scan))
  const { rows } = await client.query("SELECT pg_total_relation_size('hub_pages') / 1000000 AS mb")
  say(`pages of ${OFFICES} offices on disk: ${rows[0]?.mb} MB`)
  say('')
}

const { recorded } = seedRecorded(2)
await measureIngestion(await tellAll(recorded))
say('')
const pages = ownPages(recorded)
for (const days of GROWS) {
  await growTo(days, pages)
  await measureQueries(days)
}
await hub.close()
await client.end()
await cluster.remove()
