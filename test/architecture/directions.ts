import ts from 'typescript'
import { PURE, ROOMS } from './rooms.ts'
import { type Import, importsOf, nodesOf, parse, type Source } from './sources.ts'

/** The room a path lies in: the longest row of the table that it starts with, null outside of all. */
export function roomOf(path: string): string | null {
  const rows = Object.keys(ROOMS).filter((row) => isWithin(path, row))
  return rows.sort((a, b) => b.length - a.length)[0] ?? null
}

/** Every import of these sources that goes against the table, as `from → target`. */
export function wrongDirections(sources: readonly Source[]): string[] {
  return sources.flatMap(importsOf).filter(isWrong).map(arrow)
}

function isWrong(imported: Import): boolean {
  const room = roomOf(imported.from)
  const rules = room === null ? undefined : ROOMS[room]
  if (rules === undefined) return true
  const { target, relative, typeOnly } = imported
  if (target.startsWith('node:')) return !rules.world
  if (!relative) return !rules.packages.some((name) => isWithin(target, name))
  const targetRoom = roomOf(target)
  if (targetRoom === room) return false
  const allowed = [...rules.rooms, ...(typeOnly ? (rules.types ?? []) : [])]
  // A row names a whole room or one file of it, never the composers that happen to lie below it.
  return !allowed.some((name) => targetRoom === name || target === name)
}

/** Every use, in the pure rooms, of what makes two runs differ, as `path: name`. */
export function impurities(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => PURE.some((room) => isWithin(path, room)))
    .flatMap((source) =>
      [...nodesOf(parse(source))].flatMap((node) => impurityOf(node).map((name) => `${source.path}: ${name}`)),
    )
}

const WORLD = new Set(['Date', 'performance', 'crypto', 'process', 'fetch', 'console', 'globalThis'])
const TIMERS = new Set(['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'])

function impurityOf(node: ts.Node): string[] {
  if (ts.isAwaitExpression(node)) return ['await']
  if (node.kind === ts.SyntaxKind.AsyncKeyword) return ['async']
  if (!ts.isIdentifier(node) || isOwnName(node)) return []
  if (WORLD.has(node.text) || TIMERS.has(node.text)) return [node.text]
  const { parent } = node
  return node.text === 'Math' && ts.isPropertyAccessExpression(parent) && parent.name.text === 'random'
    ? ['Math.random']
    : []
}

/** Whether an identifier is a name of our own (`view.process`, `{ process: … }`) and not the global of that name. */
function isOwnName(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node
  return (
    (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isMethodSignature(parent)) &&
    parent.name === node
  )
}

/** Every ring of imports, types included, as `a → b → a`; each ring once. */
export function cycles(sources: readonly Source[]): string[] {
  const graph = new Map(
    sources.map((source) => [
      source.path,
      importsOf(source)
        .filter((i) => i.relative)
        .map((i) => i.target),
    ]),
  )
  const done = new Set<string>()
  const rings: string[] = []
  const visit = (path: string, trail: string[]) => {
    const at = trail.indexOf(path)
    if (at >= 0) rings.push([...trail.slice(at), path].join(' → '))
    if (at >= 0 || done.has(path)) return
    for (const target of graph.get(path) ?? []) visit(target, [...trail, path])
    done.add(path)
  }
  for (const path of graph.keys()) visit(path, [])
  return rings
}

const isWithin = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`)
const arrow = ({ from, target, typeOnly }: Import): string => `${from} → ${target}${typeOnly ? ' (type)' : ''}`
