/** How one test went. `tags`: the rows it shows; `figure`: what it measured, null where it measured nothing. */
export type Result = {
  /** From the checkout's root. */
  file: string
  name: string
  tags: readonly string[]
  status: 'passed' | 'failed' | 'left-out'
  figure: string | null
  /** How many bad inputs it tried, 0 where it tried none. */
  inputs: number
}

/** The part that is read of a test's entry in vitest's JSON report. */
export type ReportedTest = {
  fullName: string
  status: string
  tags?: readonly string[]
  meta?: { figure?: string; inputs?: number }
}

/** The part that is read of vitest's JSON report. */
export type Report = { testResults: readonly { name: string; assertionResults: readonly ReportedTest[] }[] }

const STATUS: Record<string, Result['status']> = { passed: 'passed', failed: 'failed' }

/** The tests of a report that show a row. `root`: the checkout, with a slash at its end. */
export const readReport = ({ testResults }: Report, root: string): Result[] =>
  testResults.flatMap(({ name: file, assertionResults }) =>
    assertionResults
      .filter(({ tags = [] }) => tags.length > 0)
      .map(({ fullName, status, tags = [], meta = {} }) => ({
        file: file.startsWith(root) ? file.slice(root.length) : file,
        name: fullName,
        tags,
        status: STATUS[status] ?? 'left-out',
        figure: meta.figure ?? null,
        inputs: meta.inputs ?? 0,
      })),
  )
