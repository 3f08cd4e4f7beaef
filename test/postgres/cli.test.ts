import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeRooms } from '../../server/cli/make-rooms.ts'
import { runCli } from '../../server/cli/run-cli.ts'
import { type Cluster, POSTGRES, startCluster } from '../support/postgres/cluster.ts'

describe.skipIf(POSTGRES === null)('the command line of an office on PostgreSQL', () => {
  let cluster: Cluster
  beforeAll(async () => {
    cluster = await startCluster()
  })
  afterAll(() => cluster.remove())

  const runOn = async (settings: Record<string, string>, ...given: string[]) => {
    const out: string[] = []
    const err: string[] = []
    const rooms = makeRooms(settings, (line) => err.push(line))
    const exit = await runCli([...given, '--json'], rooms, {
      out: (line) => out.push(line),
      err: (line) => err.push(line),
    })
    return { exit, json: out[0] === undefined ? null : JSON.parse(out[0]) }
  }
  const newOffice = async () => {
    const folder = mkdtempSync(join(tmpdir(), 'antrean-cli-'))
    const own = { ANTREAN_DATA: join(folder, 'data') }
    await runOn(own, 'pair', 'kiosk', '1')
    const url = await cluster.newDatabase()
    const shared = { ...own, ANTREAN_STORE: url, ANTREAN_OFFICE: 'denpasar', ANTREAN_SERVER: '127.0.0.1:4101' }
    return { folder, own, shared }
  }

  test('moves it there, looks through it, backs it up, and the backup is the office', {
    tags: ['D9'],
  }, async () => {
    const { folder, own, shared } = await newOffice()
    const { json: before } = await runOn(own, 'verify')
    expect(await runOn(shared, 'move', 'postgres')).toMatchObject({ exit: 0, json: { events: before.events } })
    expect((await runOn(shared, 'verify')).json).toEqual(before)
    expect((await runOn(shared, 'audit')).exit).toBe(0)
    const backup = join(folder, 'monday.backup')
    expect((await runOn(shared, 'backup', backup)).json).toEqual(before)
    expect((await runOn(shared, 'drill', backup)).json).toMatchObject({ status: 'restored', events: before.events })
    expect((await runOn(shared, 'nightly', join(folder, 'nights'))).exit).toBe(0)
    expect(await runOn(shared, 'move', 'file')).toMatchObject({ exit: 0 })
    expect((await runOn(own, 'verify')).json).toEqual(before)
  })

  test('says in a sentence what it cannot do', async () => {
    const { folder, own, shared } = await newOffice()
    expect(await runOn(own, 'move', 'postgres')).toMatchObject({
      exit: 1,
      json: { reason: expect.stringContaining('ANTREAN_STORE') },
    })
    await runOn(shared, 'move', 'postgres')
    const reasonOf = async (...given: string[]) => (await runOn(shared, ...given)).json.reason
    expect(await reasonOf('pair', 'kiosk', '2')).toContain('on the machine of the server that leads')
    await runOn(shared, 'backup', join(folder, 'a.backup'))
    expect(await reasonOf('restore', join(folder, 'a.backup'))).toContain('without ANTREAN_STORE')
    expect(await reasonOf('move', 'postgres')).toContain('no file')
    const nowhere = { ...shared, ANTREAN_STORE: 'postgres://antrean@127.0.0.1:1/antrean' }
    expect((await runOn(nowhere, 'verify')).json.reason).toContain('ECONNREFUSED')
  })
})
