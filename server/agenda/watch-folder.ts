import { lstat, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join, parse } from 'node:path'
import type { AgendaReport } from '../../protocol/problem.ts'
import { FILE_MAX_MB } from './read-sheet.ts'
import { REASONS } from './reasons.ts'
import { reportPrint } from './report-print.ts'

const WHERE = { entered: 'done', 'set-aside': 'set-aside' } as const
/** Where files go that were taken. */
export const TAKEN_FOLDERS = Object.values(WHERE)

/** What the inbox tells about itself, counts and never contents; pino's logger fits. */
export type InboxLog = {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
}

type Inbox = {
  folder: string
  /** Brings a file into the office; rejects for a fault alone. */
  importFile: (bytes: Uint8Array) => Promise<AgendaReport>
  log: InboxLog
}

const troubleCode = (trouble: unknown): string | null =>
  trouble instanceof Error && 'code' in trouble && typeof trouble.code === 'string' ? trouble.code : null

const isAgendaName = (name: string): boolean => /^[^.~].*\.(?:csv|xlsx)$/i.test(name)

/** Size and time of a plain file, null when it is something else or gone. Links are not followed. */
const readMark = async (file: string): Promise<{ mark: string; size: number } | null> => {
  try {
    const stats = await lstat(file)
    if (!stats.isFile()) return null
    return { mark: `${stats.ino} ${stats.size} ${stats.mtimeMs}`, size: stats.size }
  } catch (trouble) {
    if (troubleCode(trouble) === 'ENOENT') return null
    throw trouble
  }
}

const setAside = (reason: string): AgendaReport => ({
  status: 'set-aside',
  good: 0,
  bad: [{ line: 1, column: '', reason }],
  added: 0,
  changed: 0,
  unchanged: 0,
})

/**
 * The drop folder for agenda files. `look` goes through it once: a `*.csv` or `*.xlsx` that has not changed since the look before
 * is brought in and moved to `done/` or `set-aside/`, with `<name>.laporan.json` and `<name>.laporan.txt` beside it; the
 * retention deletes them there.
 * Trouble of the folder (a share that is gone, no permission) is logged once and tried again at the next look.
 */
export const openInbox = ({ folder, importFile, log }: Inbox): { look(): Promise<void> } => {
  /** Marks of the look before. */
  let seen = new Map<string, string>()
  /** Files that entered but could not be moved away yet: they are not entered again. */
  const entered = new Map<string, { mark: string; report: AgendaReport }>()
  const troubles: string[] = []
  let isInTrouble = false

  const freeName = async (where: string, name: string): Promise<string> => {
    const { name: stem, ext } = parse(name)
    const there = new Set(await readdir(where))
    const isFree = (candidate: string) => !there.has(candidate) && !there.has(`${candidate}.laporan.json`)
    for (let n = 1; ; n += 1) {
      const candidate = n === 1 ? name : `${stem}-${n}${ext}`
      if (isFree(candidate)) return candidate
    }
  }

  const putAway = async (name: string, report: AgendaReport): Promise<void> => {
    const where = join(folder, WHERE[report.status])
    const kept = await freeName(where, name)
    await rename(join(folder, name), join(where, kept))
    await writeFile(join(where, `${kept}.laporan.json`), `${JSON.stringify(report, null, 2)}\n`)
    await writeFile(join(where, `${kept}.laporan.txt`), reportPrint(name, report))
  }

  /** A file's bytes, null when a slow copy went on while we read: half of it must not enter. */
  const readWhole = async (name: string, mark: string): Promise<Uint8Array | null> => {
    const bytes = await readFile(join(folder, name))
    return (await readMark(join(folder, name)))?.mark === mark ? bytes : null
  }

  /** Goes on after trouble with a file or the folder. The office's own faults happen outside, and crash. */
  const attempt = async <T>(work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work()
    } catch (trouble) {
      const code = troubleCode(trouble)
      if (code === null) throw trouble
      if (code !== 'ENOENT') troubles.push(code)
      return null
    }
  }

  const bringIn = async (name: string, mark: string, size: number): Promise<AgendaReport | null> => {
    const isTooLarge = size > FILE_MAX_MB * 1024 * 1024
    const bytes = isTooLarge ? new Uint8Array() : await attempt(() => readWhole(name, mark))
    if (bytes === null) return null
    const report = isTooLarge ? setAside(REASONS.tooLarge(FILE_MAX_MB)) : await importFile(bytes)
    const { status, good, added, changed, unchanged, bad } = report
    log.info({ status, good, added, changed, unchanged, bad: bad.length }, 'an agenda file was taken')
    return report
  }

  const take = async (name: string, mark: string, size: number): Promise<void> => {
    const before = entered.get(name)
    const report = before?.mark === mark ? before.report : await bringIn(name, mark, size)
    if (report === null) return
    entered.set(name, { mark, report })
    await attempt(async () => {
      await putAway(name, report)
      entered.delete(name)
    })
  }

  const listAgendas = async (): Promise<string[]> => {
    for (const where of TAKEN_FOLDERS) await mkdir(join(folder, where), { recursive: true })
    return (await readdir(folder)).filter(isAgendaName).sort()
  }

  return {
    async look() {
      const before = seen
      seen = new Map()
      troubles.length = 0
      for (const name of (await attempt(listAgendas)) ?? []) {
        const found = await attempt(() => readMark(join(folder, name)))
        if (found === null) continue
        seen.set(name, found.mark)
        if (before.get(name) === found.mark) await take(name, found.mark, found.size)
      }
      if (troubles.length > 0 && !isInTrouble) log.warn({ troubles: [...troubles] }, 'the agenda inbox is in trouble')
      isInTrouble = troubles.length > 0
    },
  }
}

/** Looks into the drop folder every `everyMs`, never twice at the same time. `stop` resolves when nothing runs any more. */
export const watchFolder = ({ everyMs, ...inbox }: Inbox & { everyMs: number }): { stop(): Promise<void> } => {
  const { look } = openInbox(inbox)
  let running: Promise<void> = Promise.resolve()
  let isBusy = false
  const timer = setInterval(() => {
    if (isBusy) return
    isBusy = true
    running = look().finally(() => {
      isBusy = false
    })
  }, everyMs)
  timer.unref()
  return {
    stop() {
      clearInterval(timer)
      return running
    },
  }
}
