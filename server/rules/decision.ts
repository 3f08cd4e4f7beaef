import type { Result } from '../../protocol/answers.ts'
import type { Command } from '../../protocol/commands.ts'
import type { BookingKey, TicketId } from '../../protocol/ids.ts'
import type { Refusal, RefusalCode } from '../../protocol/refusals.ts'
import type { Booking, OfficeEvent } from './events.ts'

/** What a scan turned out to hold, its code already a keyed hash. */
export type Presented =
  | { status: 'code'; key: BookingKey }
  /** The ticket's own paper. */
  | { status: 'ticket'; ticketId: TicketId }
  | { status: 'other-office' }
  | { status: 'billing-code' }
  | { status: 'unreadable' }

/** A command as the rules get it: permitted, and with every booking code sealed. */
export type Sealed =
  | Exclude<Command, { type: 'CheckIn' | 'Admit' | 'ChangeBooking' | 'EnterPaperVisit' | 'ImportAgenda' }>
  | { type: 'CheckIn'; commandId: string; presented: Presented }
  | (Omit<Extract<Command, { type: 'Admit' }>, 'scanned'> & { presented: Presented })
  | (Omit<Extract<Command, { type: 'ChangeBooking' }>, 'scanned'> & { presented: Presented })
  | (Omit<Extract<Command, { type: 'EnterPaperVisit' }>, 'scanned'> & { presented: Presented | null })
  | { type: 'ImportAgenda'; commandId: string; bookings: Booking[] }
/** One kind of sealed command. */
export type SealedOf<T extends Sealed['type']> = Extract<Sealed, { type: T }>

/** What a command comes to: facts to record, or a refusal. */
export type Decision =
  | { status: 'taken'; events: OfficeEvent[]; result: Result }
  | { status: 'refused'; refusal: Refusal }

/** A decision that records `events`; the sender hears `result`. */
export const take = (events: OfficeEvent[], result: Result = { kind: 'done' }): Decision => ({
  status: 'taken',
  events,
  result,
})

/** A decision that changes nothing; `retryInSec` where asking again later helps. */
export const refuse = (code: RefusalCode, retryInSec?: number): Decision => ({
  status: 'refused',
  refusal: retryInSec === undefined ? { code } : { code, retryInSec },
})
