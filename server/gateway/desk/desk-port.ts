import type { DeskOverview } from '../../../protocol/desk/desk.ts'
import type { Sender } from '../../../protocol/roles.ts'

/** What every page of the desk needs of the office. */
export type DeskPort = {
  /** Whose office this is, for this supervisor. */
  overview(sender: Sender): DeskOverview
}
