import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FOLDERS } from '../architecture/sources.ts'

/** A checkout with the real scripts, whose npm and compilers are programs that only write down that they ran. */
let root = ''
const put = (file: string, text: string) => {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), text)
}
const program = (name: string, text: string) => {
  put(`bin/${name}`, `#!/bin/sh\n${text}\n`)
  chmodSync(join(root, 'bin', name), 0o755)
}
const ran = () => (existsSync(join(root, 'ran')) ? readFileSync(join(root, 'ran'), 'utf8').trim().split('\n') : [])
const env = () => ({ PATH: `${join(root, 'bin')}:/usr/bin:/bin` })
const run = (script: string, ...args: string[]) =>
  spawnSync(process.execPath, [`setup/${script}`, ...args], { cwd: root, encoding: 'utf8', env: env() })

const NOTE = (name: string) => `require('node:fs').appendFileSync('ran', '${name}\\n')`

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'antrean-ready-'))
  cpSync(fileURLToPath(new URL('../../setup', import.meta.url)), join(root, 'setup'), { recursive: true })
  put('package-lock.json', '{"lockfileVersion":3}')
  put('package.json', '{"type":"commonjs"}')
  put('server/main.ts', 'export {}')
  put('config/offices/denpasar.json', '{}')
  put('voice/clips/id/nol.ogg', 'nol')
  put('printer/models/generic-80.json', '{}')
  put(
    'spare/typescript/bin/tsc',
    `${NOTE('tsc')}; for (const room of ['server', 'server/cli', 'agent']) {
      require('node:fs').mkdirSync('dist/' + room, {recursive: true});
      require('node:fs').copyFileSync('program.js', 'dist/' + room + '/main.js')
    }`,
  )
  put('spare/vite/bin/vite.js', NOTE('vite'))
  put('program.js', 'console.log(JSON.stringify(process.argv.slice(2))); process.exitCode = 7')
  program('npm', 'echo "npm $1" >> ran; mkdir -p node_modules; cp -r spare/* node_modules')
})
afterEach(() => rmSync(root, { recursive: true }))

describe('a checkout is made ready', () => {
  test('a fresh clone is installed and built, once', () => {
    expect(run('build.mjs').status).toBe(0)
    expect(run('build.mjs').status).toBe(0)
    expect(ran()).toEqual(['npm ci', 'tsc', 'vite'])
    expect(existsSync(join(root, 'dist/config/offices/denpasar.json'))).toBe(true)
    expect(existsSync(join(root, 'dist/voice/clips/id/nol.ogg'))).toBe(true)
    expect(existsSync(join(root, 'dist/printer/models/generic-80.json'))).toBe(true)
  })

  test('every room of the product is a source of the build', () => {
    const code = "import { SOURCES } from './setup/ready.mjs'; console.log(SOURCES.join())"
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { cwd: root, encoding: 'utf8' })
    const sources = stdout.trim().split(',')
    expect(FOLDERS.filter((room) => room !== 'assurance' && !sources.includes(room))).toEqual([])
  })

  test('an edited source is built again, without a new installation', () => {
    run('build.mjs')
    put('server/main.ts', 'export const edited = true')
    expect(run('build.mjs').status).toBe(0)
    expect(ran()).toEqual(['npm ci', 'tsc', 'vite', 'tsc', 'vite'])
  })

  test('another lock file is installed again', () => {
    run('build.mjs')
    put('package-lock.json', '{"lockfileVersion":3,"name":"other"}')
    expect(run('build.mjs').status).toBe(0)
    expect(ran()).toEqual(['npm ci', 'tsc', 'vite', 'npm ci', 'tsc', 'vite'])
  })

  test('a build that broke off is not taken for a build', () => {
    const vite = readFileSync(join(root, 'spare/vite/bin/vite.js'), 'utf8')
    put('spare/vite/bin/vite.js', `${vite}; process.exit(3)`)
    const broken = run('start.mjs')
    expect(broken.status).toBe(1)
    expect(broken.stderr).toContain('This failed: ')
    put('node_modules/vite/bin/vite.js', vite)
    expect(run('build.mjs').status).toBe(0)
    expect(ran()).toEqual(['npm ci', 'tsc', 'vite', 'tsc', 'vite'])
  })

  test('an installation that failed stops the start and is tried again', () => {
    const npm = readFileSync(join(root, 'bin/npm'), 'utf8')
    program('npm', 'mkdir -p node_modules; exit 1')
    expect(run('start.mjs').status).toBe(1)
    writeFileSync(join(root, 'bin/npm'), npm)
    expect(run('build.mjs').status).toBe(0)
    expect(ran()).toEqual(['npm ci', 'tsc', 'vite'])
  })
})

