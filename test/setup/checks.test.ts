import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const CHECKS = new URL('../../setup/checks.mjs', import.meta.url).href

/** The setup scripts are plain JavaScript that runs before anything is installed, so they are asked in a Node of their own. */
const ask = (expression: string): unknown => {
  const code = `import * as checks from '${CHECKS}'; console.log(JSON.stringify(${expression}))`
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' }))
}

describe('the Node that Antrean runs on', () => {
  test.each(['20.19.0', '20.20.2', '22.0.0', '24.21.1'])('Node %s is fit', (version) => {
    expect(ask(`checks.nodeTrouble('${version}')`)).toBeNull()
  })
  test.each(['18.20.0', '20.18.9', '25.0.0', '26.1.0', 'nonsense'])('Node %s is refused with a sentence', (version) => {
    expect(ask(`checks.nodeTrouble('${version}')`)).toBe(
      `Antrean needs Node 20.19 up to 24 and this is Node ${version}. Node 24 is recommended.`,
    )
  })
})

describe('what makes a build stale', () => {
  let root = ''
  const hash = () => ask(`checks.hashOf(${JSON.stringify(root)}, ['ui', 'kiosk', 'package-lock.json', 'absent'])`)
  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'antrean-checks-'))
    mkdirSync(join(root, 'ui/parts'), { recursive: true })
    mkdirSync(join(root, 'kiosk'))
    for (const file of ['ui/parts/Mark.tsx', 'kiosk/main.tsx', 'package-lock.json'])
      writeFileSync(join(root, file), file)
  })
  afterAll(() => rmSync(root, { recursive: true }))

  test('nothing touched: fresh', () => {
    expect(hash()).toBe(hash())
  })
  test('a file outside of the sources does not count', () => {
    const before = hash()
    writeFileSync(join(root, 'README.md'), 'words')
    expect(hash()).toBe(before)
  })
  test.each<[string, () => void]>([
    ['an edit deep in a folder', () => writeFileSync(join(root, 'ui/parts/Mark.tsx'), 'edited')],
    ['a new file', () => writeFileSync(join(root, 'kiosk/kiosk.css'), '')],
    ['a renamed file', () => renameSync(join(root, 'kiosk/kiosk.css'), join(root, 'kiosk/screen.css'))],
    ['a removed file', () => rmSync(join(root, 'kiosk/screen.css'))],
    ['another lock', () => writeFileSync(join(root, 'package-lock.json'), '{}')],
  ])('%s makes it stale', (_, change) => {
    const before = hash()
    change()
    expect(hash()).not.toBe(before)
  })
})

describe('how a test run ends', () => {
  const report = (numPassedTests: number, numFailedTests: number, numPendingTests = 0) =>
    JSON.stringify({ numPassedTests, numFailedTests, numPendingTests, numTodoTests: 0 })

  test('the closing line adds up the steps', () => {
    expect(
      ask(
        `checks.totalLine([checks.countOf(0, null), checks.countOf(0, ${report(40, 0, 2)}), checks.countOf(1, ${report(5, 3)})])`,
      ),
    ).toBe('Total: 45 passed, 3 failed, 2 skipped')
  })
  test('a red step without a failed test counts as one failure', () => {
    expect(ask('checks.countOf(2, null)')).toEqual({ passed: 0, failed: 1, skipped: 0 })
    expect(ask(`checks.countOf(1, ${report(12, 0)})`)).toEqual({ passed: 12, failed: 1, skipped: 0 })
  })
  test('the red tests are told by file, name and the first lines of why; a file that broke before its tests, too', () => {
    const red = { status: 'failed', fullName: 'a call > is heard', failureMessages: ['no voice\nat speaker.ts:3'] }
    const green = { status: 'passed', fullName: 'a call > is seen', failureMessages: [] }
    const results = [
      { name: '/office/test/call.test.ts', message: '', assertionResults: [red, green] },
      { name: '/office/test/broken.test.ts', message: 'no such import', assertionResults: [] },
      { name: '/office/test/fine.test.ts', message: '', assertionResults: [green] },
    ]
    expect(ask(`checks.failuresOf(${JSON.stringify({ testResults: results })}, '/office')`)).toEqual([
      'test/call.test.ts > a call > is heard\n    no voice\n    at speaker.ts:3',
      'test/broken.test.ts\n    no such import',
    ])
    expect(ask(`checks.failuresOf(null, '/office')`)).toEqual([])
  })
  test('a skipped test is a failure in CI only', () => {
    const skipped = `[checks.countOf(0, ${report(3, 0, 1)})]`
    expect(ask(`[checks.wasGood(${skipped}, true), checks.wasGood(${skipped}, false)]`)).toEqual([false, true])
  })
  test('a failure is a failure everywhere', () => {
    expect(
      ask('[checks.wasGood([checks.countOf(1, null)], false), checks.wasGood([checks.countOf(0, null)], true)]'),
    ).toEqual([false, true])
  })
})

test('the checkout is where the scripts think it is', () => {
  expect(ask(`(await import('${CHECKS.replace('checks', 'ready')}')).ROOT`)).toBe(
    fileURLToPath(new URL('../..', import.meta.url)),
  )
})

test('floors that nobody looked at for ninety days stop a release, and no run of the tests', { tags: ['S4'] }, () => {
  const old = (day: string) => ask(`checks.oldReviews([{ name: 'ws', reviewed: '2026-08-29' }], Date.parse('${day}'))`)
  expect(old('2026-11-27')).toEqual([])
  expect(old('2026-11-28')).toEqual([{ name: 'ws', reviewed: '2026-08-29' }])
})
