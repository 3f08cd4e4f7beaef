/**
 * `npm run release`: what goes with a release. Writes the list of all packages (CycloneDX) to `dist/sbom.cdx.json`, or to the
 * file that is named, and ends with 1 where the floors of packages were not looked through in the last 90 days.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { oldReviews } from './checks.mjs'
import { fileOf } from './program.mjs'

const [to = fileOf('dist/sbom.cdx.json')] = process.argv.slice(2)
const words = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--offline']
writeFileSync(to, execFileSync('npm', words, { cwd: fileOf('.'), maxBuffer: 1 << 26 }))
console.log(`${to} is written.`)

const old = oldReviews(JSON.parse(readFileSync(fileOf('setup/floors.json'), 'utf8')), Date.now())
for (const { name, reviewed } of old)
  console.error(`The floor of ${name} was last looked at on ${reviewed}: see its advisories, then date it anew.`)
if (old.length > 0) process.exitCode = 1
