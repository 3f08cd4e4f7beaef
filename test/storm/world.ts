import type { Answer } from '../../protocol/answers.ts'
import type { View } from '../../protocol/views.ts'
import { keepDays } from '../../server/days.ts'
import type { Journal } from '../../server/journal/journal.ts'
import type { OpenedOffice } from '../../server/office.ts'
import { keepTime } from '../../server/office-clock.ts'
import { type Draws, drawsOf } from '../../simulator/generate/draws.ts'
import { type Seen, seeView } from '../../ui/seen.ts'
import type { DiskSeams } from './disk.ts'
import { type VirtualTime, virtualTime } from './virtual-time.ts'

/** One thing that somebody asked for. Instants in virtual ms; `underWayMs`: the longest it took to reach the office. */
export type HistoryLine = {
  client: string
  op: string
  key: string
  invokedAt: number
  underWayMs: number
  returnedAt: number | null
  result: 'ok' | 'refused' | 'unknown'
  answer: Answer | null
}

/** A screen held against the server, both as text. `line`: why the screen is held to nothing, null when it is. */
export type Look = { client: string; at: number; shown: string; server: string }

/** One sheet that came out of a printer. */
export type Sheet = { slipId: string; ticketId: string; mark: 'original' | 'reprint'; at: number }

/**
 * Where a fault can be planted, by putting something else in the place of a port. All of them as they should be: `SOUND`.
 */
export type Seams = {
  disk: DiskSeams
  /** The journal as one life of the server gets it; `life` counts from 1. */
  journal: (journal: Journal, life: number, time: VirtualTime) => Journal
  door: (door: OpenedOffice) => OpenedOffice
  days: typeof keepDays
  time: typeof keepTime
  /** What a screen makes of a view that came. */
  show: (seen: Seen<View>, view: View) => Seen<View>
  /** A page keeps commands while its line is down and sends them later. */
  keepsCommands: boolean
  /** The server does not look at the age of a command. */
  takesOld: boolean
  /** A page makes a new id when it asks again. */
  newIdOnRetry: boolean
  /** A printer prints a doubtful paper again by itself. */
  printsAgain: boolean
}

/** The product as it is. */
export const SOUND: Seams = {
  disk: { syncs: true, tears: false, keepsAnswers: true, links: true },
  journal: (journal) => journal,
  door: (door) => door,
  days: keepDays,
  time: keepTime,
  show: seeView,
  keepsCommands: false,
  takesOld: false,
  newIdOnRetry: false,
  printsAgain: false,
}

/** What everything in one storm stands on. */
export type World = {
  seed: number
  seams: Seams
  time: VirtualTime
  history: HistoryLine[]
  looks: Look[]
  sheets: Sheet[]
  /** What went wrong outside of the history, as a sentence: a server that does not start, say. */
  troubles: string[]
  /** Chance of its own for each name. */
  draws(name: string): Draws
  /** An id that nobody else has, 22 characters. */
  newId(whose: string): string
  /** Whether one more thing may happen in this storm: what comes after its prefix does not. */
  mayGoOn(): boolean
  /** Everybody acts and everything fails no more, so that what is under way comes to its end. */
  calm: boolean
  /** Adds a sentence to the story, made only when it is told. */
  tell(who: string, what: () => string): void
}

/** A world before anything happened. `steps`: after so many things nothing happens any more; `onLine` hears the story. */
export const makeWorld = (options: {
  seed: number
  seams: Seams
  wallAt: number
  steps: number
  onLine?: ((atMs: number, who: string, what: string) => void) | undefined
}): World & { taken(): number } => {
  const { seed, seams, wallAt, steps, onLine } = options
  const time = virtualTime(wallAt)
  let made = 0
  let taken = 0
  const world = {
    ...{ seed, seams, time, history: [], looks: [], sheets: [], troubles: [], calm: false },
    draws: (name: string) => drawsOf('storm', seed, name),
    newId(whose: string) {
      made += 1
      return `${whose}-${String(made).padStart(21 - whose.length, '0')}`
    },
    mayGoOn() {
      if (world.calm || taken >= steps) return false
      taken += 1
      return true
    },
    taken: () => taken,
    tell(who: string, what: () => string) {
      if (onLine !== undefined) onLine(time.now(), who, what())
    },
  }
  return world
}
