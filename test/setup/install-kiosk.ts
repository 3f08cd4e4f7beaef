import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'

export const SETUP = fileURLToPath(new URL('../../kiosk/setup', import.meta.url))
export const TOKEN = 'aB3_-'.repeat(9).slice(0, 43)
export const ADDRESS = 'http://192.168.1.10:4100'
const USUAL = { address: ADDRESS, role: 'kiosk', place: '1', token: TOKEN, rotate: '90' }

const roots: string[] = []
afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true, force: true })
})

/** Runs the installer into a folder of its own; nothing of this machine is touched. */
export const install = (change: Record<string, string | null> = {}, into?: string) => {
  const root = into ?? mkdtempSync(join(tmpdir(), 'antrean-screen-'))
  roots.push(root)
  const values = Object.entries({ ...USUAL, ...change }).filter(([, value]) => value !== null)
  const words = values.flatMap(([name, value]) => [`--${name}`, value ?? ''])
  const ran = spawnSync('sh', [join(SETUP, 'install.sh'), '--dry-run', '--root', root, ...words], { encoding: 'utf8' })
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(root, path)).isFile(),
  )
  const read = (path: string) => readFileSync(join(root, path), 'utf8')
  return { ...ran, root, files: files.sort(), read }
}

export const POLICY = 'etc/chromium/policies/managed/antrean.json'
export const UNITS = 'etc/systemd/system'
export const AGENT = 'etc/antrean/agent.conf'
