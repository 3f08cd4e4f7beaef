import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { kB } from './figures.ts'

/** The built screens; the tracker is the phone's. */
export const SCREENS = ['kiosk', 'display', 'counter', 'supervisor', 'hub', 'tracker', 'survey', 'welcome'] as const

/** Script that a screen may bring, compressed, in bytes; the camera's WebAssembly does not count. */
export const SCRIPT_MOST = 150_000

/** Scripts by their names, and what all of them weigh together, bytes: as files, and each compressed by gzip. */
export type Scripts = { names: string[]; raw: number; gzip: number }

/** What a page brings: named in its HTML, loaded with it, and what it fetches only when it is asked for (the camera). */
export type PageWeight = { named: string[]; first: Scripts; later: Scripts }

/** Bundled imports stand without a space, so `from"./a.js"` and `import"./a.js"`; `import("./a.js")` is a later one. */
const STATIC = /\b(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g
const DYNAMIC = /\bimport\s*\(\s*["'`]\.\/([\w.-]+\.js)["'`]/g
const IN_HTML = /"\/assets\/([\w.-]+\.js)"/g

const builtFile = (path: string): Buffer =>
  readFileSync(fileURLToPath(new URL(`../../dist/screens/${path}`, import.meta.url)))
const textOf = (name: string): string => builtFile(`assets/${name}`).toString()
const namesIn = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, name = '']) => name)

/** These scripts and all that they cannot run without. */
const closureOf = (entries: readonly string[]): Set<string> => {
  const found = new Set(entries)
  // A set is walked to its end, also where that moves on.
  for (const name of found) for (const imported of namesIn(textOf(name), STATIC)) found.add(imported)
  return found
}

const weigh = (names: readonly string[]): Scripts => {
  const files = names.map((name) => builtFile(`assets/${name}`))
  const sum = (bytes: (file: Buffer) => number): number => files.reduce((all, file) => all + bytes(file), 0)
  return { names: [...names], raw: sum((file) => file.length), gzip: sum((file) => gzipSync(file).length) }
}

/** Weighs the scripts of a built screen; throws when it is not built. */
export const weighPage = (screen: string): PageWeight => {
  const named = namesIn(builtFile(`${screen}/index.html`).toString(), IN_HTML)
  const first = closureOf(named.slice(0, 1))
  const later = closureOf([...first].flatMap((name) => namesIn(textOf(name), DYNAMIC)))
  return { named, first: weigh([...first]), later: weigh([...later].filter((name) => !first.has(name))) }
}

/** What a screen's scripts weigh, beside what they may, one line. */
export const weightPrint = (screen: string, { first, later }: PageWeight): string => {
  const more = later.gzip === 0 ? '' : `, and ${kB(later.gzip)} when asked for`
  const verdict = first.gzip + later.gzip <= SCRIPT_MOST ? 'reached' : 'MISSED'
  return `${`${screen}: scripts by gzip`.padEnd(46)}${kB(first.gzip).padStart(12)} of ${kB(first.raw)}${more}   at most ${kB(SCRIPT_MOST)}: ${verdict}`
}
