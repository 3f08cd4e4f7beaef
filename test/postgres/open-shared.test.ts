import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayOf } from '../../server/days.ts'
import { newCommandId, type OpenOffice, openOffice } from '../../server/open-office.ts'
import { connectPostgres } from '../../server/postgres/connect.ts'
import { mirrorInto, pullDocuments } from '../../server/postgres/documents.ts'
import { joinOffice } from '../../server/postgres/join-office.ts'
import { takeLease } from '../../server/postgres/lease.ts'
import { postgresAnswers } from '../../server/postgres/postgres-answers.ts'
import { linksOf } from '../../server/postgres/postgres-journal.ts'
import { makeTables } from '../../server/postgres/tables.ts'
import { type Ahead, readAlong } from '../../server/read-along.ts'
import { NOTHING_YET } from '../../server/rules/state.ts'
import { loadSecret } from '../../server/seal.ts'
import { type Cluster, POSTGRES, startCluster } from '../support/postgres/cluster.ts'

const CONSOLE = { role: 'console', device: 'console', place: 'console', staff: null } as const

describe.skipIf(POSTGRES === null)('an office that several servers open one after the other', () => {
  let cluster: Cluster
  beforeAll(async () => {
    cluster = await startCluster()
  })
  afterAll(() => cluster.remove())

  const fail = (trouble: unknown): never => {
    throw trouble
  }
  const newFolder = () => mkdtempSync(join(tmpdir(), 'antrean-shared-'))
  const openOn = async (url: string, dataDir: string, ahead: Ahead | null = null) => {
    const said: string[] = []
    const log = { warn: (_fields: object, message: string) => void said.push(message) }
    const shared = await joinOffice({
      ...{ store: { url, office: 'denpasar', server: { host: '127.0.0.1', port: 4101 } }, dataDir, log },
      ...{ secret: await loadSecret(dataDir), whoLeads: async () => fail(new Error('somebody leads')), onLost: fail },
    })
    return { house: await openOffice({ dataDir, log, shared, ahead, onFault: fail }), said }
  }
  const twoServers = async () => {
    const [first, second] = [newFolder(), newFolder()]
    await loadSecret(first)
    copyFileSync(join(first, 'secret.key'), join(second, 'secret.key'))
    return { url: await cluster.newDatabase(), first, second }
  }

  test('has devices, staff and office of the one before, whatever lay in its own folder', async () => {
    const { url, first, second } = await twoServers()
    writeFileSync(join(second, 'devices.json'), '{"devices": []}')
    const before = (await openOn(url, first)).house
    const { token } = await before.access.pair('kiosk', '2')
    await before.access.setPin('07')
    await before.close()
    const { house } = await openOn(url, second)
    expect(house.access.senderOf(token)).toMatchObject({ role: 'kiosk', place: '2' })
    expect(house.access.staffNumbers()).toEqual(before.access.staffNumbers())
    expect(await house.verify()).toMatchObject({ status: 'sound' })
    await house.close()
  })

  test('has the office that the journal has, where the one before died before it wrote the document', {
    tags: ['F13'],
  }, async () => {
    const { url, first, second } = await twoServers()
    const { house } = await openOn(url, first)
    const old = readFileSync(join(first, 'office.json'), 'utf8')
    const changed = { ...house.office.read(), name: 'Kantor Baru', example: false }
    await house.door.submit({ type: 'ConfigureOffice', office: changed, commandId: newCommandId() }, CONSOLE)
    await house.close()
    const db = connectPostgres(url)
    await sql`UPDATE documents SET body = ${old} WHERE name = 'office.json'`.execute(db)
    await db.destroy()
    const next = await openOn(url, second)
    expect(next.house.door.state().office?.name).toBe('Kantor Baru')
    expect(next.house.office.read().name).toBe('Kantor Baru')
    await next.house.close()
  })

  test('puts aside what was edited by hand in a folder while the office ran elsewhere, and says so', async () => {
    const { url, first, second } = await twoServers()
    await (await openOn(url, first)).house.close()
    await (await openOn(url, second)).house.close()
    const file = join(second, 'office.json')
    const edited = readFileSync(file, 'utf8').replace('Kantor Imigrasi', 'Kantor Lain')
    writeFileSync(file, edited)
    const { house, said } = await openOn(url, second)
    expect(house.office.read().name).toContain('Kantor Imigrasi')
    expect(readFileSync(`${file}.not-taken`, 'utf8')).toBe(edited)
    expect(said.join()).toContain('changed while the office did not run from here')
    await house.close()
  })

  test('has the places of its receivers and every document, also where the number of the lease changed on the way', async () => {
    const { url, first, second } = await twoServers()
    const db = connectPostgres(url)
    await makeTables(db)
    const lease = await takeLease({ db, office: 'denpasar', address: 'a:1', onLost: fail })
    if (lease === null) throw new Error('somebody leads')
    let asked = 0
    // Renumbered by an entry in doubt between the reading of the number and the statement.
    const changing = { ...lease, fence: () => (asked++ === 0 ? 0 : lease.fence()) }
    await mirrorInto(db, changing)(join(first, 'webhook-places.json'), '{"inbox": 7}')
    asked = 0
    await postgresAnswers(db, changing).keep('key-of-a-ticket', 'exit', { waktu: 4 })
    expect(await postgresAnswers(db, lease).keys()).toEqual(['key-of-a-ticket'])
    await pullDocuments({ db, office: 'denpasar', dataDir: second, log: { warn: () => undefined } })
    expect(readFileSync(join(second, 'webhook-places.json'), 'utf8')).toBe('{"inbox": 7}')
    await lease.release()
    await db.destroy()
  })

  /** What a server that stands by has read of the first events, look by look. */
  const readThere = async (url: string, looks = 1): Promise<Ahead> => {
    const db = connectPostgres(url)
    const along = readAlong(async () => null)
    for (let look = 0; look < looks; look += 1) await along.look(linksOf(db, 'denpasar'))
    await db.destroy()
    const ahead = along.ahead()
    if (ahead === null) throw new Error('nothing was read')
    return ahead
  }
  const rename = (house: OpenOffice, name: string) =>
    house.door.submit(
      { type: 'ConfigureOffice', office: { ...house.office.read(), name, example: false }, commandId: newCommandId() },
      CONSOLE,
    )

  test('goes on from what it read while it stood by, with every version of the office, and reads the rest', {
    tags: ['D11'],
  }, async () => {
    const { url, first, second } = await twoServers()
    const { house } = await openOn(url, first)
    const day = dayOf(Date.now(), house.office.read().zone)
    await house.door.submit({ type: 'OpenDay', day, commandId: newCommandId() }, CONSOLE)
    await rename(house, 'Kantor Satu')
    const ahead = await readThere(url)
    expect(ahead).toMatchObject({ seq: house.journal.lastSeq(), state: { office: { name: 'Kantor Satu' } } })
    expect(ahead.opened.map(({ state }) => state.day?.day)).toEqual([day])
    expect(await readThere(url, 3)).toEqual(ahead)
    await rename(house, 'Kantor Dua')
    const [state, versions] = [house.door.state(), house.keeper.versions()]
    await house.close()
    // Nothing that it has read already is read again: those rows could as well be gone.
    const db = connectPostgres(url)
    const kept = await db.selectFrom('events').selectAll().execute()
    await db.deleteFrom('events').where('seq', '<', ahead.seq).execute()
    const next = await openOn(url, second, ahead)
    expect(next.house.door.state()).toEqual(state)
    expect(next.house.keeper.versions()).toEqual(versions)
    await next.house.close()
    await db
      .insertInto('events')
      .values(kept.filter(({ seq }) => seq < ahead.seq))
      .execute()
    await db.destroy()
  })

  test('reads everything anew where what it read is not what the store has', async () => {
    const { url, first, second } = await twoServers()
    const { house } = await openOn(url, first)
    await rename(house, 'Kantor Satu')
    const ahead = await readThere(url)
    const state = house.door.state()
    await house.close()
    for (const foreign of [
      { ...ahead, link: 'x'.repeat(43), state: NOTHING_YET },
      { ...ahead, seq: ahead.seq + 1, state: NOTHING_YET },
    ]) {
      const next = await openOn(url, second, foreign)
      expect(next.house.door.state().office).toEqual(state.office)
      await next.house.close()
    }
  })

  test('has read nothing of a chain that is damaged: the start says what is wrong with it', async () => {
    const { url, first } = await twoServers()
    await (await openOn(url, first)).house.close()
    const db = connectPostgres(url)
    await sql`UPDATE events SET event = replace(event, 'Imigrasi', 'Lain') WHERE seq = 1`.execute(db)
    await db.destroy()
    await expect(readThere(url)).rejects.toThrow('nothing was read')
  })

  test('is not opened by a server with another secret', async () => {
    const { url, first } = await twoServers()
    await (await openOn(url, first)).house.close()
    await expect(openOn(url, newFolder())).rejects.toThrow('copy it from the server that has led it so far')
  })
})
