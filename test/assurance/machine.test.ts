import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { dayOf } from '../../server/days.ts'
import { newCommandId } from '../../server/open-office.ts'
import {
  ask,
  endServers,
  importOver,
  newDataFolder,
  pair,
  plainOffice,
  runBuilt,
  startServer,
  wholeDayAgenda,
} from '../faults/server-process.ts'
import { WAIT } from './network-bench.ts'

const SOCAT = '/usr/bin/socat'
const FAKETIME = '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1'
const folders: string[] = []
const endings: (() => unknown)[] = []
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
})
afterAll(() => {
  endServers()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'antrean-ops-'))
  folders.push(folder)
  return folder
}
/** Whether a tool is here; in CI it has to be. */
const has = (tool: string): boolean => {
  if (existsSync(tool)) return true
  if (process.env.CI) throw new Error(`${tool} is missing`)
  console.warn(`LEFT OUT: ${tool} is missing.`)
  return false
}
const today = () => dayOf(Date.now(), plainOffice().zone)

test('a server tells its supervisor that it serves and lives, and no more when it hangs; afterwards it says for how long', {
  tags: ['F46', 'O1'],
}, async () => {
  if (!has(SOCAT) || !has('/usr/bin/systemd-notify')) return
  const at = join(newFolder(), 'notify')
  const ear = spawn(SOCAT, ['-u', `UNIX-RECV:${at}`, 'STDOUT'])
  endings.push(() => ear.kill('SIGKILL'))
  const heard: { text: string; at: number }[] = []
  ear.stdout.on('data', (bytes: Buffer) => heard.push({ text: bytes.toString(), at: performance.now() }))
  await vi.waitFor(() => expect(existsSync(at)).toBe(true), WAIT)
  const server = await startServer(newDataFolder(), { NOTIFY_SOCKET: at, WATCHDOG_USEC: '1500000' })
  const saysAlive = (since: number) => heard.filter(({ text, at }) => text.includes('WATCHDOG=1') && at > since).length
  await vi.waitFor(() => expect(heard.map(({ text }) => text).join('')).toContain('READY=1'), WAIT)
  await vi.waitFor(() => expect(saysAlive(0)).toBeGreaterThan(2), WAIT)

  server.freeze()
  const hungAt = performance.now() + 500
  await new Promise((resolve) => setTimeout(resolve, 3_500))
  expect(saysAlive(hungAt)).toBe(0)
  server.thaw()
  const goesOnAt = performance.now()
  await vi.waitFor(() => expect(saysAlive(goesOnAt)).toBeGreaterThan(1), WAIT)
  const token = await pair(server, 'kiosk', '1')
  await importOver(server, wholeDayAgenda(today(), ['HANGING1']))
  const scan = { type: 'CheckIn', commandId: newCommandId(), scanned: 'HANGING1' }
  expect(await ask(server.address, token, scan)).toMatchObject({ result: { number: 'A001' } })
  const { code, err } = await server.stop()
  expect(code).toBe(0)
  expect(err).toContain('the server had no turn for a while')
  await vi.waitFor(() => expect(heard.map(({ text }) => text).join('')).toContain('STOPPING=1'), WAIT)
})

test('a backup every night: verified, copied to a second medium, the newest kept, and it can be restored', {
  tags: ['D9', 'F51'],
}, async () => {
  const folder = newDataFolder()
  const server = await startServer(folder)
  await importOver(server, wholeDayAgenda(today(), ['NIGHTLY1', 'NIGHTLY2']))
  const token = await pair(server, 'kiosk', '1')
  await ask(server.address, token, { type: 'CheckIn', commandId: newCommandId(), scanned: 'NIGHTLY1' })
  const [first, second] = [newFolder(), newFolder()]
  for (let n = 1; n <= 16; n += 1)
    for (const place of [first, second])
      writeFileSync(join(place, `antrean-202601${String(n).padStart(2, '0')}-013000.backup`), 'old')
  writeFileSync(join(first, 'photo.jpg'), 'not ours')
  const cli = (...words: string[]) => runBuilt('server/cli/main.js', words, folder)

  const night = await cli('nightly', first, second)
  expect(night).toMatchObject({ code: 0, err: '' })
  expect(night.out).toContain(`copied to ${second}`)
  const kept = readdirSync(first)
    .filter((name) => name.endsWith('.backup'))
    .sort()
  expect(kept).toHaveLength(14)
  expect(readdirSync(second).sort()).toEqual(kept)
  expect(readdirSync(first)).toContain('photo.jpg')
  expect(statSync(join(first, kept.at(-1) ?? '')).mode & 0o777).toBe(0o600)

  for (const place of [first, second]) {
    const drill = await cli('drill', place)
    expect(drill).toMatchObject({ code: 0, err: '' })
    expect(drill.out).toMatch(/can be restored\nevents {5}\d+, chain sound\nlast day {3}\d{4}-\d\d-\d\d, 1 numbers\n/)
  }
  // The medium is gone, and the office does not notice: tonight's backup is on this disk, and somebody is told.
  const gone = await cli('nightly', first, join(second, 'unplugged'))
  expect(gone.code).toBe(1)
  expect(gone.err).toMatch(/is sound, \d+ events\nno copy in .*unplugged: ENOENT/)
  expect(existsSync(join(second, 'unplugged'))).toBe(false)
  expect(
    (await ask(server.address, token, { type: 'CheckIn', commandId: newCommandId(), scanned: 'NIGHTLY2' })).status,
  ).toBe('taken')
  await server.stop()
})

