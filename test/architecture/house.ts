import ts from 'typescript'
import { nodesOf, parse, type Source } from './sources.ts'

const LONGEST = 300

/** Files of more than 300 lines whose first comment does not say `Long because …`. */
export function tooLong(sources: readonly Source[]): string[] {
  return sources
    .filter(({ text }) => text.trimEnd().split('\n').length > LONGEST && !firstComment(text).includes('Long because'))
    .map(({ path }) => path)
}

const firstComment = (text: string): string => /^\s*(\/\*[\s\S]*?\*\/|(?:\/\/.*\n?)+)/.exec(text)?.[0] ?? ''

/** Every place where the type checker is told to look away: `any`, `@ts-expect-error` and `@ts-nocheck`. */
export function unchecked(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const tree = parse(source)
    const lineOf = (node: ts.Node) => tree.getLineAndCharacterOfPosition(node.getStart()).line + 1
    const anys = [...nodesOf(tree)].filter((node) => node.kind === ts.SyntaxKind.AnyKeyword)
    const silenced = [...source.text.matchAll(/^.*\/[/*]\s*@ts-(?:ignore|nocheck)/gm)]
    return [
      ...anys.map((node) => `${source.path}:${lineOf(node)} any`),
      ...silenced.map(() => `${source.path} silenced`),
    ]
  })
}

/**
 * Exports without a docstring, as `path: name`. Declarations of one name (overloads, a schema and the type made from
 * it) share theirs, a type made with `typeof` has that of its value, and `export … from` has it at home.
 */
export function undocumented(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const { statements } = parse(source)
    const hasDocs = (statement: ts.Statement) => ts.getJSDocCommentsAndTags(statement).length > 0
    const documented = new Set(statements.filter(hasDocs).flatMap(namesOf))
    const inherits = (statement: ts.Statement) =>
      ts.isTypeAliasDeclaration(statement) &&
      [...nodesOf(statement)].some((node) => ts.isTypeQueryNode(node) && documented.has(node.exprName.getText()))
    const bare = statements
      .filter((statement) => ts.canHaveModifiers(statement) && isExported(statement) && !inherits(statement))
      .flatMap(namesOf)
      .filter((name) => !documented.has(name))
    return [...new Set(bare)].map((name) => `${source.path}: ${name}`)
  })
}

const isExported = (node: ts.HasModifiers): boolean =>
  ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false

function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(({ name }) => name.getText())
  const named =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement)
  return named ? [statement.name?.text ?? 'default'] : []
}

/** The part of a lock file (version 3) that is looked at. Keys are places: `node_modules/a/node_modules/b`. */
export type Lock = { packages: Record<string, { version?: string; hasInstallScript?: boolean }> }

/** Every installed package of the lock, nested ones included: its name and version. */
export function packagesOf(lock: Lock): { name: string; version: string; hasInstallScript: boolean }[] {
  return Object.entries(lock.packages)
    .filter(([place]) => place !== '')
    .map(([place, { version = '0.0.0', hasInstallScript = false }]) => ({
      name: place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      hasInstallScript,
    }))
}

/** Packages that lie below their floor (`{ ws: '8.21.1' }`), as `name version`. */
export function belowFloor(lock: Lock, floors: Readonly<Record<string, string>>): string[] {
  return packagesOf(lock)
    .filter(({ name, version }) => floors[name] !== undefined && isOlder(version, floors[name]))
    .map(({ name, version }) => `${name} ${version}`)
}

/** Whether one version is older than another; a pre-release counts as older than its release. */
export function isOlder(version: string, floor: string): boolean {
  const [core = '', ...pre] = version.split('-')
  const [a, b] = [core, floor].map((text) => text.split('.').map(Number))
  for (const place of [0, 1, 2]) {
    const difference = (a?.[place] ?? 0) - (b?.[place] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return pre.length > 0
}
