import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import type { AlbumState } from './album-state.ts'
import { GUIDE_PICTURES } from './guide-pictures.ts'

/** Folder of the album's pictures, where `npm run screens` wants one; undefined when only barriers are looked for. */
const folder = process.env.ANTREAN_ALBUM

/** A picture of the album as a page can show it. */
const dataOf = async (path: string): Promise<string> =>
  `data:image/png;base64,${(await readFile(path)).toString('base64')}`

/** Keeps the picture of a state as `<room>/<name>.png`, where an album is wanted. */
export const keepPicture = async (room: string, { name }: AlbumState, page: Page): Promise<void> => {
  if (!folder) return
  await mkdir(join(folder, room), { recursive: true })
  await page.screenshot({ path: join(folder, room, `${name}.png`), animations: 'disabled' })
}

/** Lays the pictures of a room on one sheet, `<room>.png` and `<room>.jpg`, each with its name, where an album is wanted. */
export const keepSheet = async (
  room: string,
  states: readonly AlbumState[],
  context: BrowserContext,
): Promise<void> => {
  if (!folder) return
  const figures = await Promise.all(
    states.map(async ({ name, size }) => {
      const data = await dataOf(join(folder, room, `${name}.png`))
      const width = size.width > size.height ? 384 : 216
      return `<figure><img width="${width}" src="${data}" alt="${name}"><figcaption>${name}</figcaption></figure>`
    }),
  )
  const page = await context.newPage()
  await page.setViewportSize({ width: 1600, height: 900 })
  await page.setContent(
    `<style>body{margin:16px;display:flex;flex-wrap:wrap;gap:16px;align-items:flex-start;font:14px sans-serif;background:#ddd}figure{margin:0}img{display:block;border:1px solid #888}</style>${figures.join('')}`,
  )
  await page.screenshot({ fullPage: true, path: join(folder, `${room}.png`) })
  await page.screenshot({ fullPage: true, path: join(folder, `${room}.jpg`), type: 'jpeg', quality: 72 })
  await page.close()
}

/** Keeps the pictures of the staff's guide that show this room, `guide/<file>.jpg`, where an album is wanted. */
export const keepGuide = async (room: string, context: BrowserContext): Promise<void> => {
  if (!folder) return
  const page = await context.newPage()
  for (const { file, state, width } of GUIDE_PICTURES.filter((picture) => picture.room === room)) {
    const data = await dataOf(join(folder, room, `${state}.png`))
    await page.setContent(`<img width="${width}" src="${data}" alt="${state}">`)
    const path = join(folder, 'guide', `${file}.jpg`)
    await page.getByRole('img').screenshot({ path, type: 'jpeg', quality: 46 })
  }
  await page.close()
}
