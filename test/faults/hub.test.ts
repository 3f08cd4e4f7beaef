import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Figures } from '../../protocol/desk/figures.ts'
import { Board, HubCompare, HubFigures } from '../../protocol/hub/board.ts'
import { dayOf } from '../../server/days.ts'
import { atHub } from '../../server/hub/hub-keys.ts'
import { newCommandId } from '../../server/open-office.ts'
import { type Cluster, POSTGRES, startCluster } from '../support/postgres/cluster.ts'
import { type HubProcess, makeHub } from './hub-process.ts'
import {
  ask,
  endServers,
  importOver,
  newDataFolder,
  pair,
  plainOffice,
  type RunningServer,
  startServer,
  wholeDayAgenda,
} from './server-process.ts'

const CODES = Array.from({ length: 20 }, (_, n) => `H${String(n).padStart(7, '0')}`)
/** The office waits up to half a minute between two tries after some that failed. */
const PATIENCE_MS = 60_000

describe.skipIf(POSTGRES === null)('an office and its hub', () => {
  const office = plainOffice()
  const today = dayOf(Date.now(), office.zone)
  let cluster: Cluster
  let url: string
  let hub: HubProcess
  let keys: { denpasar: string; singaraja: string; reader: string }
  let folder: string
  let server: RunningServer
  let kiosk: string
  const unused = [...CODES]

  beforeAll(async () => {
    cluster = await startCluster()
    url = await cluster.newDatabase()
    keys = await atHub(url, async (desk) => ({
      denpasar: await desk.newOfficeKey('denpasar', 'bali'),
      singaraja: await desk.newOfficeKey('singaraja', 'bali'),
      reader: await desk.newReaderKey('directorate'),
    }))
    hub = await makeHub(url)
    await hub.start()
    folder = newDataFolder(office)
    tell(folder)
    server = await startServer(folder)
    kiosk = await pair(server, 'kiosk', '1')
    await importOver(server, wholeDayAgenda(today, CODES))
  })
  afterAll(async () => {
    await server.stop()
    await hub.kill()
    await cluster.remove()
    endServers()
  })

  /** Names the hub in a data folder, as the technician does. */
  const tell = (dataDir: string): void =>
    writeFileSync(
      join(dataDir, 'hub.json'),
      JSON.stringify({ version: 1, hub: { url: hub.address, office: 'denpasar', key: keys.denpasar } }),
      { mode: 0o600 },
    )
  const get = (path: string, key = keys.reader) =>
    fetch(new URL(path, hub.address), { headers: { authorization: `Bearer ${key}` } })
  const span = `from=${today}&until=${today}`
  const visits = async (): Promise<number | null> => {
    try {
      const answer = await get(`/api/hub/offices?${span}`)
      if (!answer.ok) return null
      return HubCompare.parse(await answer.json()).all.visits
    } catch {
      return null
    }
  }
  const eventually = async (holds: () => Promise<boolean>): Promise<void> => {
    const untilMs = performance.now() + PATIENCE_MS
    while (!(await holds())) {
      if (performance.now() > untilMs) throw new Error('it did not come about')
      await setTimeout(250)
    }
  }
  const checkIn = async (many: number): Promise<void> => {
    for (const scanned of unused.splice(0, many))
      expect(await ask(server.address, kiosk, { type: 'CheckIn', commandId: newCommandId(), scanned })).toMatchObject({
        status: 'taken',
      })
  }
  const board = async () => Board.parse(await (await get('/api/hub/board')).json())

  test('what happens is on the board, and the figures are the office’s own', async () => {
    await checkIn(4)
    await eventually(async () => (await visits()) === 4)
    await eventually(async () => (await board()).offices[0]?.bulletin?.lanes[0]?.waiting === 4)
    const [denpasar, singaraja] = (await board()).offices
    expect(denpasar).toMatchObject({ office: 'denpasar', region: 'bali', name: office.name, waitingEvents: 0 })
    expect(singaraja).toMatchObject({ office: 'singaraja', state: 'new', bulletin: null })
    const own = await fetch(new URL(`/api/v1/figures?${span}`, server.address), {
      headers: { authorization: `Bearer ${server.console}` },
    })
    const { figures } = HubFigures.parse(await (await get(`/api/hub/figures?${span}&office=denpasar`)).json())
    expect(figures).toEqual(Figures.parse(await own.json()))
  })

  test('a hub that dies holds nobody up, and has everything once it is back; so with an office that died meanwhile', async () => {
    await hub.kill()
    await checkIn(3)
    await server.kill()
    server = await startServer(folder)
    await checkIn(2)
    await hub.start()
    await eventually(async () => (await visits()) === 9)
  })

  test('a hub whose PostgreSQL is gone says so, does not die, and catches up', async () => {
    await cluster.stop('immediate')
    expect((await get(`/api/hub/offices?${span}`)).status).toBe(503)
    await checkIn(3)
    await cluster.start()
    await eventually(async () => (await visits()) === 12)
  })

  test('nobody is told or asked without a key of their own', async () => {
    const answers = await Promise.all([
      get('/api/hub/board', keys.denpasar),
      get('/api/hub/board', 'x'.repeat(43)),
      fetch(new URL('/api/hub/board', hub.address)),
      get('/api/hub/offices/denpasar/place', keys.reader),
      get('/api/hub/offices/denpasar/place', keys.singaraja),
      get('/api/hub/offices/nobody/place', keys.singaraja),
    ])
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 401])
    expect((await get('/api/hub/offices/singaraja/place', keys.singaraja)).status).toBe(200)
    const page = await fetch(new URL('/', hub.address))
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'")
  })

  test('an office with another history under the same name is not mixed in, and tells everything anew once that is forgotten', async () => {
    await server.stop()
    folder = newDataFolder(office)
    tell(folder)
    server = await startServer(folder)
    kiosk = await pair(server, 'kiosk', '1')
    unused.unshift(...CODES.slice(0, 12))
    await importOver(server, wholeDayAgenda(today, CODES))
    await checkIn(1)
    await eventually(async () => (await board()).offices[0]?.state === 'other-history')
    expect(await visits()).toBe(12)
    await atHub(url, (desk) => desk.forget('denpasar'))
    await eventually(async () => (await visits()) === 1)
  })

  test('a hub.json that is not good keeps no office from its work', async () => {
    await server.stop()
    writeFileSync(join(folder, 'hub.json'), JSON.stringify({ version: 1, hub: { url: 'https://hub.example.go.id/' } }))
    server = await startServer(folder)
    await checkIn(1)
  })
})
