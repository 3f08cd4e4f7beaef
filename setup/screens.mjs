/**
 * `npm run screens`: the album, a picture of every state of every screen in `album/` and a sheet for each room in
 * `docs/screens/`. A name behind it (`npm run screens -- display`) rebuilds that room alone.
 */
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs'
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
const rooms = room === undefined ? ['kiosk', 'display', 'counter', 'phone'] : [room]
const files = rooms.map((each) => `test/album/${each}.test.ts`)
process.on('exit', () => {
  mkdirSync(sheets, { recursive: true })
  for (const file of readdirSync(album)) if (file.endsWith('.jpg')) copyFileSync(join(album, file), join(sheets, file))
})
runNode([fileOf('node_modules/vitest/vitest.mjs'), 'run', '--project', 'album', ...files])
