import { z } from 'zod'
import { Opening } from './hours.ts'
import { HouseFact } from './house-facts.ts'
import { CommandId, DayStamp, Instant, Place, SlipId, Slug, StaffNumber, TicketId, Window } from './ids.ts'
import { Office } from './office.ts'
import { Announcement, SoundStatus } from './office-screens.ts'
import type { Role } from './roles.ts'
import { Settled } from './survey.ts'

/** The most a scanner may hand over: a QR code of version 40 holds 2,953 bytes. */
export const SCAN_MAX = 4096

/** The most bookings that enter in one command, all or none: a month of the largest office (600 a day). */
export const AGENDA_ROWS_MAX = 20_000

const command = <T extends string, S extends z.core.$ZodLooseShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), commandId: CommandId, ...shape })

/**
 * How a stage ended. `completed` leads to the next one; with the others the visit ends here: `rejected`, the papers did
 * not suffice; `withdrawn`, the visitor gave up; `rebooked`, another date was agreed.
 */
export const Outcome = z.enum(['completed', 'rejected', 'withdrawn', 'rebooked'])
export type Outcome = z.infer<typeof Outcome>

/** How a booking stands in the app. `moved`: rescheduled, the row of the new day not known here. */
export const BookingStatus = z.enum(['booked', 'cancelled', 'unpaid', 'moved'])
export type BookingStatus = z.infer<typeof BookingStatus>

/** One row of an agenda, code in clear: it is sealed at the Door and never stored. */
export const AgendaRow = z.strictObject({
  code: z.string().min(1).max(64),
  day: DayStamp,
  window: Window,
  service: Slug,
  status: BookingStatus,
  /** Priority is known from the booking or granted by staff; its reason is never asked. */
  priority: z.boolean(),
  /** What a family has in common: the account, or the code of the one who booked. Sealed like a code. */
  party: z.string().min(1).max(64).optional(),
  /** The app's running number of the booking, where ties are decided by it. */
  bookingNo: z.int().min(0).optional(),
})
export type AgendaRow = z.infer<typeof AgendaRow>

/**
 * What became of a paper. `unproven`: nothing speaks against it, and this printer proves nothing; `uncertain`: bytes left
 * and something went wrong; `failed`: whoever waited for it says that it did not come.
 */
export const SlipReport = z.enum(['sending', 'printed', 'unproven', 'uncertain', 'failed'])
export type SlipReport = z.infer<typeof SlipReport>

/**
 * How a printer is. `offline`: it does not answer; `jammed`: its knife is stuck; `hot`: its head cools down and then goes
 * on by itself; `fault`: it answers, and cannot print.
 */
export const DeviceStatus = z.enum([
  'ready',
  'paper-low',
  'no-paper',
  'cover-open',
  'jammed',
  'hot',
  'offline',
  'fault',
])
export type DeviceStatus = z.infer<typeof DeviceStatus>

const GOES_ON: readonly DeviceStatus[] = ['ready', 'paper-low', 'hot']
/** Whether a person has to come before it prints again. A hot head goes on by itself, and low paper still prints. */
export const isStopped = (status: DeviceStatus): boolean => !GOES_ON.includes(status)

/** What is down. `national`: the immigration system; `power`, `network`: this house. */
export const OutageScope = z.enum(['national', 'network', 'power'])
export type OutageScope = z.infer<typeof OutageScope>

/** What a counter can take back. */
export const Undoable = z.enum(['call', 'finish', 'no-show'])
export type Undoable = z.infer<typeof Undoable>

/** A rule that staff set aside for one person. */
export const OverrideAct = z.enum([
  'late-accepted',
  'out-of-order-call',
  'walk-in-granted',
  'reprint',
  'admitted',
  'priority-granted',
  'taken-over',
  'reassigned',
  'cancelled',
])
export type OverrideAct = z.infer<typeof OverrideAct>

/** The visitor said that an original is missing; it changes nothing but what the office knows. */
const Incomplete = z.literal(true).optional()

