import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { Registry } from 'prom-client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { importAgenda } from '../../server/agenda/import-agenda.ts'
import { makeRooms } from '../../server/cli/make-rooms.ts'
import { runCli } from '../../server/cli/run-cli.ts'
import { consoleFile } from '../../server/console-file.ts'
import { openGateway } from '../../server/gateway/gateway.ts'
import type { ConsoleActions } from '../../server/gateway/options.ts'
import { journalFile } from '../../server/journal/backup-journal.ts'
import { newCommandId, type OpenOffice, openOffice } from '../../server/open-office.ts'
import { NO_DESK } from '../support/no-desk.ts'

const AGENDA = 'kode;tanggal;jam;layanan\nABCD2345;24-11-2026;10.00-11.00;Paspor baru\n'
let folder: string
let dataDir: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'antrean-cli-'))
  dataDir = join(folder, 'data')
})

const runOn = async (data: string, ...given: string[]) => {
  const out: string[] = []
  const err: string[] = []
  const rooms = makeRooms({ ANTREAN_DATA: data, PORT: '4217' }, (line) => err.push(line))
  const exit = await runCli([...given, '--json'], rooms, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  })
  return { exit, json: out[0] === undefined ? null : JSON.parse(out[0]), err }
}
const run = (...given: string[]) => runOn(dataDir, ...given)
const openHere = (): Promise<OpenOffice> =>
  openOffice({
    dataDir,
    log: { warn: () => undefined },
    onFault: (fault) => {
      throw fault
    },
  })

describe('the command line on a folder that no server works on', () => {
  it('pairs a screen that the office then knows', async () => {
    const { exit, json } = await run('pair', 'kiosk', '2')
    expect({ exit, link: json.link }).toEqual({ exit: 0, link: `http://127.0.0.1:4217/pair#${json.token}` })
    const here = await openHere()
    expect(here.access.senderOf(json.token)).toMatchObject({ role: 'kiosk', place: '2' })
    await here.close()
  })

  it('does not pair a place that the office does not have', async () => {
    expect(await run('pair', 'counter', '9')).toMatchObject({
      exit: 1,
      json: { reason: "there is no counter 9 in the office's document; it has 1, 2, 3, 4, 5" },
    })
    expect(await run('pair', 'integration', 'm-paspor')).toMatchObject({ exit: 0 })
  })

  it('gives staff a PIN that signs them in', async () => {
    const { json } = await run('pin', '07')
    const here = await openHere()
    const counter = { role: 'counter' as const, device: 'd', place: '1', staff: null }
    expect(await here.access.signIn(counter, { staff: '07', pin: json.pin })).toMatchObject({ status: 'taken' })
    await here.close()
  })

  it('enters an agenda, and a second time nothing of it is new', async () => {
    const file = join(folder, 'selasa.csv')
    await writeFile(file, AGENDA)
    expect(await run('import', file)).toMatchObject({ exit: 0, json: { added: 1, unchanged: 0 } })
    expect(await run('import', file)).toMatchObject({ exit: 0, json: { added: 0, unchanged: 1 } })
    expect(await run('import', join(folder, 'rabu.csv'))).toMatchObject({ exit: 1, json: { status: 'refused' } })
  })

  it('backs up, and restores into an empty folder of another machine', async () => {
    const file = join(folder, 'selasa.csv')
    const copy = join(folder, 'senin.db')
    await writeFile(file, AGENDA)
    await run('import', file)
    const { json } = await run('verify')
    expect(json).toMatchObject({ status: 'sound', events: 2 })
    expect(await run('backup', copy)).toEqual({ exit: 0, json, err: [] })
    expect((await stat(copy)).mode & 0o777).toBe(0o600)
    expect(await run('backup', copy)).toMatchObject({ exit: 1, json: { reason: expect.stringContaining('exists') } })

    const elsewhere = join(folder, 'elsewhere')
    expect(await runOn(elsewhere, 'restore', copy)).toMatchObject({ exit: 0, json: { events: 2 } })
    expect(await runOn(elsewhere, 'verify')).toEqual({ exit: 0, json, err: [] })
    expect(await runOn(elsewhere, 'import', file)).toMatchObject({ exit: 0, json: { unchanged: 1 } })
  })

  it('refuses what is no backup, and what is not there', async () => {
    await run('pin', '07')
    const before = await readFile(journalFile(dataDir))
    await writeFile(join(folder, 'foto.db'), 'not a database')
    for (const name of ['foto.db', 'nowhere.db']) {
      expect(await run('restore', join(folder, name))).toMatchObject({ exit: 1, json: { status: 'refused' } })
      expect(await run('verify', join(folder, name))).toMatchObject({ exit: 1, json: { status: 'refused' } })
    }
    expect(await runOn(join(folder, 'empty'), 'backup', join(folder, 'x.db'))).toMatchObject({ exit: 1 })
    expect(await readFile(journalFile(dataDir))).toEqual(before)
  })

  it('is refused by a journal that was altered, with the place', async () => {
    await run('pin', '07')
    const bytes = await readFile(journalFile(dataDir))
    const at = bytes.indexOf('Denpasar')
    expect(at).toBeGreaterThan(0)
    bytes.write('Xenpasar', at)
    await writeFile(journalFile(dataDir), bytes)
    expect(await run('verify')).toMatchObject({ exit: 1, json: { status: 'damaged', seq: 1 } })
    expect(await run('pin', '07')).toMatchObject({ exit: 1, json: { status: 'refused' } })
  })

  it('tells the mistakes of the documents', async () => {
    await run('pin', '07')
    await writeFile(join(dataDir, 'office.json'), '{}')
    const { exit, json } = await run('pair', 'kiosk', '1')
    expect(exit).toBe(1)
    expect(json.problems.map((problem: { path: string }) => problem.path)).toContain('zone')
  })
})

