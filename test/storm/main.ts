import { complaintsOf } from './find-failure.ts'
import { runStorm } from './storm.ts'

/**
 * `npm run storm -- <seed> [steps]`: tells one storm, line by line, and what is wrong with it. Ends with 1 when something is.
 */
const [seed, steps] = process.argv.slice(2).map(Number)
if (seed === undefined || !Number.isInteger(seed) || (steps !== undefined && !Number.isInteger(steps))) {
  process.stderr.write('npm run storm -- <seed> [steps]: both are whole numbers\n')
  process.exit(64)
}
const prefix = steps === undefined ? {} : { steps }
const clock = (ms: number): string => new Date(ms).toISOString().slice(11, 23)
await runStorm(seed, {
  ...prefix,
  onLine: (atMs, who, what) => void process.stdout.write(`${clock(atMs)}  ${who.padEnd(11)}  ${what}\n`),
})
const { complaints } = await complaintsOf(seed, prefix)
process.stdout.write(`\n${complaints.length === 0 ? 'Nothing is wrong.' : complaints.join('\n')}\n`)
process.exitCode = complaints.length === 0 ? 0 : 1