/** Everything that can be asked of the office. `type` is the command's name. */
export const Command = z.discriminatedUnion('type', [
  /** A code was scanned or typed at a kiosk. Anything may have been: the rules say what it is. */
  command('CheckIn', { scanned: z.string().max(SCAN_MAX) }),
  /** The visitor whose window is long past takes a number of the walk-in lane. */
  command('TakeNumberAnyway', { visitId: CommandId }),
  /** Somebody without a booking takes a number. `priority` is their own word; `reason` is one of `reasons.walkIn`. */
  command('TakeNumber', { service: Slug, priority: z.boolean(), reason: Slug, incomplete: Incomplete }),
  /** The hour on the letter, in an office without a list; null: not known. */
  command('StateWindow', { visitId: CommandId, window: Window.nullable(), incomplete: Incomplete }),
  /** The visitor was asked about the originals and takes the number. */
  command('ConfirmDocuments', { visitId: CommandId, incomplete: Incomplete }),
  /** Asked about the originals, the visitor fetches one first and wants no number now. */
  command('PutOff', { visitId: CommandId }),
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
  command('PauseCounter', { reason: Slug }),
  command('ResumeCounter', {}),
  /** Calls a ticket out of its turn. `reason` is one of `reasons.override`, here and in every override below. */
  command('CallTicket', { ticketId: TicketId, reason: Slug }),
  /** Set aside, to fetch or mend papers: comes back without queueing again. */
  command('Park', { ticketId: TicketId }),
  /** Takes up again what this counter set aside. */
  command('Resume', { ticketId: TicketId }),
  /** A document was asked for that is not on the list; one of `reasons.extraDocument`. */
  command('AskDocument', { ticketId: TicketId, document: Slug }),
  /** To another stage, or to one named counter; the seniority is kept. */
  command('Transfer', {
    ticketId: TicketId,
    to: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('stage'), stage: Slug }),
      z.strictObject({ kind: z.literal('counter'), counter: z.int().min(1).max(99) }),
    ]),
  }),
  /** Takes back the last call, finish or no-show of this counter, within `undoSec`. */
  command('Undo', { ticketId: TicketId }),
  /** Takes over a ticket that another counter has in hand, because that counter can go on no longer. */
  command('TakeOver', { ticketId: TicketId, reason: Slug }),
  /** Staff take away a set-back. */
  command('AcceptLate', { ticketId: TicketId, reason: Slug }),
  /** Staff give the head start of priority. */
  command('GrantPriority', { ticketId: TicketId, reason: Slug }),
  /** Staff admit a code that the kiosk turned away; the paper comes out at `kiosk`. */
  command('Admit', { scanned: z.string().max(SCAN_MAX), service: Slug, kiosk: Place, reason: Slug }),
  /** Staff give a number without a booking, also where the kiosk may not or the cap is reached. */
  command('GrantNumber', { service: Slug, priority: z.boolean(), walkInReason: Slug, kiosk: Place, reason: Slug }),
  /** One more paper than the kiosk gives. */
  command('GrantReprint', { ticketId: TicketId, kiosk: Place, reason: Slug }),
  /**
   * A supervisor sends a ticket to where it is served: back into the queue of its stage, to another stage, or to one open
   * counter, also out of the hand of a counter that can go on no longer. Its turn is kept.
   */
  command('Reassign', {
    ticketId: TicketId,
    to: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('queue') }),
      z.strictObject({ kind: z.literal('stage'), stage: Slug }),
      z.strictObject({ kind: z.literal('counter'), counter: z.int().min(1).max(99) }),
    ]),
    reason: Slug,
  }),
  /** A supervisor ends a ticket that nobody will come for. `reason` is one of `reasons.cancel`. */
  command('CancelTicket', { ticketId: TicketId, reason: Slug }),
  /** A supervisor says which stages an open counter helps with when nobody of its own is callable, any of the office's. */
  command('SetHelps', { counter: z.int().min(1).max(99), helps: z.array(Slug).max(8) }),
  command('StartOutage', { scope: OutageScope }),
  command('EndOutage', {}),
  /** Other hours for one day, at once; null closes it. */
  command('SetHours', { day: DayStamp, opening: Opening.nullable() }),
  /** A visitor answered the survey or declined; what was answered is kept elsewhere. */
  command('SettleInvitation', { ticketId: TicketId, how: Settled }),
  /** A minute has passed: likely calls are worked out anew. */
  command('Refresh', {}),
  /** Whether the paper came that its printer cannot prove: the visitor says so. */
  command('ConfirmPaper', { ticketId: TicketId, out: z.boolean() }),
  command('ReportSlip', { slipId: SlipId, status: SlipReport }),
  command('ReportDevice', { status: DeviceStatus }),
  /** Whether this display can be heard. */
  command('ReportSound', { status: SoundStatus }),
  /** What everybody is told, in place of the last announcement. */
  command('Announce', { words: Announcement }),
  command('EndAnnouncement', {}),
  /** Somebody looked at the machine's clock, which the office doubts: it is right. The day it shows is opened. */
  command('TrustClock', {}),
  command('OpenDay', { day: DayStamp }),
  command('CloseDay', { day: DayStamp }),
  /** Says otherwise of one booking that the office knows by its code. */
  command('ChangeBooking', {
    scanned: z.string().max(SCAN_MAX),
    day: DayStamp,
    window: Window,
    service: Slug,
    status: BookingStatus,
    priority: z.boolean(),
  }),
  /**
   * A visit that was kept on paper while no numbers could be given, typed in with the times on that paper. `scanned` null:
   * without a code; `window`: as on the letter, where no list has the code; `kiosk`: where its paper comes out, null for none;
   * `served` null: the person still waits.
   */
  command('EnterPaperVisit', {
    scanned: z.string().max(SCAN_MAX).nullable(),
    service: Slug,
    priority: z.boolean(),
    window: Window.nullable(),
    kiosk: Place.nullable(),
    cameAt: Instant,
    served: z.strictObject({ counter: z.int().min(1).max(99), calledAt: Instant, doneAt: Instant }).nullable(),
  }),
  command('ImportAgenda', { rows: z.array(AgendaRow).min(1).max(AGENDA_ROWS_MAX) }),
  command('ConfigureOffice', { office: Office }),
  /** The server tells of itself what the chain has to cover. */
  command('Record', { fact: HouseFact }),
])
export type Command = z.infer<typeof Command>
/** The name of a command. */
export type CommandType = Command['type']

