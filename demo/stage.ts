import type { Answer } from '../protocol/answers.ts'
import type { Wish } from '../protocol/commands.ts'
import type { Door } from '../protocol/door.ts'
import type { DayStamp } from '../protocol/ids.ts'
import type { Office } from '../protocol/office.ts'
import type { Sender } from '../protocol/roles.ts'
import type { Day } from '../simulator/day-file.ts'

/** What everybody on stage stands on. Times are minutes after the office's midnight. */
export type Stage = {
  door: Door
  office: Office
  day: Day
  stamp: DayStamp
  /** When counters open. */
  openMin: number
  ask(wish: Wish, sender: Sender): Promise<Answer>
  nowMin(): number
  /** Has something done at a minute, in the order of time. */
  at(minute: number, what: () => Promise<void>): void
  /** This machine: says when an outage begins and ends. */
  console: Sender
}
