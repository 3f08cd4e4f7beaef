import type { Judged, Standing } from './judge.ts'
import type { Result } from './results.ts'

const WORDS: Record<Standing, string> = { shown: 'shown', failed: '**FAILED**', 'by-hand': 'by hand', open: '**open**' }

const unique = <T>(list: readonly T[]): T[] => [...new Set(list)]
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

/** The tests of a row, by their files: one test by its name, more by their number. */
const testsOf = (results: readonly Result[]): string =>
  unique(results.map(({ file }) => file))
    .map((file) => {
      const own = results.filter((result) => result.file === file)
      return own.length === 1 ? `\`${file}\`: ${own[0]?.name ?? ''}` : `\`${file}\`: ${own.length} tests`
    })
    .join('<br>')

const figuresOf = (results: readonly Result[]): string =>
  unique(results.flatMap(({ figure }) => (figure === null ? [] : [figure]))).join('<br>')

const rowLine = ({ row, standing, results }: Judged): string =>
  `| ${[row.id, row.priority, row.says, WORDS[standing], testsOf(results), figuresOf(results)].map(cell).join(' | ')} |`

const drillOf = ({ row }: Judged): string[] =>
  row.drill === undefined
    ? []
    : [`- **${row.id}** ${row.says} ${row.drill.why}`, ...row.drill.steps.map((step, i) => `  ${i + 1}. ${step}`)]

/** How many rows stand how, in one sentence. */
export const summary = (judged: readonly Judged[]): string => {
  const count = (standing: Standing): number => judged.filter((one) => one.standing === standing).length
  return `${judged.length} rows: ${count('shown')} shown, ${count('failed')} failed, ${count('by-hand')} by hand, ${count('open')} open`
}

/** How many bad inputs the tests tried together. */
export const badInputs = (judged: readonly Judged[]): number =>
  unique(judged.flatMap(({ results }) => results)).reduce((sum, { inputs }) => sum + inputs, 0)

/** The page of the assurance, in Markdown. `ranOn`: when and on what it ran. */
export const pageOf = (judged: readonly Judged[], ranOn: string): string =>
  [
    '# What is promised, and how it is shown',
    '',
    `Written by \`npm run assurance\`, ${ranOn}. ${summary(judged)}. Bad inputs tried: ${badInputs(judged).toLocaleString('en')}.`,
    'A row is shown by the tests that carry its id as a tag; *by hand* means that a person must look, as written at the end.',
    '',
    '| Row | | Promise | State | Tests | Measured |',
    '|---|---|---|---|---|---|',
    ...judged.map(rowLine),
    '',
    '## By hand',
    '',
    ...judged.flatMap(drillOf),
    '',
  ].join('\n')
