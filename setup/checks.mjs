/**
 * What setup decides before it acts: is this Node fit, did files change, how did the tests end. Reads, never writes.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

/** Why this Node cannot run Antrean, as a sentence; null when it can. `version` as in `process.versions.node`. */
export function nodeTrouble(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const fit = (major === 20 && minor >= 19) || (major > 20 && major < 25)
  return fit ? null : `Antrean needs Node 20.19 up to 24 and this is Node ${version}. Node 24 is recommended.`
}

/**
 * One hash of the files and folders (relative to `root`) with their names: it changes when any of them is edited,
 * added, renamed or removed. What does not exist is left out.
 */
export function hashOf(root, paths) {
  const hash = createHash('sha256')
  for (const path of paths)
    for (const file of filesIn(root, path)) hash.update(`${file}\0`).update(contentOf(root, file))
  return hash.digest('hex')
}

const contentOf = (root, file) =>
  createHash('sha256')
    .update(readFileSync(join(root, file)))
    .digest()

function filesIn(root, path) {
  const found = statSync(join(root, path), { throwIfNoEntry: false })
  if (found === undefined) return []
  if (!found.isDirectory()) return [path]
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesIn(root, `${path}/${name}`))
}

/** The text of a stamp file, null when there is none. */
export function readStamp(path) {
  return statSync(path, { throwIfNoEntry: false }) === undefined ? null : readFileSync(path, 'utf8')
}

/**
 * What one step counts: the numbers of its vitest report (null when it makes none), and one failure more when the step
 * went red without a failed test, as types, lint or a crash do.
 */
export function countOf(exitCode, report) {
  const { numPassedTests: passed = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0 } = report ?? {}
  const failed = exitCode !== 0 && numFailedTests === 0 ? 1 : numFailedTests
  return { passed, failed, skipped: numPendingTests + numTodoTests }
}

/**
 * The red tests of a vitest report, each with its file (relative to `root`) and the first lines of why, so that the end
 * of a long run says what to look at. `report` as in `countOf`.
 */
export function failuresOf(report, root) {
  return (report?.testResults ?? []).flatMap(({ name, message, assertionResults }) => {
    const file = relative(root, name)
    const red = assertionResults.filter(({ status }) => status === 'failed')
    if (red.length === 0 && message) return [`${file}\n${firstLines([message])}`]
    return red.map(({ fullName, failureMessages }) => `${file} > ${fullName}\n${firstLines(failureMessages)}`)
  })
}

const firstLines = (messages) =>
  messages
    .flatMap((message) => message.split('\n'))
    .slice(0, 12)
    .map((line) => `    ${line}`)
    .join('\n')

/** The closing line of `npm test`. */
export function totalLine(counts) {
  const sum = (key) => counts.reduce((total, count) => total + count[key], 0)
  return `Total: ${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`
}

/** Whether the run was good. In CI every tool is at hand, so what was skipped there was not proved. */
export function wasGood(counts, inCi) {
  return counts.every((count) => count.failed === 0 && (!inCi || count.skipped === 0))
}

const REVIEW_DAYS = 90

/** The floors of packages whose last review is older than 90 days at `now` (epoch ms). */
export function oldReviews(floors, now) {
  return floors.filter(({ reviewed }) => now - Date.parse(reviewed) > REVIEW_DAYS * 24 * 3_600_000)
}