test('a drill of what is no backup, or of an empty folder, ends with one sentence', { tags: ['D9'] }, async () => {
  const folder = newFolder()
  const cli = (...words: string[]) => runBuilt('server/cli/main.js', words, newDataFolder())
  expect(await cli('drill', folder)).toMatchObject({ code: 1, err: `no backup in ${folder}\n` })
  writeFileSync(join(folder, 'antrean-20260101-013000.backup'), 'nonsense that is no database at all')
  const { code, err } = await cli('drill', folder)
  expect(code).toBe(1)
  expect(err.split('\n')).toHaveLength(2)
})

test.each(['2010-01-01 07:00:00', '2099-01-01 07:00:00'])(
  'a machine whose clock shows %s at the start opens no day, says so, gives numbers on, and opens it when told to',
  { tags: ['F37', 'T3'] },
  async (shown) => {
    if (!has(FAKETIME)) return
    const folder = newDataFolder()
    const before = await startServer(folder)
    await importOver(before, wholeDayAgenda(today(), ['BEFORE01', 'DOUBTED1']))
    const token = await pair(before, 'kiosk', '1')
    const scan = (scanned: string) => ({ type: 'CheckIn', commandId: newCommandId(), scanned })
    expect(await ask(before.address, token, scan('BEFORE01'))).toMatchObject({ result: { number: 'A001' } })
    await before.stop()

    const fake = { LD_PRELOAD: FAKETIME, FAKETIME: `@${shown}`, DONT_FAKE_MONOTONIC: '1', TZ: 'UTC' }
    const server = await startServer(folder, fake)
    expect(server.greeting).toContain(`The clock of this machine shows ${shown.slice(0, 10)}T`)
    expect(await ask(server.address, token, scan('DOUBTED1'))).toMatchObject({
      result: { verdict: 'on-time', number: 'A002' },
    })
    const said = await runBuilt('server/cli/main.js', ['clock', '--trust'], folder)
    expect(said).toMatchObject({ code: 0, out: 'the clock of this machine holds\n' })
    if (shown.startsWith('2099'))
      await vi.waitFor(
        async () => expect((await runBuilt('server/cli/main.js', ['today'], folder)).out).toContain('2099-01-01'),
        WAIT,
      )
    await server.stop()
  },
)

test('with hardly any handles left new lines are refused, old ones are served, and everything comes back', {
  tags: ['F48'],
}, async () => {
  if (!has('/usr/bin/prlimit')) return
  const server = await startServer(newDataFolder())
  await importOver(server, wholeDayAgenda(today(), ['HANDLES1', 'HANDLES2']))
  const token = await pair(server, 'kiosk', '1')
  const scan = (scanned: string) => ask(server.address, token, { type: 'CheckIn', commandId: newCommandId(), scanned })
  // This line stays open: fetch keeps it alive.
  expect(await scan('HANDLES1')).toMatchObject({ result: { number: 'A001' } })
  spawnSync('prlimit', ['--pid', String(server.pid), '--nofile=96:96'])
  const port = Number(new URL(server.address).port)
  const crowd: Socket[] = Array.from({ length: 300 }, () => connect(port, '127.0.0.1').on('error', () => undefined))
  endings.push(() => crowd.map((socket) => socket.destroy()))
  await new Promise((resolve) => setTimeout(resolve, 500))
  for (const socket of crowd) socket.destroy()
  await vi.waitFor(async () => expect(await scan('HANDLES2')).toMatchObject({ result: { number: 'A002' } }), WAIT)
  const { code } = await server.stop()
  expect(code).toBe(0)
})
