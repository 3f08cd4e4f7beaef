import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { clipOf } from '../../voice/clip-of.ts'
import type { Phrase } from '../../voice/studio/all-phrases.ts'
import { makeClips, readManifest } from '../../voice/studio/make-clips.ts'
import { engineOf } from '../../voice/studio/render-clip.ts'
import { ROOT } from '../architecture/sources.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'antrean-clips-'))
})
afterEach(() => rm(folder, { recursive: true }))

const put = async (file: string, text: string): Promise<void> => {
  await mkdir(dirname(join(folder, file)), { recursive: true })
  await writeFile(join(folder, file), text)
}
const phrasesOf = (...words: string[]): Phrase[] => words.map((each) => ({ lang: 'id', words: each }))

/** Makes clips with a program that only writes down what it was asked to say. */
const make = (phrases: readonly Phrase[], version = '1.51', own = true) =>
  makeClips(phrases, version, { folder, own }, async (phrase) => {
    const file = `${clipOf(phrase.lang, phrase.words)}.ogg`
    await put(file, phrase.words)
    return {
      words: phrase.words,
      file,
      ms: 500,
      sha256: createHash('sha256').update(phrase.words).digest('hex'),
      engine: engineOf(phrase, version),
    }
  })

describe('the clips of a folder', () => {
  test('are made once, and again when the words, the lexicon or the engine are others', async () => {
    expect(await make(phrasesOf('Paspor baru', 'Ruang Timur'))).toEqual({ made: 2, kept: 0, recorded: 0 })
    expect(await make(phrasesOf('Paspor baru', 'Ruang Timur'))).toEqual({ made: 0, kept: 2, recorded: 0 })
    expect(await make([{ lang: 'id', words: 'Paspor baru', spoken: 'paspor' }])).toMatchObject({ made: 1 })
    expect(await make(phrasesOf('Ruang Timur'), '1.52')).toMatchObject({ made: 1 })
  })

  test('that nobody says any more are removed', async () => {
    await make(phrasesOf('Paspor baru', 'Ruang Timur'))
    await make(phrasesOf('Ruang Timur'))
    expect(Object.keys(await readManifest(folder))).toEqual(['id/ruang-timur'])
    expect(existsSync(join(folder, 'id/paspor-baru.ogg'))).toBe(false)
  })

  test('that a person recorded are never touched', async () => {
    await put('id/paspor-baru.mp3', 'recorded')
    await put('id/salam.wav', 'recorded')
    expect(await make(phrasesOf('Paspor baru', 'Ruang Timur'))).toEqual({ made: 1, kept: 0, recorded: 1 })
    expect(await make([])).toEqual({ made: 0, kept: 0, recorded: 0 })
    expect(await readFile(join(folder, 'id/paspor-baru.mp3'), 'utf8')).toBe('recorded')
    expect(await readFile(join(folder, 'id/salam.wav'), 'utf8')).toBe('recorded')
  })

  test('that a person recorded over a made one are left alone as well', async () => {
    await make(phrasesOf('Paspor baru'))
    await put('id/paspor-baru.ogg', 'recorded')
    expect(await make(phrasesOf('Paspor baru'), '1.52')).toEqual({ made: 0, kept: 0, recorded: 1 })
    expect(await readFile(join(folder, 'id/paspor-baru.ogg'), 'utf8')).toBe('recorded')
  })

  test('of the product are put right after a run that broke off', async () => {
    await put('id/paspor-baru.ogg', 'half')
    await put('id/lama.ogg', 'old')
    expect(await make(phrasesOf('Paspor baru'), '1.51', false)).toEqual({ made: 1, kept: 0, recorded: 0 })
    expect(existsSync(join(folder, 'id/lama.ogg'))).toBe(false)
  })
})

describe('npm run voice', () => {
  const run = (path: string, ...args: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', join(ROOT, 'voice/studio/main.ts'), ...args], {
      ...{ cwd: ROOT, encoding: 'utf8' },
      env: { PATH: path, ANTREAN_DATA: folder },
    })

  test('says plainly when the programs are not on this machine, and leaves every clip where it is', () => {
    const { status, stderr } = run('/nowhere')
    expect(status).toBe(1)
    expect(stderr).toContain(
      'espeak-ng or opusenc is not on this machine, so no clips can be made; those that are there stay.',
    )
    expect(existsSync(join(ROOT, 'voice/clips/manifest.json'))).toBe(true)
  })

  test('shows how it is used when it is asked for something else', () => {
    const { status, stderr } = run('/nowhere', '--help')
    expect([status, stderr]).toEqual([2, expect.stringContaining('npm run voice -- --office [file]')])
  })
})
