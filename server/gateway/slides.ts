import { constants } from 'node:fs'
import { lstat, open, readdir } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { Express, RequestHandler } from 'express'
import { SLIDES_MAX, type Slide, type SlideList, SlideName } from '../../protocol/slides.ts'
import { sendNotFound } from './problems.ts'
import { makeSendNotAllowed } from './routes.ts'

/** The largest picture, bytes. */
export const SLIDE_MAX = 10 * 1024 * 1024
const KEPT_SEC = 24 * 3600

const TYPES: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
}
const byName = new Intl.Collator('id', { numeric: true })

const findSlide = async (folder: string, name: string): Promise<Slide[]> => {
  // A link could lead out of the folder, so it is no slide; nor is what went away meanwhile.
  const found = await lstat(join(folder, name)).catch(() => null)
  if (!found?.isFile() || found.size > SLIDE_MAX) return []
  return [{ name, version: `${Math.floor(found.mtimeMs).toString(36)}-${found.size.toString(36)}` }]
}

const listSlides = async (folder: string): Promise<SlideList> => {
  const names = (await readdir(folder).catch(() => [])).filter((name) => SlideName.safeParse(name).success)
  const found = await Promise.all(names.map((name) => findSlide(folder, name)))
  return found
    .flat()
    .sort((a, b) => byName.compare(a.name, b.name))
    .slice(0, SLIDES_MAX)
}

/** Bytes of a slide; null where there is none. */
const readSlide = async (folder: string, name: string): Promise<Buffer | null> => {
  if (!SlideName.safeParse(name).success || (await findSlide(folder, name)).length === 0) return null
  const file = await open(join(folder, name), constants.O_RDONLY | constants.O_NOFOLLOW).catch(() => null)
  if (file === null) return null
  try {
    return await file.readFile()
  } finally {
    await file.close()
  }
}

/**
 * Adds the office's own pictures: `/slides` lists the folder, `/slides/<name>` is one. The folder is read at each request, so a
 * picture is there as soon as it is put there. Open to everybody in the house, like the displays themselves.
 */
export const addSlides = (app: Express, folder: string): void => {
  const sendList: RequestHandler = async (_request, response) => {
    response.json(await listSlides(folder))
  }
  const sendSlide: RequestHandler = async (request, response, next) => {
    const { name } = request.params
    const bytes = typeof name === 'string' ? await readSlide(folder, name) : null
    if (bytes === null) return sendNotFound(request, response, next)
    response.setHeader('Content-Type', TYPES[extname(String(name)).toLowerCase()] ?? 'application/octet-stream')
    if (typeof request.query.v === 'string')
      response.setHeader('Cache-Control', `public, max-age=${KEPT_SEC}, immutable`)
    response.send(bytes)
  }
  app.get('/slides', sendList)
  app.get('/slides/:name', sendSlide)
  for (const path of ['/slides', '/slides/:name']) app.all(path, makeSendNotAllowed(['GET, HEAD']))
}
