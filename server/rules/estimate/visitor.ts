import type { LaneLetter, Slug } from '../../../protocol/ids.ts'
import type { Waiting } from '../dispatch.ts'

/** Somebody in a run of the roll-forward: what a ticket is there. Times are whole ms since the estimate's instant. */
export type Visitor = Waiting & {
  stage: Slug
  service: Slug
  letter: LaneLetter
  priority: boolean
  /** h of the turn key, signed. */
  shift: number
  party: string | null
  /** Came back to this stage with papers. */
  back: boolean
  misses: number
  /** Place among those who are asked about, −1 for all others. */
  place: number
}

/** Somebody who is going to wait from `at` on. */
export type Coming = { at: number; visitor: Visitor }
