import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'

const INSTALL = fileURLToPath(new URL('../../operations/install.sh', import.meta.url))
const UNITS = 'etc/systemd/system'
const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

const newRoot = (): string => {
  const root = mkdtempSync(join(tmpdir(), 'antrean-units-'))
  folders.push(root)
  return root
}
const run = (root: string, ...flags: string[]) =>
  spawnSync('sh', [INSTALL, '--root', root, ...flags], { encoding: 'utf8' })
const installed = (...flags: string[]) => {
  const root = newRoot()
  const { status, stdout, stderr } = run(root, ...flags)
  return { root, status, stdout, stderr, read: (path: string) => readFileSync(join(root, path), 'utf8') }
}

/** Every value of a key in a unit. */
const valuesOf = (unit: string, key: string): string[] =>
  unit.split('\n').flatMap((line) => (line.startsWith(`${key}=`) ? [line.slice(key.length + 1)] : []))

describe('the units of the server', () => {
  const { read, root } = installed()
  const server = read(`${UNITS}/antrean.service`)

  test('start it again whatever ends it, and when it has no turn for 30 seconds', {
    tags: ['O1', 'F46', 'F49'],
  }, () => {
    expect(valuesOf(server, 'Restart')).toEqual(['always'])
    expect(valuesOf(server, 'StartLimitIntervalSec')).toEqual(['0'])
    expect(valuesOf(server, 'WatchdogSec')).toEqual(['30'])
    expect([valuesOf(server, 'Type'), valuesOf(server, 'NotifyAccess')]).toEqual([['notify'], ['all']])
    expect(server).not.toMatch(/RestartPreventExitStatus|network-online/)
  })

  test('shut it in: a user of its own, its own folder and nothing else to write', { tags: ['O1'] }, () => {
    for (const [key, value] of [
      ['User', 'antrean'],
      ['NoNewPrivileges', 'true'],
      ['ProtectSystem', 'strict'],
      ['ProtectHome', 'true'],
      ['StateDirectory', 'antrean'],
      ['StateDirectoryMode', '0700'],
      ['CapabilityBoundingSet', ''],
      ['UMask', '0077'],
    ] as const)
      expect(valuesOf(server, key), key).toEqual([value])
    // It implies a list of devices that printers and scanners are not on.
    expect(server).not.toContain('ProtectClock')
  })

  test('back it up every night and restore it every week, also after a night that was slept through', {
    tags: ['D9'],
  }, () => {
    const [backup, drill] = [read(`${UNITS}/antrean-backup.timer`), read(`${UNITS}/antrean-drill.timer`)]
    expect(valuesOf(backup, 'OnCalendar')).toEqual(['*-*-* 01:30'])
    expect(valuesOf(drill, 'OnCalendar')).toEqual(['Sun *-*-* 03:00'])
    for (const timer of [backup, drill]) expect(valuesOf(timer, 'Persistent')).toEqual(['true'])
    expect(read(`${UNITS}/antrean-backup.service`)).toMatch(
      /main\.js nightly \/var\/lib\/antrean-backup \$ANTREAN_BACKUP_SECOND$/m,
    )
    expect(read(`${UNITS}/antrean-drill.service`)).toMatch(/main\.js drill \/var\/lib\/antrean-backup$/m)
  })

  test('keep the logs within their room', { tags: ['D8'] }, () => {
    const logs = read('etc/systemd/journald.conf.d/antrean.conf')
    expect(valuesOf(logs, 'SystemMaxUse')).toEqual(['300M'])
    expect(valuesOf(logs, 'SystemKeepFree')).toEqual(['1G'])
  })

  test('are understood by systemd, where there is one', { tags: ['O1'] }, () => {
    if (!existsSync('/usr/bin/systemd-analyze')) {
      if (process.env.CI) throw new Error('systemd-analyze is missing')
      console.warn('LEFT OUT: the units were not verified, because there is no systemd-analyze.')
      return
    }
    const files = readdirSync(join(root, UNITS)).map((name) => join(root, UNITS, name))
    expect(files).toHaveLength(5)
    expect(spawnSync('systemd-analyze', ['verify', ...files], { encoding: 'utf8' }).stderr).toBe('')
  })
})

test('installing again keeps the settings that somebody changed, and says what it would run', { tags: ['O1'] }, () => {
  const { root, read, stdout } = installed('--addresses', 'http://antrean.local:4100', '--host', '0.0.0.0')
  expect(read('etc/antrean/server.conf')).toBe('HOST=0.0.0.0\nPORT=4100\nANTREAN_ADDRESSES=http://antrean.local:4100\n')
  expect(stdout).toContain('would run: systemctl enable --now antrean.service antrean-backup.timer antrean-drill.timer')
  writeFileSync(join(root, 'etc/antrean/server.conf'), 'PORT=80\n')
  expect(run(root).status).toBe(0)
  expect(read('etc/antrean/server.conf')).toBe('PORT=80\n')
})

test.each([['--host'], ['--what', 'x'], ['--second', '/media/x; rm -rf /'], ['--addresses', 'http://a b']])(
  'it installs nothing with %s %s',
  { tags: ['O1'] },
  (...flags) => {
    const { status, root } = installed(...flags)
    expect(status).toBe(2)
    expect(existsSync(join(root, UNITS))).toBe(false)
  },
)
