/**
 * `npm run bench`: the measurements, first of the server (`main`), then of the largest office with its 500 clients (`load`,
 * for a release with `--minutes 30`), then of the pages in a Chromium (`pages`), then of the figures of a year (`figures`), then of
 * a hub of 130 offices (`hub`). A name behind it runs that one alone, with what stands behind the name.
 */
import { spawnSync } from 'node:child_process'
import { getBrowser } from './browser.mjs'
import { needPostgres } from './postgres.mjs'
import { fileOf } from './program.mjs'
import { makeReady, ROOT } from './ready.mjs'

const [chosen, ...flags] = process.argv.slice(2)
const browser = await getBrowser()
needPostgres()
if (!makeReady({ build: true })) process.exit(1)
for (const [name, file] of [
  ['main', 'main'],
  ['load', 'load'],
  ['pages', 'pages'],
  ['figures', 'year-of-figures'],
  ['hub', 'hub'],
]) {
  if (chosen !== undefined && name !== chosen) continue
  if (name === 'pages' && browser === null) {
    console.error('\nLEFT OUT: what the pages do was NOT measured, because there is no browser.')
    continue
  }
  console.log(`\n== ${name}`)
  const args = ['--import', 'tsx', fileOf(`test/bench/${file}.ts`), ...flags]
  const env = { ...process.env, ANTREAN_BROWSER: browser ?? '' }
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit', env })
  process.exitCode ||= status ?? 1
}
