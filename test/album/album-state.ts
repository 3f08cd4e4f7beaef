import type { Page } from 'playwright-core'
import type { Answer } from '../../protocol/answers.ts'
import type { View } from '../../protocol/views.ts'
import type { Line, Stage } from './stage.ts'

/** An answer of the desk's server: a value, or a problem with its status; null: none comes. */
export type DeskAnswer = { status: number; body: unknown } | null

/** What a state can do with its page. */
export type Scene = { page: Page; stage: Stage; line: Line }

/**
 * One picture of the album: a state that somebody can meet. It is also held against axe, so the list is the proof that no
 * state has a barrier.
 */
export type AlbumState = {
  /** In kebab-case, unique within its room: the name of the file. */
  name: string
  /** Address of the page. */
  path: string
  /** CSS pixels of the machine. */
  size: { width: number; height: number }
  /** What the office shows; null: it has not answered yet. */
  view: View | null
  /** The supervisor's desk: what the server answers, by the address behind `/api/desk`; without its query. */
  desk?: Readonly<Record<string, DeskAnswer>>
  /** The hub's page: what its server answers, by the address behind `/api/hub`; without its query. */
  hub?: Readonly<Record<string, DeskAnswer>>
  /** What it answers to every command; taken when absent, null: never. */
  answer?: Answer | null
  /** What is done to the machine before the page opens: a camera plugged in, pictures in the office's folder. */
  prepare?: (page: Page) => Promise<unknown>
  /** What a person, or fate, does before the picture is taken; the first view is on the screen. */
  act?: (scene: Scene) => Promise<void>
  /** The page's clock stands and is moved with `page.clock` (screens that wait). */
  clock?: true
  /** Text must reach 7:1 (the contrast mode). */
  strong?: true
}
