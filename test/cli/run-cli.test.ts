import { beforeEach, describe, expect, it } from 'vitest'
import { readSettings } from '../../config/settings.ts'
import { done, refused } from '../../server/cli/office-desk.ts'
import { openTestCli, TOKEN } from './test-cli.ts'

let cli: ReturnType<typeof openTestCli>
beforeEach(() => {
  cli = openTestCli()
})

describe('antrean pair', () => {
  it('shows the token of a screen and a link with it, once', async () => {
    expect(await cli.run('pair', 'kiosk', '1')).toEqual({
      exit: 0,
      out: [
        `token  ${TOKEN}`,
        `link   http://antrean.local/pair#${TOKEN}`,
        'Open the link in the browser of that screen.',
        'It is shown this once.',
      ],
      err: [],
    })
    expect(cli.asked).toEqual([['pair', 'kiosk', '1'], ['close']])
    expect(await cli.runJson('pair', 'counter', '3')).toEqual({
      exit: 0,
      json: { role: 'counter', place: '3', token: TOKEN, link: `http://antrean.local/pair#${TOKEN}` },
    })
  })

  it('shows no link where there is no screen', async () => {
    expect((await cli.runJson('pair', 'printer', '1')).json).not.toHaveProperty('link')
    expect((await cli.run('pair', 'integration', 'm-paspor')).out.join('\n')).not.toContain('/pair')
  })

  it('shows how the agent of a kiosk is run, and no link: a browser never becomes one', async () => {
    const { out } = await cli.run('pair', 'agent', '1')
    expect(out).toContain(
      `agent  ANTREAN_AGENT_TOKEN=${TOKEN} npm run -s agent -- --server http://antrean.local --printer … --scanner …`,
    )
    expect(out.join('\n')).not.toContain('/pair')
  })

  it('says why it is refused, and gives the office back', async () => {
    cli.desk = { ...cli.desk, pair: async () => refused('there is no kiosk 9') }
    expect(await cli.run('pair', 'kiosk', '9')).toEqual({ exit: 1, out: [], err: ['there is no kiosk 9'] })
    expect(cli.asked).toEqual([['close']])
    expect(await cli.runJson('pair', 'kiosk', '9')).toEqual({
      exit: 1,
      json: { status: 'refused', reason: 'there is no kiosk 9' },
    })
  })

  it('says when the office cannot be opened', async () => {
    cli.rooms = { ...cli.rooms, openDesk: async () => refused('another Antrean server works on data') }
    expect(await cli.run('pair', 'kiosk', '1')).toEqual({
      exit: 1,
      out: [],
      err: ['another Antrean server works on data'],
    })
  })

  it('gives the office back also when it breaks', async () => {
    cli.desk = { ...cli.desk, pair: () => Promise.reject(new Error('disk I/O error')) }
    await expect(cli.run('pair', 'kiosk', '1')).rejects.toThrow('disk I/O error')
    expect(cli.asked).toEqual([['close']])
  })
})

describe('antrean import', () => {
  it('brings a file into the office and shows the report', async () => {
    const { exit, out } = await cli.run('import', 'selasa.csv')
    expect(exit).toBe(0)
    expect(out).toContain('Hasil     : MASUK')
    expect(cli.asked).toEqual([['enter', 'kode\n', false], ['close']])
  })

  it('takes the good rows when it is told to', async () => {
    await cli.run('import', '--accept-good-rows', 'selasa.csv')
    expect(cli.asked[0]).toEqual(['enter', 'kode\n', true])
  })

  it('is refused when the file is set aside, with every bad line', async () => {
    const report = { status: 'set-aside' as const, good: 0, added: 0, changed: 0, unchanged: 0 }
    const bad = [{ line: 3, column: 'jam', reason: 'Jam tidak dapat dibaca.' }]
    cli.desk = { ...cli.desk, enterAgenda: async () => done({ ...report, bad }) }
    const { exit, err } = await cli.run('import', 'selasa.csv')
    expect(exit).toBe(1)
    expect(err.at(-1)).toBe('- Baris 3, kolom jam: Jam tidak dapat dibaca.')
    expect(await cli.runJson('import', 'selasa.csv')).toEqual({ exit: 1, json: { ...report, bad } })
  })

  it('does not open the office for a file that cannot be read', async () => {
    expect(await cli.run('import', 'rabu.csv')).toEqual({ exit: 1, out: [], err: ['rabu.csv: ENOENT'] })
    expect(cli.asked).toEqual([])
  })
})

describe('antrean pin', () => {
  it('shows the new PIN once', async () => {
    expect(await cli.run('pin', '07')).toEqual({
      exit: 0,
      out: ['staff  07', 'PIN    481516', 'It is shown this once.'],
      err: [],
    })
    expect((await cli.runJson('pin', '07')).json).toEqual({ staff: '07', pin: '481516' })
  })
})

