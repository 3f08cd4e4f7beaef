/**
 * `npm test`: types, lint and every test, all of them even when an early step is red. `npm test -- rooms` runs one step;
 * what follows the step's name goes to vitest (`npm test -- rooms test/printer`).
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getBrowser, needTool } from './browser.mjs'
import { countOf, failuresOf, readStamp, totalLine, wasGood } from './checks.mjs'
import { needPostgres } from './postgres.mjs'
import { makeReady, ROOT, secondsSince } from './ready.mjs'

const [chosen, ...rest] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'antrean-test-'))

/** What went red, told once more at the very end. */
const red = []

const node = (file, ...args) =>
  spawnSync(process.execPath, [file, ...args], { cwd: ROOT, stdio: 'inherit' }).status ?? 1

function vitest(...projects) {
  const file = join(folder, `${projects[0]}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const code = node(
    'node_modules/vitest/vitest.mjs',
    'run',
    ...projects.flatMap((name) => ['--project', name]),
    ...reporters,
    ...rest,
  )
  const report = readStamp(file) === null ? null : JSON.parse(readFileSync(file, 'utf8'))
  red.push(...failuresOf(report, ROOT))
  return countOf(code, report)
}

/** These start the real program, so it must be built. */
const onBuilt = (...projects) => (makeReady({ build: true }) ? vitest(...projects) : countOf(1, null))

/** These need a Chromium as well. */
const inBrowser = async (...projects) => {
  const browser = await getBrowser()
  if (browser === null) return countOf(1, null)
  process.env.ANTREAN_BROWSER = browser
  return onBuilt(...projects)
}

const STEPS = {
  types: () => countOf(node('node_modules/typescript/bin/tsc', '--noEmit'), null),
  lint: () => countOf(node('node_modules/@biomejs/biome/bin/biome', 'check', '.'), null),
  rooms: () => {
    needTool('socat')
    needTool('openssl')
    needPostgres()
    return vitest('rooms')
  },
  faults: () => {
    needTool('socat')
    needTool('strace')
    needTool('ip', 'iproute2')
    needPostgres()
    return onBuilt('faults', 'faults-alone')
  },
  e2e: () => inBrowser('e2e', 'e2e-alone'),
  album: () => inBrowser('album'),
}

if (chosen !== undefined && !(chosen in STEPS)) {
  console.error(`There is no step "${chosen}". Steps: ${Object.keys(STEPS).join(', ')}.`)
  process.exit(1)
}

if (!makeReady({ build: false })) process.exit(1)
const counts = []
for (const [name, step] of Object.entries(STEPS)) {
  if (chosen !== undefined && name !== chosen) continue
  console.log(`\n== ${name}`)
  const startedAt = performance.now()
  const redBefore = red.length
  const count = await step()
  counts.push(count)
  if (count.failed > 0 && red.length === redBefore) red.push(`${name}: see its step above`)
  console.log(`== ${name}: ${count.failed === 0 ? 'green' : 'RED'}, ${secondsSince(startedAt)}`)
}
rmSync(folder, { recursive: true, force: true })

const inCi = Boolean(process.env.CI)
const good = wasGood(counts, inCi)
if (inCi && counts.some((count) => count.skipped > 0)) console.error('\nIn CI a skipped test is a failure.')
if (red.length > 0) console.error(`\nRed:\n\n${red.join('\n\n')}`)
console.log(`\n${totalLine(counts)}`)
process.exitCode = good ? 0 : 1