describe('the command line beside a running server', () => {
  const unused = () => Promise.reject(new Error('the command line does not ask for this'))
  const actions: ConsoleActions = {
    overview: unused,
    samples: unused,
    newSamples: unused,
    scan: unused,
    papers: unused,
    setPrinter: unused,
  }
  let here: OpenOffice
  let gateway: Awaited<ReturnType<typeof openGateway>>
  beforeEach(async () => {
    here = await openHere()
    const { door, access, trackerSenderOf } = here
    gateway = await openGateway({
      door,
      access,
      placeTrouble: () => null,
      trackerSenderOf,
      host: '127.0.0.1',
      port: 0,
      addresses: [],
      screensDir: folder,
      voiceDirs: { shipped: folder, own: folder },
      slidesDir: folder,
      build: 'test',
      log: pino({ level: 'silent' }),
      metrics: new Registry(),
      arrive: () => () => undefined,
      devices: () => expect.fail('the command line does not ask for this'),
      console: actions,
      survey: { take: unused },
      desk: NO_DESK,
      agenda: (csv, day, acceptGoodRows, sender) =>
        importAgenda({ door, sender, newCommandId, office: here.office.read() }, csv, { day, acceptGoodRows }),
    })
  })
  afterEach(async () => {
    await gateway.close()
    await here.close()
  })
  const leaveConsoleFile = async (more: object = {}) => {
    const token = await here.access.redeemSetupCode(here.access.issueSetupCode())
    await writeFile(consoleFile(dataDir), JSON.stringify({ address: gateway.address, token, ...more }))
  }

  it('asks the server for a pairing and a PIN', async () => {
    await leaveConsoleFile()
    const { exit, json } = await run('pair', 'display', '1')
    expect({ exit, link: json.link }).toEqual({ exit: 0, link: `${gateway.address}/pair#${json.token}` })
    expect(here.access.senderOf(json.token)).toMatchObject({ role: 'display', place: '1' })
    expect(await run('pin', '07')).toMatchObject({ exit: 0, json: { pin: expect.stringMatching(/^\d{6}$/) } })
    expect(here.access.staffNumbers()).toEqual(['07'])
  })

  it('links to the address that other machines use, where the server names one', async () => {
    await leaveConsoleFile({ screens: 'http://antrean.local' })
    expect((await run('pair', 'display', '1')).json.link).toMatch(/^http:\/\/antrean\.local\/pair#/)
  })

  it('enters an agenda through the server, with its report when it is set aside', async () => {
    await leaveConsoleFile()
    const file = join(folder, 'selasa.csv')
    await writeFile(file, `${AGENDA};24-11-2026;10.00-11.00;Paspor baru\n`)
    const bad = [{ line: 3, column: 'kode', reason: 'Kode kosong.' }]
    expect(await run('import', file)).toMatchObject({ exit: 1, json: { status: 'set-aside', bad } })
    expect(await run('import', file, '--accept-good-rows')).toMatchObject({ exit: 0, json: { added: 1, bad } })
  })

  it('is refused in the words of the server when its token is not a console any more', async () => {
    await writeFile(consoleFile(dataDir), JSON.stringify({ address: gateway.address, token: 'x'.repeat(43) }))
    expect(await run('pin', '07')).toMatchObject({ exit: 1, json: { status: 'refused', reason: 'Unauthorized' } })
  })

  it('is refused when a server has the folder but left no address, or an old one', async () => {
    const inUse = { exit: 1, json: { status: 'refused', reason: expect.stringContaining('works on') } }
    expect(await run('pin', '07')).toMatchObject(inUse)
    for (const left of ['{"address":', '{}', '{"address":"http://127.0.0.1:1","token":"xxxxxxxxxxxxxxxxxxxxxx"}']) {
      await writeFile(consoleFile(dataDir), left)
      expect(await run('pin', '07')).toMatchObject(inUse)
    }
    expect(await run('restore', journalFile(dataDir))).toMatchObject(inUse)
  })

  it('looks through the journal and backs it up while the server works', async () => {
    expect(await run('verify')).toMatchObject({ exit: 0, json: { status: 'sound' } })
    expect(await run('backup', join(folder, 'siang.db'))).toMatchObject({ exit: 0, json: { status: 'sound' } })
  })
})
