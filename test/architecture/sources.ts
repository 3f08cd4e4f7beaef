import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/** The checkout, absolute. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** The rooms of the product; tests and set-up scripts stand outside of them. */
export const FOLDERS = [
  ...['protocol', 'config', 'server', 'line', 'printer', 'scanner', 'agent', 'simulator', 'demo', 'assurance'],
  ...['kiosk', 'display', 'counter', 'supervisor', 'hub', 'tracker', 'survey', 'welcome', 'ui', 'voice'],
]

/** A file of the checkout: its path from the root and its text. */
export type Source = { path: string; text: string }

/** Every file below these folders whose name ends in one of `endings`, in the order of their paths. */
export function readSources(folders: readonly string[], endings: RegExp): Source[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((p) => `${folder}/${p}`),
    )
    .filter((path) => endings.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }))
}

/** The syntax tree of a TypeScript source, with parents set. */
export function parse(source: Source): ts.SourceFile {
  return ts.createSourceFile(source.path, source.text, ts.ScriptTarget.ES2023, true)
}

/** Every node of a tree, parents before children. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node
  for (const child of childrenOf(node)) yield* nodesOf(child)
}

function childrenOf(node: ts.Node): ts.Node[] {
  const children: ts.Node[] = []
  ts.forEachChild(node, (child) => {
    children.push(child)
  })
  return children
}

/**
 * One import or re-export. `target`: a path from the root for a relative one, else the specifier as it stands
 * (`zod`, `node:fs`). `typeOnly`: gone after compilation.
 */
export type Import = { from: string; target: string; relative: boolean; typeOnly: boolean }

/** All imports of a source: `import`, `export … from` and `import()`, also in types. */
export function importsOf(source: Source): Import[] {
  const found: Import[] = []
  const add = (specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return
    const relative = specifier.text.startsWith('.')
    const target = relative ? join(dirname(source.path), specifier.text) : specifier.text
    found.push({ from: source.path, target, relative, typeOnly })
  }
  for (const node of nodesOf(parse(source))) {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node.importClause))
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly)
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true)
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false)
  }
  return found
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true
  const named = clause.namedBindings
  if (clause.name !== undefined || named === undefined || !ts.isNamedImports(named)) return false
  return named.elements.length > 0 && named.elements.every((element) => element.isTypeOnly)
}
