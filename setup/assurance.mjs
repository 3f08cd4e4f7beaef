/**
 * `npm run assurance`: every test that shows a row of the assurance, at its full size, the long runs included. Prints how
 * each row stands, writes `docs/assurance.md`, and fails where a row of P0 or P1 is not shown.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getBrowser, needTool } from './browser.mjs'
import { needPostgres } from './postgres.mjs'
import { makeReady, ROOT, secondsSince } from './ready.mjs'

const browser = await getBrowser()
if (browser === null || !makeReady({ build: true })) process.exit(1)
for (const tool of ['socat', 'openssl', 'strace']) needTool(tool)
needTool('certutil', 'libnss3-tools')
needTool('systemd-notify', 'systemd')
needTool('faketime')
needTool('ip', 'iproute2')
needPostgres()
const env = { ...process.env, ANTREAN_BROWSER: browser, ANTREAN_ASSURANCE: 'whole' }
const folder = mkdtempSync(join(tmpdir(), 'antrean-assurance-'))
const startedAt = performance.now()

/** Test files that name a row. */
const files = readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.test\.tsx?$/.test(path))
  .map((path) => `test/${path}`)
  .filter((path) => /tags: \[|@module-tag /.test(readFileSync(join(ROOT, path), 'utf8')))

const STEPS = [['rooms'], ['faults', 'faults-alone'], ['e2e', 'e2e-alone'], ['assurance', 'assurance-alone']]
const reports = STEPS.map((projects) => {
  const [name] = projects
  console.log(`\n== ${name}`)
  const file = join(folder, `${name}.json`)
  const chosen = projects.flatMap((project) => ['--project', project])
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`, '--passWithNoTests']
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', ...chosen, ...reporters, ...files],
    { cwd: ROOT, stdio: 'inherit', env },
  )
  return { name, status, report: JSON.parse(readFileSync(file, 'utf8')) }
})
rmSync(folder, { recursive: true, force: true })

const { tsImport } = await import('tsx/esm/api')
const of = (name) => tsImport(`../assurance/${name}.ts`, import.meta.url)
const [{ ROWS }, { readReport }, { isAssured, judge }, { badInputs, pageOf, summary }] = await Promise.all(
  ['rows', 'results', 'judge', 'page'].map(of),
)
const judged = judge(
  ROWS,
  reports.flatMap(({ report }) => readReport(report, ROOT)),
)
const day = new Date().toISOString().slice(0, 10)
writeFileSync(join(ROOT, 'docs/assurance.md'), pageOf(judged, `${day} with Node ${process.versions.node}`))

console.log('')
for (const { row, standing, results } of judged) {
  const figures = results.flatMap(({ figure }) => (figure === null ? [] : [figure]))
  console.log([row.id.padEnd(4), row.priority, standing.padEnd(8), `${results.length} tests`, ...figures].join('  '))
}
const red = reports.filter(({ status }) => status !== 0).map(({ name }) => name)
console.log(`\n${summary(judged)}. Bad inputs tried: ${badInputs(judged)}. ${secondsSince(startedAt)}`)
if (red.length > 0) console.log(`RED: ${red.join(', ')}`)
if (red.length > 0 || !isAssured(judged)) process.exitCode = 1