describe('the program is run', () => {
  test.each(['antrean.mjs', 'agent.mjs'])('%s gets its arguments, and standard output is its alone', (script) => {
    const asked = run(script, 'agenda', '--day', '2026-11-24')
    expect(asked.stdout).toBe('["agenda","--day","2026-11-24"]\n')
    expect(asked.stderr).toContain('Building server and screens')
  })

  test('its exit code is the exit code of the start', () => {
    expect(run('start.mjs').status).toBe(7)
  })

  test.each(['SIGTERM', 'SIGINT'] as const)('%s reaches the server, which ends in its own way', async (signal) => {
    put(
      'program.js',
      "process.on('SIGTERM', () => process.exit(5)); process.on('SIGINT', () => process.exit(6)); console.log('up'); setInterval(() => {}, 1000)",
    )
    run('build.mjs')
    const start: ChildProcess = spawn(process.execPath, ['setup/start.mjs'], {
      cwd: root,
      env: env(),
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    if (start.stdout === null) throw new Error('no output to read')
    await once(start.stdout, 'data')
    start.kill(signal)
    expect(await once(start, 'exit')).toEqual([signal === 'SIGTERM' ? 5 : 6, null])
  })
})

describe('the test run', () => {
  test('an unknown step is refused with the steps that exist', () => {
    const asked = run('test.mjs', 'nonsense')
    expect(asked.status).toBe(1)
    expect(asked.stderr).toContain('Steps: types, lint, rooms, faults, e2e, album.')
  })

  const vitest = (counts: string, code: number) =>
    put(
      'spare/vitest/vitest.mjs',
      `import { writeFileSync } from 'node:fs'
      const file = process.argv.find((word) => word.startsWith('--outputFile.json=')).slice(18)
      writeFileSync(file, JSON.stringify(${counts})); console.log('vitest', process.argv.slice(2, 5).join(' ')); process.exitCode = ${code}`,
    )
  beforeEach(() => {
    put('spare/@biomejs/biome/bin/biome', 'process.exit(1)')
    program('socat', 'exit 0')
    program('chromium', 'exit 0')
  })

  test('every step runs although an early one is red, and the closing line counts it', () => {
    vitest('{ numPassedTests: 4, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0 }', 0)
    const whole = run('test.mjs')
    const steps = ['== types', '== lint', '== rooms', '== faults', '== e2e', '== album']
    expect(whole.stdout.match(/^== \w+$/gm)).toEqual(steps)
    expect(whole.stdout.trim().split('\n').at(-1)).toBe('Total: 16 passed, 1 failed, 4 skipped')
    expect(whole.status).toBe(1)
  })

  test('one step alone passes where its tests pass', () => {
    vitest('{ numPassedTests: 4, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 }', 0)
    const rooms = run('test.mjs', 'rooms')
    expect(rooms.stdout).toContain('vitest run --project rooms')
    expect(rooms.stdout.trim().split('\n').at(-1)).toBe('Total: 4 passed, 0 failed, 0 skipped')
    expect(rooms.status).toBe(0)
  })
})

describe('a browser is found', () => {
  const ask = (more: Record<string, string>, path: string) =>
    spawnSync(
      process.execPath,
      ['--input-type=module', '-e', "console.log(await (await import('./setup/browser.mjs')).getBrowser())"],
      { cwd: root, encoding: 'utf8', env: { PATH: path, ...more } },
    )

  test('the one that is named comes first', () => {
    expect(ask({ ANTREAN_BROWSER: '/opt/own/chrome' }, '/usr/bin').stdout.trim()).toBe('/opt/own/chrome')
  })

  test('one on the path is taken', () => {
    program('google-chrome', 'exit 0')
    expect(ask({}, join(root, 'bin')).stdout.trim()).toBe(join(root, 'bin/google-chrome'))
  })

  test.skipIf(process.platform !== 'linux')('where none is, apt is asked for one', () => {
    program('sudo', 'exit 0')
    const chromium = join(root, 'bin/chromium')
    for (const name of ['apt-get', 'sudo'])
      program(
        name,
        `/bin/echo "$@" >> ${root}/asked; case "$*" in *install*) /bin/cp ${root}/bin/sudo ${chromium};; esac`,
      )
    expect(ask({}, join(root, 'bin')).stdout.trim()).toBe(chromium)
    expect(readFileSync(join(root, 'asked'), 'utf8')).toContain('install -y -qq --no-install-recommends chromium')
  })

  test.skipIf(process.platform !== 'linux')('where nothing helps, it says what to do', () => {
    program('npm', 'exit 1')
    const asked = ask({}, join(root, 'bin'))
    expect(asked.stdout.trim()).toBe('null')
    expect(asked.stderr).toContain('Install Chromium (Debian: apt-get install chromium) or set ANTREAN_BROWSER')
  })
})
