import { z } from 'zod'
import { chooseReload } from './seen.ts'

const KEY = 'antrean-reloads'
const Reloads = z.array(z.number())

const readReloads = (): number[] => {
  const text = sessionStorage.getItem(KEY)
  if (text === null || !/^\[[\d,]*\]$/.test(text)) return []
  const parsed = Reloads.safeParse(JSON.parse(text))
  return parsed.success ? parsed.data : []
}

/**
 * Reloads the page when the server was updated under it. A page without `<meta name="build">` (development, tests) and
 * a place without a document stay as they are.
 */
export const reloadIfOutdated = (serverBuild: string): void => {
  if (typeof document === 'undefined') return
  const own = document.querySelector('meta[name="build"]')?.getAttribute('content') ?? null
  if (own === null || own === serverBuild) return
  const { reload, kept } = chooseReload(readReloads(), Date.now())
  if (!reload) return
  sessionStorage.setItem(KEY, JSON.stringify(kept))
  location.reload()
}
