import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Express, RequestHandler } from 'express'
import { CLIP_ENDINGS, type Clip, ClipId, VoiceManifest } from '../../protocol/voice.ts'
import { sendNotFound } from './problems.ts'
import { makeSendNotAllowed } from './routes.ts'

/** Folders of clips: what ships with the product, and what the office put in its place, which need not be there. */
export type VoiceDirs = { shipped: string; own: string }

const KEPT_SEC = 365 * 24 * 3600
const FILE = new RegExp(`^([a-z0-9]+(?:-[a-z0-9]+)*)\\.(${CLIP_ENDINGS.join('|')})$`)
/** How much a file's ending is preferred, 0 the most; none at all comes last. */
const rankOf = (file = ''): number => {
  const at = CLIP_ENDINGS.findIndex((ending) => file.endsWith(`.${ending}`))
  return at < 0 ? CLIP_ENDINGS.length : at
}

/** The list of a folder, empty where there is none; a damaged one is as good as none, because the files speak for themselves. */
const readList = async (folder: string): Promise<VoiceManifest> => {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => null)
  if (text === null) return {}
  try {
    return VoiceManifest.parse(JSON.parse(text))
  } catch {
    return {}
  }
}

/** Content hashes by file, worked out again only when a file changed. */
const makeHashes = () => {
  const known = new Map<string, { stamp: string; sha256: string }>()
  return async (path: string): Promise<string> => {
    const { mtimeMs, size } = await stat(path)
    const stamp = `${mtimeMs} ${size}`
    const before = known.get(path)
    if (before?.stamp === stamp) return before.sha256
    const sha256 = createHash('sha256')
      .update(await readFile(path))
      .digest('hex')
    known.set(path, { stamp, sha256 })
    return sha256
  }
}

const namesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { withFileTypes: true }).catch(() => [])).filter((e) => e.isFile()).map(({ name }) => name)

/**
 * Adds the voice: `/voice/manifest.json` lists every clip, `/voice/<lang>/<file>` is one. The office's own files come first;
 * a recording takes the place of what a program said. A clip that is asked for with its content's hash (`?v=`) is kept for
 * a year, everything else not at all.
 */
export const addVoice = (app: Express, dirs: VoiceDirs): void => {
  const [shipped, own] = [resolve(dirs.shipped), resolve(dirs.own)]
  const hashOf = makeHashes()

  const listOwn = async (known: VoiceManifest): Promise<VoiceManifest> => {
    const made = await readList(own)
    const isMade = (id: string, file: string): boolean => made[id]?.file === file
    const found: Record<string, Clip> = {}
    for (const lang of ['id', 'en'])
      for (const name of await namesIn(join(own, lang))) {
        const [, slug = ''] = FILE.exec(name) ?? []
        const id = ClipId.safeParse(`${lang}/${slug}`).data
        if (id === undefined) continue
        const file = `${lang}/${name}`
        const rival = found[id]?.file
        const isBetter = rankOf(file) < rankOf(rival)
        if (rival !== undefined && !isMade(id, rival) && (isMade(id, file) || !isBetter)) continue
        // A file that is being replaced, or that the server may not read, is as good as none.
        const sha256 = await hashOf(join(own, file)).catch(() => null)
        if (sha256 === null) continue
        const asMade = made[id]
        found[id] =
          asMade?.sha256 === sha256
            ? asMade
            : {
                words: (asMade ?? known[id])?.words ?? slug.replaceAll('-', ' '),
                file,
                ms: null,
                sha256,
                engine: 'recording',
              }
      }
    return found
  }

  const sendList: RequestHandler = async (_request, response) => {
    const known = await readList(shipped)
    response.json({ ...known, ...(await listOwn(known)) })
  }

  const sendClip: RequestHandler = async (request, response, next) => {
    const { lang = '', name = '' } = request.params
    if (typeof lang !== 'string' || typeof name !== 'string' || !/^(?:id|en)$/.test(lang) || !FILE.test(name))
      return sendNotFound(request, response, next)
    const isOwn = (await namesIn(join(own, lang))).includes(name)
    const kept = typeof request.query.v === 'string'
    response.sendFile(`${lang}/${name}`, {
      root: isOwn ? own : shipped,
      cacheControl: false,
      lastModified: false,
      etag: false,
      ...(kept ? { headers: { 'Cache-Control': `public, max-age=${KEPT_SEC}, immutable` } } : {}),
    })
  }

  app.get('/voice/manifest.json', sendList)
  app.get('/voice/:lang/:name', sendClip)
  for (const path of ['/voice/manifest.json', '/voice/:lang/:name']) app.all(path, makeSendNotAllowed(['GET, HEAD']))
}
