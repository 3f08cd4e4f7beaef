import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Finding } from '../finding.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const Report = z.object({ numPassedTests: z.number(), numFailedTests: z.number() })

/**
 * Runs the tests of one file that are called like `name` (a regular expression). One finding: how many of them passed. A
 * file that does not start, or has no such test, is a failure.
 */
export const runTests = (file: string, name: string): Finding[] => {
  const folder = mkdtempSync(join(tmpdir(), 'antrean-validate-'))
  const report = join(folder, 'report.json')
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'rooms', '--reporter=json']
  spawnSync(process.execPath, [...vitest, `--outputFile=${report}`, '-t', name, file], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const { numPassedTests: passed, numFailedTests: failed } = readReport(report)
  rmSync(folder, { recursive: true })
  return [
    {
      what: `${file}: tests passed`,
      figure: passed,
      expected: `all ${passed + failed}`,
      interval: null,
      holds: passed > 0 && failed === 0,
    },
  ]
}

const readReport = (path: string): z.infer<typeof Report> => {
  try {
    return Report.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return { numPassedTests: 0, numFailedTests: 0 }
  }
}
