/**
 * `npm run screens`: the album, a picture of every state of every screen in `album/`, a sheet for each room in
 * `docs/screens/`, and the pictures of the guides in `docs/guide/`. A name behind it (`npm run screens -- display`)
 * rebuilds that room alone.
 */
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { getBrowser } from './browser.mjs'
import { fileOf, runNode } from './program.mjs'
import { makeReady, ROOT } from './ready.mjs'

const [room] = process.argv.slice(2)
const album = join(ROOT, 'album')
const sheets = join(ROOT, 'docs/screens')
const browser = await getBrowser()
if (browser === null || !makeReady({ build: true })) process.exit(1)
Object.assign(process.env, { ANTREAN_BROWSER: browser, ANTREAN_ALBUM: album })
const DESK = ['floor', 'bookings', 'office', 'figures', 'survey'].map((page) => `supervisor-${page}`)
const rooms = room === undefined ? ['kiosk', 'display', 'counter', 'phone', 'survey', 'hub', ...DESK] : [room]
const files = rooms.map((each) => `test/album/${each}.test.ts`)
process.on('exit', () => {
  mkdirSync(sheets, { recursive: true })
  for (const file of readdirSync(album)) if (file.endsWith('.jpg')) copyFileSync(join(album, file), join(sheets, file))
  const guide = join(album, 'guide')
  if (existsSync(guide)) cpSync(guide, join(ROOT, 'docs/guide'), { recursive: true })
})
runNode([fileOf('node_modules/vitest/vitest.mjs'), 'run', '--project', 'album', ...files])
