import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ADDRESS, AGENT, install, POLICY, SETUP, TOKEN, UNITS } from './install-kiosk.ts'

describe('setting a kiosk up', { tags: ['K2'] }, () => {
  test.each(readdirSync(SETUP).filter((name) => name.endsWith('.sh')))('%s is a shell script', (name) => {
    expect(spawnSync('sh', ['-n', join(SETUP, name)], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' })
    expect(readFileSync(join(SETUP, name), 'utf8')).toMatch(/^#!\/bin\/sh\n# .*[\s\S]*?\nset -eu\n/)
  })

  test('writes its files, says which commands it would run, and leaves no blank unfilled', () => {
    const { status, stdout, files, read } = install()
    expect(status).toBe(0)
    expect(files).toEqual([
      'etc/antrean/screen.conf',
      POLICY,
      'etc/sysctl.d/60-antrean.conf',
      'etc/systemd/logind.conf.d/antrean.conf',
      `etc/systemd/system.conf.d/antrean.conf`,
      `${UNITS}/antrean-screen-restart.service`,
      `${UNITS}/antrean-screen-restart.timer`,
      `${UNITS}/antrean-screen.service`,
      'usr/local/lib/antrean/screen.sh',
      'usr/local/share/antrean/loader.html',
      'var/lib/antrean-screen/pairing',
    ])
    for (const file of files) expect(read(file), file).not.toMatch(/@[A-Z]+@/)
    expect(read('etc/antrean/screen.conf')).toBe(`ADDRESS='${ADDRESS}'\nROLE='kiosk'\nPLACE='1'\nROTATE='90'\n`)
    for (const command of ['useradd', 'systemctl enable antrean-screen.service', 'systemctl restart antrean-screen'])
      expect(stdout).toContain(`would run: ${command}`)
  })

  test('run again it changes nothing, and with other values it changes those', () => {
    const { root, files, read } = install()
    const before = files.map(read)
    expect(files.map(install({}, root).read)).toEqual(before)
    const moved = install({ role: 'display', place: 'lobby-2', token: null, rotate: null }, root)
    expect(moved.read('etc/antrean/screen.conf')).toBe(
      `ADDRESS='${ADDRESS}'\nROLE='display'\nPLACE='lobby-2'\nROTATE='0'\n`,
    )
  })

  test('an office of two servers is written down with both', () => {
    const [first, second] = [ADDRESS, 'https://antrean-2.example']
    const agent = { 'agent-token': 'Z'.repeat(43), printer: 'file:///dev/usb/lp0' }
    const { read } = install({ address: `${first},${second}`, ...agent })
    expect(read('etc/antrean/screen.conf')).toContain(`ADDRESS='${first} ${second}'\n`)
    expect(read(AGENT)).toContain(`--server ${first},${second} `)
    const policy = JSON.parse(read(POLICY))
    for (const list of ['VideoCaptureAllowedUrls', 'AutoplayAllowlist', 'OverrideSecurityRestrictionsOnInsecureOrigin'])
      expect(policy[list]).toEqual([first, second])
    expect(policy.URLAllowlist.slice(0, 2)).toEqual([first, second])
  })

  test('the token is read by its own user alone, and stands nowhere else', () => {
    const { root, files, read, stdout } = install()
    const pairing = 'var/lib/antrean-screen/pairing'
    expect(statSync(join(root, pairing)).mode & 0o777).toBe(0o600)
    expect(read(pairing)).toBe(TOKEN)
    for (const file of files.filter((file) => file !== pairing)) expect(read(file), file).not.toContain(TOKEN)
    expect(stdout).not.toContain(TOKEN)
  })

  test('a machine with a printer and a scanner of its own gets its agent, whose token is read by root alone', () => {
    const agent = 'Z'.repeat(43)
    const devices = { printer: 'file:///dev/usb/lp0', scanner: 'serial:///dev/serial/by-id/usb-x_1.2-if00?baud=9600' }
    const { read, root, stdout, files } = install({ 'agent-token': agent, ...devices })
    expect(read(AGENT)).toBe(
      `ANTREAN_AGENT_TOKEN='${agent}'\nFLAGS='--server ${ADDRESS} --printer ${devices.printer} --scanner ${devices.scanner}'\n`,
    )
    expect(statSync(join(root, AGENT)).mode & 0o777).toBe(0o600)
    for (const file of files.filter((file) => file !== AGENT)) expect(read(file), file).not.toContain(agent)
    expect(stdout).not.toContain(agent)
    for (const command of [
      'useradd --system --shell /usr/sbin/nologin antrean-agent',
      'systemctl restart antrean-agent',
    ])
      expect(stdout).toContain(`would run: ${command}`)
    const scannerAlone = install({ 'agent-token': agent, scanner: devices.scanner })
    expect(scannerAlone.read(AGENT)).toContain(`FLAGS='--server ${ADDRESS} --scanner ${devices.scanner}'`)
  })

  test.each<[string, Record<string, string | null>]>([
    ['no address', { address: null }],
    ['no role', { role: null }],
    ['no place', { place: null }],
    ['an address of a file', { address: 'file:///etc/passwd' }],
    ['an address and nothing', { address: `${ADDRESS},` }],
    ['an address and a file', { address: `${ADDRESS},file:///etc/passwd` }],
    ['an address with a path', { address: `${ADDRESS}/kiosk/1` }],
    ['an address with a user', { address: 'http://a@192.168.1.10' }],
    ['an address with a command', { address: 'http://a$(reboot)' }],
    ['an address with a quote', { address: "http://a'b" }],
    ['an address of two lines', { address: `${ADDRESS}\nROLE=x` }],
    ['an address with a bar', { address: 'http://a|b' }],
    ['an address without a host', { address: 'http://:4100' }],
    ['a port that is none', { address: 'http://a:70000' }],
    ['a port with letters', { address: 'http://a:41oo' }],
    ['a role that has no screen of this kind', { role: 'printer' }],
    ['a place with a path', { place: '../1' }],
    ['a place with a capital', { place: 'Lobby' }],
    ['a place that is too long', { place: 'a'.repeat(33) }],
    ['a token that is cut off', { token: TOKEN.slice(1) }],
    ['a token with a space', { token: `${TOKEN.slice(1)} ` }],
    ['a picture turned by a little', { rotate: '45' }],
    ['a printer without an agent', { printer: 'file:///dev/usb/lp0' }],
    ['an agent with nothing plugged in', { 'agent-token': TOKEN }],
    ['an agent whose token is cut off', { 'agent-token': TOKEN.slice(1), printer: 'file:///dev/usb/lp0' }],
    ['a printer with a command', { 'agent-token': TOKEN, printer: 'file:///dev/$(reboot)' }],
    ['a scanner with one more flag', { 'agent-token': TOKEN, scanner: 'file:///dev/x --server http://b' }],
    ['an option that does not exist', { colour: 'green' }],
  ])('%s is refused, and nothing is written', (_name, change) => {
    const { status, stderr, files } = install(change)
    expect(status).toBe(2)
    expect(stderr).toContain('install.sh: ')
    expect(files).toEqual([])
  })

  test.each(['http://antrean.local', 'https://antrean.kanim-denpasar.go.id', 'http://10.0.0.9:80/'])(
    'the address %s is taken',
    (address) => {
      const { status, read } = install({ address })
      expect(status).toBe(0)
      expect(read('etc/antrean/screen.conf')).toContain(`ADDRESS='${address.replace(/\/$/, '')}'`)
    },
  )

  test('without --dry-run only root may run it', () => {
    const values = ['--address', ADDRESS, '--role', 'kiosk', '--place', '1', '--root', '/nowhere']
    const ran = spawnSync('sh', [join(SETUP, 'install.sh'), ...values], { encoding: 'utf8' })
    expect(ran).toMatchObject({ status: 2, stderr: 'install.sh: --root is for --dry-run\n' })
  })
})

describe('the session of a screen', { tags: ['K2', 'F45'] }, () => {
  /** Starts the session with a browser that only keeps what it was started with, and ends at once. */
  const start = (root: string) => {
    const home = join(root, 'var/lib/antrean-screen')
    const said = join(root, 'said')
    const browser = join(root, 'browser')
    mkdirSync(home, { recursive: true })
    writeFileSync(browser, `#!/bin/sh\nprintf '%s\\n' "$@" > '${said}'\n`, { mode: 0o755 })
    const env = {
      PATH: process.env.PATH,
      HOME: home,
      BROWSER: browser,
      ANTREAN_SCREEN_CONF: join(root, 'etc/antrean/screen.conf'),
      LOOK_SEC: '1',
    }
    const ran = spawnSync('sh', [join(root, 'usr/local/lib/antrean/screen.sh')], { env, encoding: 'utf8' })
    return { ...ran, flags: readFileSync(said, 'utf8').trimEnd().split('\n'), home }
  }
  const LOADER = 'file:///usr/local/share/antrean/loader.html'

  test('pairs at its first start, by a token that is gone afterwards, and shows its screen from then on', () => {
    const { root } = install({ rotate: null })
    const first = start(root)
    expect(first.flags[0]).toBe(`--app=${LOADER}#${ADDRESS}/pair#${TOKEN}`)
    expect(existsSync(join(first.home, 'pairing'))).toBe(false)
    expect(start(root).flags[0]).toBe(`--app=${LOADER}#${ADDRESS}/kiosk/1`)
  })

  test('in an office of two servers it looks for both, and pairs at the one that answers', () => {
    const second = 'http://192.168.1.11:4100'
    const { root } = install({ address: `${ADDRESS},${second}`, rotate: null })
    expect(start(root).flags[0]).toBe(`--app=${LOADER}#${ADDRESS}/pair#${TOKEN},${second}/pair#${TOKEN}`)
    expect(start(root).flags[0]).toBe(`--app=${LOADER}#${ADDRESS}/kiosk/1,${second}/kiosk/1`)
  })

  test('ends when its browser ends, so that it is started anew', { tags: ['F45'] }, () => {
    expect(start(install({ rotate: null }).root).status).toBe(1)
  })

  test('takes away whatever a finger could zoom, swipe or be asked by', () => {
    const { flags } = start(install({ rotate: null }).root)
    for (const flag of [
      '--kiosk',
      '--disable-pinch',
      '--overscroll-history-navigation=0',
      '--noerrdialogs',
      '--no-first-run',
    ])
      expect(flags).toContain(flag)
    expect(flags).toContain('--hide-crash-restore-bubble')
    expect(flags).toContain('--touch-events=enabled')
    expect(flags.join()).not.toMatch(/no-sandbox|disable-web-security|remote-debugging/)
  })

  test('lets a display speak without a touch', () => {
    const { flags } = start(install({ role: 'display', token: null, rotate: null }).root)
    expect(flags[0]).toBe(`--app=${LOADER}#${ADDRESS}/display/1`)
    expect(flags).toContain('--autoplay-policy=no-user-gesture-required')
    expect(flags).not.toContain('--touch-events=enabled')
  })

  test('does not ask about a power cut', () => {
    const { root } = install({ token: null, rotate: null })
    const preferences = join(start(root).home, 'browser/Default/Preferences')
    writeFileSync(preferences, '{"profile":{"exit_type":"Crashed","exited_cleanly":false,"name":"x"}}')
    start(root)
    expect(readFileSync(preferences, 'utf8')).toBe(
      '{"profile":{"exit_type":"Normal","exited_cleanly":true,"name":"x"}}',
    )
  })
})

describe('the units of systemd', { tags: ['K2', 'F45'] }, () => {
  const { root, read } = install({ 'agent-token': TOKEN, printer: 'file:///dev/usb/lp0' })
  const units = readdirSync(join(root, UNITS))
  /** Every `Key=value` of a unit by its section; a line that is neither is a mistake. */
  const parse = (name: string) => {
    const sections: Record<string, [string, string][]> = {}
    let section = ''
    for (const line of read(`${UNITS}/${name}`).split('\n')) {
      const [, title] = /^\[(\w+)\]$/.exec(line) ?? []
      const [, key, value] = /^(\w+)=(.+)$/.exec(line) ?? []
      if (title !== undefined) section = title
      else if (key !== undefined && value !== undefined)
        sections[section] = [...(sections[section] ?? []), [key, value]]
      else expect(line, name).toMatch(/^(#.*)?$/)
    }
    return (title: string, key: string) => (sections[title] ?? []).filter(([k]) => k === key).map(([, value]) => value)
  }

  test('start the browser alone on the glass, as a user that can do nothing else, again and again', {
    tags: ['F45'],
  }, () => {
    const of = parse('antrean-screen.service')
    expect(of('Service', 'ExecStart')).toEqual(['/usr/bin/cage -d -- /usr/local/lib/antrean/screen.sh'])
    expect(of('Service', 'User')).toEqual(['antrean-screen'])
    expect(of('Service', 'Restart')).toEqual(['always'])
    expect(of('Unit', 'StartLimitIntervalSec')).toEqual(['0'])
    expect(of('Service', 'WatchdogSec')).toEqual(['60'])
    expect(of('Service', 'NotifyAccess')).toEqual(['all'])
    expect(of('Install', 'WantedBy')).toEqual(['graphical.target'])
    expect(parse('antrean-screen-restart.timer')('Timer', 'OnCalendar')).toEqual(['*-*-* 04:15'])
    expect(parse('antrean-screen-restart.service')('Service', 'ExecStart')[0]).toContain(
      'try-restart antrean-screen.service',
    )
  })

  test('keep the agent at work, as a user that reaches the devices and nothing else', () => {
    const of = parse('antrean-agent.service')
    expect(of('Service', 'User')).toEqual(['antrean-agent'])
    expect(of('Service', 'SupplementaryGroups')).toEqual(['lp dialout'])
    expect(of('Service', 'EnvironmentFile')).toEqual([`/${AGENT}`])
    expect(of('Service', 'ExecStart')[0]).toMatch(/dist\/agent\/main\.js \$FLAGS$/)
    expect(of('Service', 'Restart')).toEqual(['always'])
    // An agent with wrong flags ends with 2: starting it again mends nothing.
    expect(of('Service', 'RestartPreventExitStatus')).toEqual(['2'])
    expect(of('Unit', 'StartLimitIntervalSec')).toEqual(['0'])
  })

  test('are understood by systemd, where there is one', () => {
    for (const name of units) expect(parse(name)('Unit', 'Description'), name).toHaveLength(1)
    if (!existsSync('/usr/bin/systemd-analyze')) return
    const files = units.map((name) => join(root, UNITS, name))
    const { stderr } = spawnSync('systemd-analyze', ['verify', ...files], { encoding: 'utf8' })
    // This machine is no kiosk: the program itself may be missing here.
    expect(stderr.split('\n').filter((line) => line !== '' && !/is not executable/.test(line))).toEqual([])
  })
})

test('the rules for scanners name devices only, and run nothing', () => {
  const lines = readFileSync(join(SETUP, '60-antrean-scanner.rules'), 'utf8').split('\n')
  const rules = lines.map((line) => line.replace(/^# (?=SUBSYSTEM)/, '')).filter((line) => /^[A-Z]/.test(line))
  expect(rules.length).toBeGreaterThan(1)
  for (const rule of rules) {
    expect(rule).toMatch(/^SUBSYSTEM=="tty", /)
    expect(rule).not.toMatch(/RUN|PROGRAM|IMPORT|MODE="0?666"/)
    for (const part of rule.split(', ')) expect(part).toMatch(/^[A-Z_]+(\{\w+\})?(==|=|\+=)"[^"]+"$/)
  }
})