describe('antrean check-config', () => {
  it("looks at the data folder's document unless another is named", async () => {
    expect(await cli.run('check-config')).toEqual({ exit: 0, out: ['/srv/antrean/office.json: no mistakes'], err: [] })
    await cli.run('check-config', 'draft.json')
    expect(cli.asked).toEqual([
      ['check', '/srv/antrean/office.json'],
      ['check', 'draft.json'],
    ])
  })

  it('lists every mistake', async () => {
    const problems = [{ file: 'draft.json', path: 'zone', expected: 'a zone', got: '7' }]
    cli.rooms = { ...cli.rooms, checkConfig: async () => problems }
    expect(await cli.run('check-config', 'draft.json')).toEqual({
      exit: 1,
      out: [],
      err: ['draft.json: zone: expected a zone, got 7'],
    })
    expect(await cli.runJson('check-config', 'draft.json')).toEqual({ exit: 1, json: { file: 'draft.json', problems } })
  })

  it('names the mistakes of the environment as well', async () => {
    cli.rooms = { ...cli.rooms, settings: () => readSettings({ PORT: 'x' }) }
    const { exit, err } = await cli.run('check-config')
    expect({ exit, err }).toEqual({ exit: 1, err: [expect.stringContaining('environment: PORT: expected')] })
    expect((await cli.runJson('check-config')).json.problems).toHaveLength(1)
  })
})

describe('antrean tls', { tags: ['W11'] }, () => {
  it('makes a certificate for the names, and tells what a device is to trust', async () => {
    const { exit, out } = await cli.run('tls', 'kantor.test', '10.0.0.5')
    expect([exit, cli.asked]).toEqual([0, [['certificate', ['kantor.test', '10.0.0.5']]]])
    expect(out).toContain('SHA-256  AB:CD')
    expect((await cli.run('tls', 'not a name')).exit).toBe(2)
  })
})

describe('antrean verify, backup and restore', () => {
  it('tell what was found', async () => {
    expect(await cli.run('verify')).toEqual({
      exit: 0,
      out: ['the journal is sound', 'events     12', 'last link  ab'],
      err: [],
    })
    expect(await cli.run('backup', 'senin.db')).toEqual({
      exit: 0,
      out: ['senin.db is sound', 'events     12'],
      err: [],
    })
    expect(await cli.run('restore', 'senin.db')).toEqual({ exit: 0, out: ['restored 12 events'], err: [] })
    expect(await cli.runJson('verify', 'senin.db')).toEqual({
      exit: 0,
      json: { status: 'sound', events: 12, lastLink: 'ab' },
    })
    expect(cli.asked).toEqual([
      ['verify', null],
      ['backup', 'senin.db'],
      ['restore', 'senin.db'],
      ['verify', 'senin.db'],
    ])
  })

  it('fail on a damaged journal, with its place', async () => {
    cli.rooms = {
      ...cli.rooms,
      verify: async () => done({ status: 'damaged', seq: 7, reason: 'the link does not fit' }),
    }
    expect(await cli.run('verify')).toEqual({
      exit: 1,
      out: [],
      err: ['the journal is damaged at event 7: the link does not fit'],
    })
    expect((await cli.runJson('verify')).json).toMatchObject({ status: 'damaged', seq: 7 })
  })

  it('say why they are refused', async () => {
    cli.rooms = { ...cli.rooms, backup: async () => refused('senin.db exists'), restore: async () => refused('in use') }
    expect(await cli.run('backup', 'senin.db')).toMatchObject({ exit: 1, err: ['senin.db exists'] })
    expect(await cli.run('restore', 'senin.db')).toMatchObject({ exit: 1, err: ['in use'] })
  })
})

describe('a command line that is not one', () => {
  it.each([
    [[], 'antrean <command>'],
    [['serve'], 'no command serve'],
    [['pair'], 'needs <role> <place>'],
    [['pair', 'kiosk'], 'needs <role> <place>'],
    [['pair', 'phone', '1'], '<role> is one of kiosk, display, counter, printer, agent, survey, integration'],
    [['pair', 'kiosk', 'Meja 1'], '<place> is not written as it should be'],
    [['hours', '2026-12-24', '9-11'], '<hours> is not written as it should be'],
    [['outage', 'nasional'], '<scope> is one of national, network, power, over'],
    [['why', 'A037'], '<ticket> is not written as it should be'],
    [['pin', '7'], '<staff> is not written as it should be'],
    [['pin', 'budi'], '<staff> is not written as it should be'],
    [['import'], 'needs <file>'],
    [['import', 'a.csv', 'b.csv'], 'needs <file>'],
    [['import', 'a.csv', '--force'], "Unknown option '--force'"],
    [['restore', ''], '<file> is not written as it should be'],
    [['verify', 'a', 'b'], 'needs [file]'],
    [['pair', 'kiosk', '1', '--json=yes'], '--json'],
  ])('%j is told how it is written, and does nothing', async (given, line) => {
    const { exit, out, err } = await cli.run(...given)
    expect(exit).toBe(2)
    expect(out).toEqual([])
    expect(err[0]).toContain(line)
    expect(err.join('\n')).toContain('antrean ')
    expect(cli.asked).toEqual([])
  })

  it.each([
    'today',
    'hours',
    'outage',
    'audit',
    'why',
    'pair',
    'import',
    'check-config',
    'verify',
    'backup',
    'restore',
    'pin',
    'tls',
  ])('may ask how antrean %s is written', async (name) => {
    const { exit, out } = await cli.run(name, '--help')
    expect(exit).toBe(0)
    expect(out[0]).toMatch(new RegExp(`^antrean ${name} .*\\[--json\\]$`))
    expect((await cli.run('--help')).out.join('\n')).toContain(`\n  ${name} `)
    expect(cli.asked).toEqual([])
  })
})
