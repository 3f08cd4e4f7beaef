import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { parseOptions } from '../../simulator/cli/options.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const run = (...args: string[]) =>
  promisify(execFile)(process.execPath, ['--import', 'tsx', 'simulator/cli/main.ts', ...args], { cwd: ROOT }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, stdout, stderr }),
  )

describe('the command line', () => {
  test('takes several files and lists of policies, each once', () => {
    const read = parseOptions(['--days', 'a.json', '--days', 'b.json', '--policy', 'fifo,window', '--policy', 'window'])
    expect(read).toMatchObject({
      options: { days: ['a.json', 'b.json'], policies: [{ name: 'fifo' }, { name: 'window' }] },
    })
  })

  test('without policies compares first come first served, the shipped rule, and the rule with two helpers', () => {
    expect(parseOptions(['--days', 'a.json'])).toMatchObject({
      options: { policies: [{ name: 'fifo' }, { name: 'window' }, { name: 'window+help2' }] },
    })
  })

  test.each([
    [[], /^--days <file>, --scenario <name> or --complaint is needed/],
    [['--scenario', 'D9'], /^"D9" is no scenario: D1-peak, /],
    [['--scenario', 'D1-peak', '--generate', '0'], /^--generate is a number of days from 1 to 10000$/],
    [['--scenario', 'D1-peak', '--seed', 'x'], /^--seed is a whole number/],
    [['--dayz', 'a'], /^Unknown option '--dayz'/],
    [['--days', 'a', '--policy', 'lifo'], /^"lifo" is no policy/],
  ])('%j is a mistake in one sentence', (args, mistake) => {
    expect(parseOptions(args)).toEqual({ mistake: expect.stringMatching(mistake) })
  })

  test('makes days of a scenario up, the same under the same seed', async () => {
    const asked = ['--scenario', 'D2-normal', '--generate', '2', '--seed', '7', '--policy', 'window']
    const [first, second] = [await run(...asked), await run(...asked)]
    expect(first).toEqual(second)
    expect(first).toMatchObject({ code: 0, stdout: expect.stringMatching(/^D2-normal: 2 days, \d+ applicants/) })
  })

  test('plays a file, holds it against a reference and says so', async () => {
    const fixture = 'test/simulator/fixtures'
    const { code, stdout } = await run(
      '--days',
      `${fixture}/D2-normal.json`,
      '--policy',
      'window',
      '--reference',
      `${fixture}/reference.json`,
    )
    expect(stdout).toMatch(/^D2-normal: 1 days, 149 applicants/)
    // The first day agrees ticket by ticket; the pooled figures are of forty days, so they do not.
    expect(stdout).toMatch(/of 311 values agree with/)
    expect(code).toBe(1)
  })

  test.each([
    [
      ['--days', 'package.json'],
      'package.json: scenario: Invalid input: expected string, received undefined (and 4 more)\n',
    ],
    [['--days', 'README.md'], expect.stringMatching(/^README.md: is no JSON, .+\n$/)],
    [['--days', 'nowhere.json'], expect.stringMatching(/^nowhere.json: ENOENT.+\n$/)],
  ])('%j ends with one sentence and exit code 1', async (args, stderr) => {
    expect(await run(...args)).toEqual({ code: 1, stdout: '', stderr })
  })
})
