/** A PostgreSQL for the tests: its programs, which start private clusters of their own. */
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findProgram, needTool } from './browser.mjs'

const DEBIAN = '/usr/lib/postgresql'

/** Folder of `initdb` and `postgres`, the newest one that is installed; null when there is none. */
function findPostgres() {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : []
  const installed = versions.map((version) => join(DEBIAN, version, 'bin'))
  const onPath = findProgram('postgres')
  const found = [...installed, ...(onPath === null ? [] : [dirname(onPath)])]
  return found.find((folder) => existsSync(join(folder, 'initdb'))) ?? null
}

/** Installs it by apt where it is missing and that is allowed, and names it to the tests. Says loudly what is left out without it. */
export function needPostgres() {
  if (findPostgres() === null) needTool('postgres', 'postgresql')
  const folder = findPostgres()
  if (folder === null)
    return console.error(
      'PostgreSQL is missing: the journal on PostgreSQL and offices of several servers are NOT tested.',
    )
  process.env.ANTREAN_POSTGRES = folder
}
