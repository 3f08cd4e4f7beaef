import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ConfigProblem } from '../../config/config-problem.ts'
import { type Document, openDocument } from '../../config/document.ts'

const Board = z.strictObject({ title: z.string().min(1), counters: z.array(z.int().min(1)).max(3) })
type Board = z.infer<typeof Board>

let folder: string
let file: string
let warned: string[]
const open = (): Promise<Document<Board>> =>
  openDocument({
    file,
    schema: Board,
    initial: () => ({ title: 'baru', counters: [1] }),
    log: { warn: (_fields, message) => warned.push(message) },
  })
const problemsWhen = async (
  work: Promise<unknown>,
): Promise<readonly { path: string; expected: string; got: string }[]> => {
  const outcome = await work.then(
    () => 'it went through',
    (trouble: unknown) => trouble,
  )
  expect(outcome).toBeInstanceOf(ConfigProblem)
  return outcome instanceof ConfigProblem ? outcome.problems : []
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'antrean-document-'))
  file = join(folder, 'data', 'board.json')
  warned = []
})

describe('a document that people edit', () => {
  it('is created from its initial value where it never was, readable by its owner alone', async () => {
    const board = await open()
    expect(board.read()).toEqual({ title: 'baru', counters: [1] })
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(board.read())
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect((await stat(`${file}.last-good`)).mode & 0o777).toBe(0o600)
  })

  it('keeps a change over a restart, and its last good version beside it', async () => {
    const board = await open()
    await expect(board.change((now) => ({ ...now, title: 'pagi' }))).resolves.toMatchObject({ title: 'pagi' })
    expect((await open()).read()).toEqual({ title: 'pagi', counters: [1] })
    expect(await readFile(`${file}.last-good`, 'utf8')).toBe(await readFile(file, 'utf8'))
    expect(await readdir(join(folder, 'data'))).toEqual(['board.json', 'board.json.last-good'])
  })

  it('stays as it was when a change does not fit, and takes the next one', { tags: ['O3', 'F13'] }, async () => {
    const board = await open()
    const before = await readFile(file, 'utf8')
    const problems = await problemsWhen(board.change((now) => ({ ...now, title: '', counters: [1, 0] })))
    expect(problems).toMatchObject([
      { path: 'title', expected: 'at least 1 characters', got: '""' },
      { path: 'counters[1]', expected: 'at least 1', got: '0' },
    ])
    expect(board.read()).toEqual({ title: 'baru', counters: [1] })
    expect(await readFile(file, 'utf8')).toBe(before)
    await board.change((now) => ({ ...now, title: 'siang' }))
    expect(board.read().title).toBe('siang')
  })

  it('is untouched by a change that fails halfway through its own copy', async () => {
    const board = await open()
    const work = board.change((now) => {
      now.counters.push(2)
      throw new Error('changed my mind')
    })
    await expect(work).rejects.toThrow('changed my mind')
    expect(board.read().counters).toEqual([1])
    expect(() => board.read().counters.push(2)).toThrow(TypeError)
  })

  it('takes changes that come at once one after the other, none lost', async () => {
    const board = await openDocument({
      file,
      schema: z.array(z.int()),
      initial: (): number[] => [],
      log: { warn: () => undefined },
    })
    await Promise.all(Array.from({ length: 40 }, (_, i) => board.change((now) => [...now, i])))
    expect(board.read()).toEqual(Array.from({ length: 40 }, (_, i) => i))
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(board.read())
  })

  it('stands as before when the power went while a change was being written, and the remains are swept', {
    tags: ['F7'],
  }, async () => {
    await open()
    await writeFile(join(folder, 'data', '.board.json.4711-1.tmp'), '{"title":"setengah')
    await writeFile(join(folder, 'data', '.board.json.last-good.4711-2.tmp'), '')
    expect((await open()).read().title).toBe('baru')
    expect(await readdir(join(folder, 'data'))).toEqual(['board.json', 'board.json.last-good'])
    expect(warned).toHaveLength(1)
  })

  it('catches up its last good version when the power went between the two', { tags: ['F7'] }, async () => {
    await open()
    await writeFile(file, '{"title":"malam","counters":[]}')
    expect((await open()).read().title).toBe('malam')
    expect(await readFile(`${file}.last-good`, 'utf8')).toBe('{"title":"malam","counters":[]}')
  })

  it('stops the start when it is broken, and leaves both the file and the last good version alone', {
    tags: ['O3', 'F13', 'F14'],
  }, async () => {
    await open()
    const good = await readFile(`${file}.last-good`, 'utf8')
    await writeFile(file, '{"title": 7, "counters": [1, "2"], "colour": "red"}')
    expect(await problemsWhen(open())).toEqual([
      { file, path: 'title', expected: 'a string', got: '7' },
      { file, path: 'counters[1]', expected: 'a number', got: '"2"' },
      { file, path: 'colour', expected: 'no such setting', got: '"red"' },
    ])
    expect(await readFile(`${file}.last-good`, 'utf8')).toBe(good)
    expect(await readFile(file, 'utf8')).toContain('colour')
  })

  it('stops the start when it is empty', { tags: ['F14'] }, async () => {
    await open()
    await writeFile(file, '')
    expect(await problemsWhen(open())).toMatchObject([
      { path: 'line 1, column 1', expected: 'a value', got: 'the end of the file' },
    ])
  })

  it('stops the start when somebody deleted it, and names its last good version', { tags: ['F14'] }, async () => {
    await open()
    await rm(file)
    const [problem] = await problemsWhen(open())
    expect(problem?.expected).toContain(`${file}.last-good`)
    expect(await readdir(join(folder, 'data'))).toEqual(['board.json.last-good'])
  })

  it('opens what an editor saved with a byte order mark, tabs and CRLF', { tags: ['F13'] }, async () => {
    await open()
    await writeFile(file, '\ufeff{\r\n\t"title": "editor",\r\n\t"counters": []\r\n}\r\n')
    expect((await open()).read()).toEqual({ title: 'editor', counters: [] })
  })

  it('never shows a long text in a problem, it may be the hash of a secret', async () => {
    await open()
    await writeFile(file, JSON.stringify({ title: 'x', counters: ['a'.repeat(43)] }))
    expect(await problemsWhen(open())).toMatchObject([{ got: 'a text of 43 characters' }])
  })
})
