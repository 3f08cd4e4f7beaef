import type { Result } from '../../protocol/answers.ts'
import type { Wish } from '../../protocol/commands.ts'
import type { Place, StaffNumber } from '../../protocol/ids.ts'
import type { AgendaReport } from '../../protocol/problem.ts'
import type { DeviceRole, Rank } from '../../protocol/roles.ts'
import type { IntegrationView } from '../../protocol/views.ts'

/** What came of asking: a value, or why not in words for the one who typed the command. */
export type Asked<T> = { status: 'done'; value: T } | { status: 'refused'; reason: string }

/** What the command line asks of an office, in this process or in the server that has its folder. */
export type OfficeDesk = {
  /** Where screens reach the office, an origin. */
  address: string
  /** Pairs a device; its token, shown once. */
  pair(role: DeviceRole, place: Place): Promise<Asked<string>>
  enterAgenda(file: Uint8Array, acceptGoodRows: boolean): Promise<Asked<AgendaReport>>
  /** Asks the Door for something as the console; why not, in the Door's code, when it is refused. */
  ask(wish: Wish): Promise<Asked<Result>>
  /** The day in figures, nobody in it. */
  figures(): Promise<Asked<IntegrationView>>
  /** Gives a member of staff a new PIN; six digits, shown once. Without `rank` a known one keeps theirs. */
  newPin(staff: StaffNumber, rank?: Rank): Promise<Asked<string>>
  close(): Promise<void>
}

/** An answer that came. */
export const done = <T>(value: T): Asked<T> => ({ status: 'done', value })
/** An answer that did not come, and why. */
export const refused = (reason: string): { status: 'refused'; reason: string } => ({ status: 'refused', reason })
