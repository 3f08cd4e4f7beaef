import { z } from 'zod'
import { CommandId, DayStamp, Place, SlipId, Slug, StaffNumber, TicketId, Window } from './ids.ts'
import { Office } from './office.ts'
import type { Role } from './roles.ts'

/** The most a scanner may hand over: a QR code of version 40 holds 2,953 bytes. */
export const SCAN_MAX = 4096

const command = <T extends string, S extends z.core.$ZodLooseShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), commandId: CommandId, ...shape })

/** `rejected`: the visit ends here, the papers did not suffice. */
export const Outcome = z.enum(['completed', 'rejected'])
export type Outcome = z.infer<typeof Outcome>

/** One row of an agenda, code in clear: it is sealed at the Door and never stored. */
export const AgendaRow = z.strictObject({
  code: z.string().min(1).max(64),
  day: DayStamp,
  window: Window,
  service: Slug,
  status: z.enum(['booked', 'cancelled', 'unpaid']),
  /** Priority is known from the booking or granted by staff; its reason is never asked. */
  priority: z.boolean(),
})
export type AgendaRow = z.infer<typeof AgendaRow>

/** What became of a paper. `uncertain`: bytes left, nothing proves the paper. */
export const SlipReport = z.enum(['sending', 'printed', 'uncertain', 'failed'])
export type SlipReport = z.infer<typeof SlipReport>

/** How a printer is. `offline`: it does not answer; `fault`: it does, and cannot print. */
export const DeviceStatus = z.enum(['ready', 'paper-low', 'no-paper', 'cover-open', 'offline', 'fault'])
export type DeviceStatus = z.infer<typeof DeviceStatus>

/** Everything that can be asked of the office. `type` is the command's name. */
export const Command = z.discriminatedUnion('type', [
  /** A code was scanned or typed at a kiosk. Anything may have been: the rules say what it is. */
  command('CheckIn', { scanned: z.string().max(SCAN_MAX) }),
  /** The visitor whose window is long past takes a number of the walk-in lane. */
  command('TakeNumberAnyway', { visitId: CommandId }),
  command('Reprint', { ticketId: TicketId }),
  command('CallStaff', {}),
  command('CancelStaffCall', {}),
  command('AnswerStaffCall', { kiosk: Place }),
  command('OpenCounter', { stages: z.array(Slug).min(1).max(8), helps: z.array(Slug).max(8) }),
  command('CloseCounter', {}),
  command('CallNext', {}),
  command('Recall', { ticketId: TicketId }),
  command('Start', { ticketId: TicketId }),
  command('Finish', { ticketId: TicketId, outcome: Outcome }),
  command('NoShow', { ticketId: TicketId }),
  command('ReportSlip', { slipId: SlipId, status: SlipReport }),
  command('ReportDevice', { status: DeviceStatus }),
  command('OpenDay', { day: DayStamp }),
  command('CloseDay', { day: DayStamp }),
  command('ImportAgenda', { rows: z.array(AgendaRow).min(1).max(5000) }),
  command('ConfigureOffice', { office: Office }),
])
export type Command = z.infer<typeof Command>
/** The name of a command. */
export type CommandType = Command['type']

/** A command as a sender writes it, before its id is added. */
export type Wish = { [T in CommandType]: Omit<Extract<Command, { type: T }>, 'commandId'> }[CommandType]

/** Who may ask for what. What is not listed is refused. */
export const PERMITTED: Record<CommandType, readonly Role[]> = {
  CheckIn: ['kiosk'],
  TakeNumberAnyway: ['kiosk'],
  Reprint: ['kiosk'],
  CallStaff: ['kiosk'],
  CancelStaffCall: ['kiosk'],
  AnswerStaffCall: ['counter'],
  OpenCounter: ['counter'],
  CloseCounter: ['counter'],
  CallNext: ['counter'],
  Recall: ['counter'],
  Start: ['counter'],
  Finish: ['counter'],
  NoShow: ['counter'],
  ReportSlip: ['printer'],
  ReportDevice: ['printer'],
  OpenDay: ['clock', 'console'],
  CloseDay: ['clock', 'console'],
  ImportAgenda: ['integration', 'console'],
  ConfigureOffice: ['console'],
}

/** At a counter every command needs somebody signed in. */
export const NEEDS_STAFF: readonly Role[] = ['counter']

/** Sign-in and sign-out at a counter: answered by `server/access`, never journalled, because one of them holds a PIN. */
export const AccessCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('SignIn'), staff: StaffNumber, pin: z.string().regex(/^\d{6}$/) }),
  z.strictObject({ type: z.literal('SignOut') }),
])
export type AccessCommand = z.infer<typeof AccessCommand>