/** A command as a sender writes it, before its id is added. */
export type Wish = { [T in CommandType]: Omit<Extract<Command, { type: T }>, 'commandId'> }[CommandType]

/** Who may ask for what. What is not listed is refused. */
export const PERMITTED: Record<CommandType, readonly Role[]> = {
  CheckIn: ['kiosk', 'agent'],
  TakeNumberAnyway: ['kiosk'],
  TakeNumber: ['kiosk'],
  StateWindow: ['kiosk'],
  ConfirmDocuments: ['kiosk'],
  PutOff: ['kiosk'],
  Reprint: ['kiosk'],
  ConfirmPaper: ['kiosk'],
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
  PauseCounter: ['counter'],
  ResumeCounter: ['counter'],
  CallTicket: ['counter'],
  Park: ['counter'],
  Resume: ['counter'],
  AskDocument: ['counter'],
  Transfer: ['counter'],
  Undo: ['counter'],
  TakeOver: ['counter'],
  AcceptLate: ['counter'],
  GrantPriority: ['counter'],
  Admit: ['counter'],
  GrantNumber: ['counter'],
  GrantReprint: ['counter'],
  Reassign: ['supervisor'],
  CancelTicket: ['supervisor'],
  SetHelps: ['supervisor'],
  StartOutage: ['counter', 'supervisor', 'console'],
  EndOutage: ['counter', 'supervisor', 'console'],
  SetHours: ['supervisor', 'console'],
  // In the name of the office: the journal does not learn at which device somebody answered.
  SettleInvitation: ['clock'],
  Refresh: ['clock'],
  ReportSlip: ['printer', 'agent'],
  ReportDevice: ['printer', 'agent'],
  ReportSound: ['display'],
  Announce: ['supervisor', 'console'],
  EndAnnouncement: ['supervisor', 'console'],
  TrustClock: ['supervisor', 'console'],
  OpenDay: ['clock', 'console'],
  CloseDay: ['clock', 'console'],
  ImportAgenda: ['integration', 'supervisor', 'console'],
  ChangeBooking: ['supervisor'],
  EnterPaperVisit: ['supervisor'],
  ConfigureOffice: ['supervisor', 'console'],
  Record: ['clock'],
}

/** At a counter every command needs somebody signed in. */
export const NEEDS_STAFF: readonly Role[] = ['counter']

/** Sign-in and sign-out at a counter: answered by `server/access`, never journalled, because one of them holds a PIN. */
export const AccessCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('SignIn'), staff: StaffNumber, pin: z.string().regex(/^\d{6}$/) }),
  z.strictObject({ type: z.literal('SignOut') }),
])
export type AccessCommand = z.infer<typeof AccessCommand>

/** Commands that add to the day; what they could not write any more would be lost. */
export const ADDS: readonly Command['type'][] = [
  ...(['CheckIn', 'TakeNumber', 'TakeNumberAnyway', 'StateWindow', 'ConfirmDocuments'] as const),
  ...(['Admit', 'GrantNumber', 'EnterPaperVisit', 'ImportAgenda'] as const),
]
