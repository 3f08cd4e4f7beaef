import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { writeDurably } from '../config/durable-file.ts'
import { DayStamp } from '../protocol/ids.ts'

/** What marks a folder as made by a demonstration: the last day that was played in it. */
const Mark = z.object({ madeBy: z.literal('npm run demo'), lastDay: DayStamp })

const markFile = (folder: string): string => join(folder, 'demo.json')

/** A folder that a demonstration must not touch: it holds something, and no demonstration made it. */
export class NotADemoFolder extends Error {
  constructor(folder: string) {
    super(`${folder} was not made by a demonstration, so nothing is played in it: name an empty folder, or none`)
    this.name = 'NotADemoFolder'
  }
}

/** The folder that a demonstration plays in. `lastDay` null: none was played in it yet. */
export type DemoFolder = {
  dataDir: string
  lastDay: string | null
  /** Notes the day that is played now; before anything else is written. */
  mark(day: string): Promise<void>
  /** Gives it back: a folder of its own is removed, a named one stays. */
  leave(): Promise<void>
}

const lastDayIn = (folder: string): string | null => {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return null
  const mark = existsSync(markFile(folder)) ? Mark.safeParse(JSON.parse(readFileSync(markFile(folder), 'utf8'))) : null
  if (mark?.data === undefined) throw new NotADemoFolder(folder)
  return mark.data.lastDay
}

/**
 * The folder `named`, or a new one of its own among the machine's temporary files. Throws `NotADemoFolder` where `named`
 * holds anything that no demonstration wrote: an office's own data are never played with by accident.
 */
export const openDemoFolder = async (named: string | undefined): Promise<DemoFolder> => {
  const isOwn = named === undefined || named === ''
  const dataDir = isOwn ? await mkdtemp(join(tmpdir(), 'antrean-demo-')) : named
  const lastDay = isOwn ? null : lastDayIn(dataDir)
  return {
    dataDir,
    lastDay,
    async mark(day) {
      await mkdir(dataDir, { recursive: true, mode: 0o700 })
      await writeDurably(markFile(dataDir), JSON.stringify({ madeBy: 'npm run demo', lastDay: day }))
    },
    async leave() {
      if (isOwn) await rm(dataDir, { recursive: true, force: true })
    },
  }
}
