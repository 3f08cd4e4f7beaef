import type { Answer } from '../../../protocol/answers.ts'
import type {
  AgendaPreview,
  Bookings,
  EnterPreview,
  EnterResult,
  FoundBooking,
  NewBooking,
  NewBookingResult,
  SetSource,
} from '../../../protocol/desk/bookings.ts'
import type { DayStamp } from '../../../protocol/ids.ts'
import type { AgendaColumns } from '../../../protocol/office-rules.ts'
import type { Sender } from '../../../protocol/roles.ts'
import type { ExportWish } from './download.ts'

/** An answer of the Door that is no: refused, or invalid. */
export type Declined = Exclude<Answer, { status: 'taken' }>

/** What the bookings page asks of the office. */
export type BookingsPort = {
  read(): Promise<Bookings>
  /** Reads a file and keeps it for a quarter of an hour; nothing enters. `day` where the file has no column for it. */
  preview(sender: Sender, file: Uint8Array, day: DayStamp | null): Promise<AgendaPreview>
  enter(sender: Sender, what: EnterPreview): Promise<EnterResult>
  /** The lines of a preview that cannot enter, as a file; null when the preview is gone. */
  report(sender: Sender, what: ExportWish & { id: string }): Promise<string | Buffer | null>
  /** Remembers the office's headings. */
  setColumns(sender: Sender, columns: AgendaColumns): Promise<Answer>
  /** Sets the HTTP source and its token, or takes both away. */
  setSource(sender: Sender, source: SetSource): Promise<Answer>
  /** Fetches from the source now; resolves when it is done, whatever came of it. */
  pull(): Promise<Bookings>
  find(text: string): Promise<FoundBooking>
  add(sender: Sender, booking: NewBooking): Promise<NewBookingResult | Declined>
}
