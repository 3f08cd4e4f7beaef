import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Answer } from '../../protocol/answers.ts'
import { SOCKET } from '../../protocol/socket.ts'
import { dayOf } from '../../server/days.ts'
import { readChain } from '../../server/journal/read-chain.ts'
import { verifyLinks } from '../../server/journal/verify-journal.ts'
import { newCommandId } from '../../server/open-office.ts'
import { connectPostgres } from '../../server/postgres/connect.ts'
import { linksOf } from '../../server/postgres/postgres-journal.ts'
import { percentile } from '../bench/figures.ts'
import { howMany } from '../support/how-many.ts'
import { keepFigure } from '../support/keep-figure.ts'
import { type Cluster, POSTGRES, startCluster } from '../support/postgres/cluster.ts'
import { ask, endServers, importOver, pair, plainOffice, wholeDayAgenda } from './server-process.ts'
import { type Member, makeMembers } from './shared-office.ts'

const CODES = 2_000
const RESTARTS = howMany(5, 20)

describe.skipIf(POSTGRES === null)('an office whose PostgreSQL', () => {
  let cluster: Cluster
  let store: string
  let server: Member
  let kiosk: string
  let display: Socket
  const views: unknown[] = []
  const codes = Array.from({ length: CODES }, (_, n) => `P${String(n).padStart(7, '0')}`)
  const given: string[] = []
  const unused = [...codes]

  beforeAll(async () => {
    cluster = await startCluster({ max_connections: '12', superuser_reserved_connections: '0' })
    store = await cluster.newDatabase()
    const office = plainOffice()
    const [member] = await makeMembers({ store, office })
    if (member === undefined) throw new Error('no server')
    server = member
    await server.start()
    const house = { address: server.address, console: server.console() }
    kiosk = await pair(house, 'kiosk', '1')
    const [{ place } = { place: '1' }] = office.displays
    const token = await pair(house, 'display', place)
    display = io(server.address, { transports: ['websocket'], reconnection: false, forceNew: true, auth: { token } })
    display.on(SOCKET.view, (view: unknown) => views.push(view))
    await new Promise<void>((connected) => display.once('connect', connected))
    await display.emitWithAck(SOCKET.hello, { role: 'display', place })
    await importOver(house, wholeDayAgenda(dayOf(Date.now(), office.zone), codes))
  })
  afterAll(async () => {
    display.disconnect()
    server.signal('SIGKILL')
    await server.ended()
    await cluster.remove()
    endServers()
  })

  const checkIn = async (): Promise<Answer> => {
    const command = { type: 'CheckIn', scanned: unused.pop() ?? '', commandId: newCommandId() }
    const answer = await ask(server.address, kiosk, command)
    if (answer.status === 'taken' && answer.result.kind === 'check-in') given.push(answer.result.number ?? 'none')
    return answer
  }
  const isRefused = ({ status }: Answer): boolean => status === 'refused'
  const REFUSED = { status: 'refused', refusal: { code: 'disk-refuses' } }

  test(`restarts at once ${RESTARTS} times under load loses nothing and stays`, {
    tags: ['D11', 'F39'],
    timeout: 600_000,
  }, async (context) => {
    let isOver = false
    const takenAt: number[] = []
    const work = Array.from({ length: 3 }, async () => {
      while (!isOver) {
        if ((await checkIn()).status === 'taken') takenAt.push(performance.now())
        await setTimeout(10)
      }
    })
    const pauses: number[] = []
    for (let round = 0; round < RESTARTS; round += 1) {
      await setTimeout(300)
      const before = takenAt.length
      expect(before).toBeGreaterThan(round)
      const fromAt = performance.now()
      await cluster.stop('immediate')
      await cluster.start()
      await expect.poll(() => takenAt.length, { timeout: 30_000, interval: 5 }).toBeGreaterThan(before + 3)
      pauses.push((takenAt.find((at) => at > fromAt + 50) ?? 0) - fromAt)
    }
    isOver = true
    await Promise.all(work)
    expect(server.leads()).toBe(true)
    keepFigure(
      context,
      `${RESTARTS} restarts, ${given.length} numbers, pause at most ${Math.round(percentile(pauses, 1))} ms`,
    )
  })

  test('is gone refuses in words, keeps its screens, and goes on by itself', {
    tags: ['F40'],
    timeout: 200_000,
  }, async (context) => {
    await cluster.stop('fast')
    await expect.poll(checkIn, { timeout: 30_000 }).toEqual(REFUSED)
    const fromAt = performance.now()
    await setTimeout(howMany(5_000, 60_000))
    expect(await checkIn()).toEqual(REFUSED)
    expect(display.connected).toBe(true)
    expect((await fetch(`${server.address}/healthz`)).status).toBe(200)
    const goneMs = performance.now() - fromAt
    await cluster.start()
    await expect.poll(async () => isRefused(await checkIn()), { timeout: 30_000 }).toBe(false)
    expect(server.leads()).toBe(true)
    expect(display.connected).toBe(true)
    const shown = views.length
    await checkIn()
    await expect.poll(() => views.length).toBeGreaterThanOrEqual(shown)
    keepFigure(context, `gone for ${Math.round(goneMs / 1000)} s`)
  })

  test('has no connection left refuses in words, and goes on when there is one', {
    tags: ['F40'],
    timeout: 200_000,
  }, async () => {
    await cluster.stop('immediate')
    await cluster.start()
    const greedy: pg.Client[] = []
    const takeAll = async (): Promise<void> => {
      for (;;) {
        const client = new pg.Client({ connectionString: store })
        client.on('error', () => {})
        try {
          await client.connect()
          greedy.push(client)
        } catch {
          return
        }
      }
    }
    // The server comes back between two tries, as long as it finds a place.
    for (let n = 0; n < 20; n += 1) {
      await takeAll()
      await checkIn()
    }
    await Promise.all(greedy.map((client) => client.end()))
    await expect.poll(async () => isRefused(await checkIn()), { timeout: 30_000 }).toBe(false)
    expect(server.leads()).toBe(true)
  })

  test('had all this has every number that was given, once, and a whole chain', { tags: ['D11', 'F39'] }, async () => {
    const db = connectPostgres(store)
    const links = linksOf(db, 'office')
    expect(await verifyLinks(links)).toMatchObject({ status: 'sound' })
    const numbers: string[] = []
    for await (const { event } of readChain(links)) if (event.type === 'CheckedIn') numbers.push(event.number)
    await db.destroy()
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(numbers.toSorted()).toEqual(given.toSorted())
  })
})
