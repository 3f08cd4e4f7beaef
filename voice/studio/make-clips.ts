import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { type Clip, VoiceManifest } from '../../protocol/voice.ts'
import { clipOf } from '../clip-of.ts'
import { LANGS, type Phrase } from './all-phrases.ts'
import { engineOf, renderClip } from './render-clip.ts'

/** Where the list of a voice folder's clips lies. */
export const manifestFile = (folder: string): string => join(folder, 'manifest.json')

/** The clips of a voice folder, none where it has no list. Throws when the list is damaged. */
export const readManifest = async (folder: string): Promise<VoiceManifest> =>
  existsSync(manifestFile(folder)) ? VoiceManifest.parse(JSON.parse(await readFile(manifestFile(folder), 'utf8'))) : {}

const filesOf = async (folder: string): Promise<string[]> => {
  const lists = LANGS.filter((lang) => existsSync(join(folder, lang))).map(async (lang) =>
    (await readdir(join(folder, lang))).map((name) => `${lang}/${name}`),
  )
  return (await Promise.all(lists)).flat()
}

const withoutEnding = (file: string): string => file.replace(/\.\w+$/, '')

/** How many clips a run made, kept as they were, and left to the recordings of people. */
export type Made = { made: number; kept: number; recorded: number }

const hashOf = async (path: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex')

/** Files of a folder that an earlier run made and nobody changed since. */
const madeIn = async (folder: string, list: VoiceManifest): Promise<string[]> => {
  const isMade = async ({ file, sha256 }: Clip): Promise<boolean> =>
    existsSync(join(folder, file)) && (await hashOf(join(folder, file))) === sha256
  const listed = await Promise.all(Object.values(list).map(async (clip) => ((await isMade(clip)) ? [clip.file] : [])))
  return listed.flat()
}

/**
 * Makes the clips of these phrases in a voice folder and writes its list. What would sound the same is kept, and clips of an
 * earlier run that nobody says any more are removed. In an office's own folder (`own`) files that a person put there are
 * never touched; the folder that ships holds nothing else than clips. `version`: of the engine that `render` asks.
 */
export const makeClips = async (
  phrases: readonly Phrase[],
  version: string,
  { folder, own }: { folder: string; own: boolean },
  render: typeof renderClip = renderClip,
): Promise<Made> => {
  const before = await readManifest(folder)
  const files = await filesOf(folder)
  const ours = new Set(own ? await madeIn(folder, before) : files)
  const recordings = new Set(files.filter((file) => !ours.has(file)).map(withoutEnding))
  const clips = new Map<string, Clip>()
  const made: Made = { made: 0, kept: 0, recorded: 0 }

  const make = async (phrase: Phrase): Promise<void> => {
    const id = clipOf(phrase.lang, phrase.words)
    const known = before[id]
    if (recordings.has(id)) made.recorded += 1
    else if (
      known?.words === phrase.words &&
      known.engine === engineOf(phrase, version) &&
      existsSync(join(folder, known.file))
    ) {
      clips.set(id, known)
      made.kept += 1
    } else {
      clips.set(id, await render(phrase, version, folder))
      made.made += 1
    }
  }
  const waiting = [...phrases]
  const work = async (): Promise<void> => {
    for (let phrase = waiting.shift(); phrase !== undefined; phrase = waiting.shift()) await make(phrase)
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))

  const kept = new Set([...clips.values()].map(({ file }) => file))
  await Promise.all([...ours].filter((file) => !kept.has(file)).map((file) => rm(join(folder, file), { force: true })))
  await mkdir(folder, { recursive: true })
  const list = Object.fromEntries([...clips].sort(([a], [b]) => (a < b ? -1 : 1)))
  await writeFile(manifestFile(folder), `${JSON.stringify(list, null, 1)}\n`)
  return made
}
