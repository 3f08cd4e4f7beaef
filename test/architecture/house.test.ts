import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { belowFloor, isOlder, packagesOf, tooLong, unchecked, undocumented } from './house.ts'
import { FOLDERS, ROOT, readSources } from './sources.ts'

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const product = readSources(FOLDERS, /\.tsx?$/)
const everything = readSources([...FOLDERS, 'test', 'setup'], /\.(tsx?|mjs|css)$/)

describe('the house', () => {
  test('no file is longer than 300 lines without saying why', () => {
    expect(everything.length).toBeGreaterThan(50)
    expect(tooLong(everything)).toEqual([])
  })

  test('the type checker is never told to look away', () => {
    expect(unchecked(everything.filter(({ path }) => /\.tsx?$/.test(path)))).toEqual([])
  })

  test.each(FOLDERS)('every export of %s says what it is', (folder) => {
    const sources = product.filter(({ path }) => path.startsWith(`${folder}/`))
    expect(sources.length).toBeGreaterThan(0)
    expect(undocumented(sources)).toEqual([])
  })

  test('the README is short and names the two commands that matter', () => {
    const readme = read('README.md')
    expect(readme.split('\n').length).toBeLessThanOrEqual(120)
    expect(readme).toContain('npm start')
    expect(readme).toContain('npm test')
  })
})

describe('the lock file', () => {
  const text = read('package-lock.json')
  const Lock = z.object({
    packages: z.record(
      z.string(),
      z.object({ version: z.string().default('0.0.0'), hasInstallScript: z.boolean().default(false) }),
    ),
  })
  const lock = Lock.parse(JSON.parse(text))

  /** Versions below these have published weaknesses; each says which, and when somebody last looked. */
  const FLOORS = z
    .array(
      z.strictObject({
        ...{ name: z.string(), floor: z.string(), reviewed: z.iso.date() },
        reason: z.string().min(20),
      }),
    )
    .parse(JSON.parse(read('setup/floors.json')))

  test.each(FLOORS)('$name is $floor or newer, wherever it is installed', { tags: ['S1'] }, ({ name, floor }) => {
    expect(packagesOf(lock).map((found) => found.name)).toContain(name)
    expect(belowFloor(lock, { [name]: floor })).toEqual([])
  })

  test('abandoned and unsafe packages stay out', { tags: ['S1'] }, () => {
    const names = packagesOf(lock).map(({ name }) => name)
    const banned = ['request', 'get-pixels', 'xlsx', 'multer', 'escpos', '@node-escpos/core', 'tough-cookie']
    expect(names.filter((name) => banned.includes(name))).toEqual([])
  })

  test('nothing needs a script of its own to be installed', { tags: ['S2'] }, () => {
    const allowed = [
      // Compiles only where no prebuilt binary fits; those for Linux, macOS and Windows lie in the package.
      '@serialport/bindings-cpp',
      // Checks that the binary of the platform, an optional package of its own, was installed.
      'esbuild',
    ]
    const scripted = packagesOf(lock).filter((found) => found.hasInstallScript)
    expect(scripted.map(({ name }) => name).filter((name) => !allowed.includes(name))).toEqual([])
    expect(read('.npmrc')).toContain('ignore-scripts=true')
  })

  test('it names no registry', () => {
    expect(text).not.toMatch(/"resolved"|registry/)
    expect(read('.npmrc')).not.toMatch(/registry\s*=|\/\/.*:/)
  })
})

describe('the checks themselves', () => {
  const lines = (count: number) => 'export {}\n'.repeat(count)

  test('a long file is found, one that says why is let through', () => {
    const long = { path: 'ui/long.ts', text: lines(301) }
    const reasoned = { path: 'ui/reasoned.ts', text: `/** Long because the alphabet is. */\n${lines(301)}` }
    const late = { path: 'ui/late.ts', text: `export {}\n// Long because I say so, too late.\n${lines(301)}` }
    expect(tooLong([long, reasoned, late, { path: 'ui/short.ts', text: lines(300) }])).toEqual([
      'ui/long.ts',
      'ui/late.ts',
    ])
  })

  test('any is found in every place, and the word in a sentence is not', () => {
    const text = "let a: any\nconst b = a as any\nlet c: Array<any>\n// any word\nconst d = 'any'"
    expect(unchecked([{ path: 'ui/a.ts', text }])).toEqual(['ui/a.ts:1 any', 'ui/a.ts:2 any', 'ui/a.ts:3 any'])
    const silence = `// @${'ts'}-ignore\nexport {}`
    expect(unchecked([{ path: 'ui/b.ts', text: silence }])).toEqual(['ui/b.ts silenced'])
  })

  test('an export without a docstring is found, once per name', () => {
    const text = [
      '/** A lane. */\nexport const Lane = 1\nexport type Lane = number',
      'export const bare = 1',
      '/** Twice. */\nexport function twice(a: number): void\nexport function twice(a: string): void\nexport function twice() {}',
      '// Not a docstring.\nexport type Plain = 1',
      "/** All. */\nexport const ALL = ['a'] as const\nexport type One = (typeof ALL)[number]",
      "const inner = 1\nexport { inner }\nexport * from './other.ts'",
    ].join('\n')
    expect(undocumented([{ path: 'ui/a.ts', text }])).toEqual(['ui/a.ts: bare', 'ui/a.ts: Plain'])
  })

  test('a package below its floor is found where it is nested', () => {
    const nested = {
      packages: { 'node_modules/ws': { version: '8.21.3' }, 'node_modules/a/node_modules/ws': { version: '8.20.9' } },
    }
    expect(belowFloor(nested, { ws: '8.21.1' })).toEqual(['ws 8.20.9'])
  })

  test.each([
    ['8.4.0', '8.4.0', false],
    ['8.10.0', '8.4.0', false],
    ['8.3.9', '8.4.0', true],
    ['7.9.9', '8.4.0', true],
    ['8.4.0-beta.1', '8.4.0', true],
    ['9.0.0-beta.1', '8.4.0', false],
  ])('%s against a floor of %s: older is %s', (version, floor, older) => {
    expect(isOlder(version, floor)).toBe(older)
  })
})
