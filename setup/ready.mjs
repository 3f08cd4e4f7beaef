/** Brings a checkout to where it can run: the locked dependencies, and what is built from the sources. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hashOf, nodeTrouble, readStamp } from './checks.mjs'

/** The checkout, absolute. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url))

const LOCK = ['package-lock.json']
/** What the build reads; when any of it changes, it is built anew. */
export const SOURCES = [
  ...['protocol', 'config', 'server', 'line', 'printer', 'scanner', 'agent', 'simulator', 'demo', 'ui', 'voice'],
  ...['kiosk', 'display', 'counter', 'supervisor', 'hub', 'tracker', 'survey', 'welcome'],
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'],
]

/**
 * Installs and builds what is missing or stale. A stamp (a hash of what was read) is written last, so an interrupted
 * step is done again. With `quiet` every message goes to stderr. False, after saying why, when this Node or a step fails.
 */
export function makeReady({ build, quiet = false }) {
  const tell = quiet ? console.error : console.log
  const trouble = nodeTrouble(process.versions.node)
  if (trouble !== null) {
    console.error(trouble)
    return false
  }

  const step = (title, stampFile, paths, commands) => {
    const stamp = join(ROOT, stampFile)
    const hash = hashOf(ROOT, paths)
    if (readStamp(stamp) === hash) return true
    const startedAt = performance.now()
    tell(`${title} …`)
    rmSync(stamp, { force: true })
    for (const [program, ...args] of commands(hash)) {
      const { status } = spawnSync(program, args, { cwd: ROOT, stdio: ['ignore', quiet ? 2 : 'inherit', 'inherit'] })
      if (status === 0) continue
      console.error(`This failed: ${program} ${args.join(' ')}`)
      return false
    }
    mkdirSync(join(stamp, '..'), { recursive: true })
    writeFileSync(stamp, hash)
    tell(`… done in ${secondsSince(startedAt)}`)
    return true
  }

  // Types, tests and the build need the development dependencies also where NODE_ENV says production.
  const ci = ['npm', 'ci', '--include=dev', '--loglevel=error']
  if (!step('Installing the locked dependencies', 'node_modules/.antrean-lock', LOCK, () => [ci])) return false
  if (!build) return true
  return step('Building server and screens', 'dist/.antrean-sources', SOURCES, (hash) => {
    // The pages say which build they are, so that they notice when the server has become another one.
    process.env.ANTREAN_BUILD = hash.slice(0, 12)
    rmSync(join(ROOT, 'dist'), { recursive: true, force: true })
    // The compiler carries code only; the example office, the voice and the printers' models are read from beside it.
    cpSync(join(ROOT, 'config/offices'), join(ROOT, 'dist/config/offices'), { recursive: true })
    cpSync(join(ROOT, 'voice/clips'), join(ROOT, 'dist/voice/clips'), { recursive: true })
    cpSync(join(ROOT, 'printer/models'), join(ROOT, 'dist/printer/models'), { recursive: true })
    return [
      [process.execPath, 'node_modules/typescript/bin/tsc', '-p', 'server/tsconfig.json'],
      [process.execPath, 'node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'],
    ]
  })
}

/** `12.3 s`, from an instant of `performance.now()`. */
export function secondsSince(startedAt) {
  return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`
}
