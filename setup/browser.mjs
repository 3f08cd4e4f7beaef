/** Tools that tests need and npm does not bring: a Chromium, and small programs such as socat. */
import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from './ready.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const MAC = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
const CACHE = join(ROOT, '.cache')
/** Carries a browser inside its tarball; crashes with a fake camera, so it is only the spare. */
const SPARE = '@sparticuz/chromium'
const SPARE_VERSION = '153.0.0'

/**
 * Path of a Chromium: the one named by `ANTREAN_BROWSER`, an installed one, one installed now by apt, the spare from
 * npm. Null, after saying what to do, when there is none.
 */
export async function getBrowser() {
  const browser = process.env.ANTREAN_BROWSER || findBrowser() || (installed('chromium') && findBrowser())
  if (browser) return browser
  const spare = await getSpare()
  if (spare === null) {
    console.error('No browser: the end-to-end tests cannot run.')
    console.error('Install Chromium (Debian: apt-get install chromium) or set ANTREAN_BROWSER to the path of one.')
  }
  return spare
}

/** Path of a small program such as `socat`, installed by apt (from `aptPackage`) where that is allowed; null, after a line that says so. */
export function needTool(name, aptPackage = name) {
  const path = findProgram(name) ?? (installed(aptPackage) ? findProgram(name) : null)
  if (path === null) console.error(`${name} is missing: tests that need it are skipped. Install it to run them.`)
  return path
}

const findBrowser = () => NAMES.map(findProgram).find((path) => path !== null) ?? MAC.find(isProgram) ?? null

/** Path of a program on the PATH, null when there is none. */
export function findProgram(name) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.map((folder) => join(folder, name)).find(isProgram) ?? null
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Asks apt for a package, as root or with a sudo that does not ask back. */
function installed(name) {
  if (findProgram('apt-get') === null) return false
  const root = process.getuid?.() === 0
  if (!root && spawnSync('sudo', ['-n', 'true']).status !== 0) return false
  console.error(`${name} is missing: asking apt for it …`)
  const apt = (...args) => {
    const [program, ...rest] = [...(root ? [] : ['sudo', '-n']), 'apt-get', ...args]
    return spawnSync(program, rest, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
  }
  return apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', name)
}

async function getSpare() {
  const entry = join(CACHE, 'node_modules', SPARE, 'build/index.js')
  if (!isReadable(entry)) {
    console.error(`No Chromium on this machine: fetching ${SPARE} as a spare …`)
    const args = ['install', '--no-save', '--ignore-scripts', '--engine-strict=false', '--prefix', CACHE]
    const { status } = spawnSync('npm', [...args, '--loglevel=error', `${SPARE}@${SPARE_VERSION}`], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    if (status !== 0) return null
  }
  const { default: spare } = await import(pathToFileURL(entry).href)
  return await spare.executablePath()
}

function isReadable(path) {
  try {
    accessSync(path, constants.R_OK)
    return true
  } catch {
    return false
  }
}
