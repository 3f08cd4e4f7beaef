import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { TakenFile } from '../../protocol/desk/bookings.ts'
import { AgendaReport } from '../../protocol/problem.ts'
import { TAKEN_FOLDERS } from './watch-folder.ts'

const REPORT = '.laporan.json'

const isGone = (trouble: unknown): boolean =>
  trouble instanceof Error && 'code' in trouble && typeof trouble.code === 'string'

const readReport = async (folder: string, name: string): Promise<TakenFile | null> => {
  try {
    const file = join(folder, name)
    const [{ mtimeMs }, text] = await Promise.all([stat(file), readFile(file, 'utf8')])
    const { bad, ...report } = AgendaReport.parse(JSON.parse(text))
    const badLines = new Set(bad.map(({ line }) => line)).size
    return { ...report, name: name.slice(0, -REPORT.length), at: Math.round(mtimeMs), badLines }
  } catch {
    // Moved, cut off or written by somebody else: it is not one of the reports.
    return null
  }
}

/** The files that the drop folder took last, newest first, with what became of them. A folder that is not there has none. */
export const takenFiles = async (inbox: string, most: number): Promise<TakenFile[]> => {
  const found = await Promise.all(
    TAKEN_FOLDERS.map(async (where) => {
      const folder = join(inbox, where)
      try {
        const names = (await readdir(folder)).filter((name) => name.endsWith(REPORT))
        return await Promise.all(names.map((name) => readReport(folder, name)))
      } catch (trouble) {
        if (isGone(trouble)) return []
        throw trouble
      }
    }),
  )
  return found
    .flat()
    .flatMap((file) => file ?? [])
    .sort((a, b) => b.at - a.at)
    .slice(0, most)
}
