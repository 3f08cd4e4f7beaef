import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import type { Answer } from '../../protocol/answers.ts'
import type { DevicesView } from '../../protocol/devices-view.ts'
import type { Door } from '../../protocol/door.ts'
import type { DayStamp, Place, StaffNumber } from '../../protocol/ids.ts'
import type { AgendaReport, Problem } from '../../protocol/problem.ts'
import type { Refusal } from '../../protocol/refusals.ts'
import type { DeviceRole, Rank, Sender } from '../../protocol/roles.ts'
import type { SurveyCommand } from '../../protocol/survey.ts'
import type { BookingsPort } from './desk/bookings-port.ts'
import type { DeskPort } from './desk/desk-port.ts'
import type { FiguresPort } from './desk/figures-port.ts'
import type { FloorPort } from './desk/floor-port.ts'
import type { AuditPort, RetentionPort, WebhooksPort } from './desk/house-ports.ts'
import type { OfficePort } from './desk/office-port.ts'
import type { SurveyPagePort } from './desk/survey-port.ts'
import type { Certificate } from './listen.ts'
import type { ConsoleOverview, PrinterSwitch, SampleBookings, SimulatedPapers } from './messages.ts'
import type { VoiceDirs } from './voice.ts'

/** What the gateway needs of `server/access`: who holds a secret, and everything that makes or ends one. */
export type AccessPort = {
  senderOf(token: string): Sender | null
  consoleSenderOf(token: string): Sender | null
  seen(deviceId: string): Promise<void>
  pair(role: DeviceRole, place: string): Promise<{ deviceId: string; token: string }>
  claim(token: string): Promise<string | null>
  passOf(deviceId: string): string
  /** Null where the pass is none; `token` is the screen's own at `origin`. */
  continueAt(origin: string, pass: string): Promise<{ role: DeviceRole; place: string; token: string } | null>
  redeemSetupCode(code: string): Promise<string | null>
  signIn(sender: Sender, who: { staff: string; pin: string }): Promise<Answer>
  signOut(sender: Sender): Promise<Answer>
  setPin(staff: StaffNumber, rank?: Rank): Promise<string>
  deskSenderOf(token: string): Sender | null
  signInAtDesk(
    who: { staff: string; pin: string },
    from: string,
  ): Promise<{ status: 'opened'; token: string } | { status: 'refused'; refusal: Refusal }>
  signOutOfDesk(token: string): Promise<void>
  /** Calls `listener` whenever a sender may have become another: staff signed in or out, a pairing revoked. */
  onChange(listener: () => void): () => void
}

/** What the gateway needs of `server/answers`: where a respondent's answers go. */
export type SurveyPort = { take(sender: Sender, command: SurveyCommand): Promise<Answer> }

/** What the welcome page can do on the server's own machine. The gateway passes it on and knows nothing of it. */
export type ConsoleActions = {
  overview(): Promise<ConsoleOverview>
  /** Null where the office is no example. */
  samples(): Promise<SampleBookings | null>
  /** Makes up new bookings for today; null where the office is no example. */
  newSamples(): Promise<SampleBookings | null>
  /** Holds a code under the scanner of a kiosk. */
  scan(kiosk: string, code: string): Promise<Answer>
  papers(): Promise<SimulatedPapers>
  /** False when there is no simulated printer at this place. */
  setPrinter(place: string, state: PrinterSwitch): Promise<boolean>
}

/**
 * Enters an agenda file for its sender. `day` where the file has no column for it. Resolves with the report, or with
 * the problem that kept the file from being read at all.
 */
export type EnterAgenda = (
  file: Uint8Array,
  day: DayStamp | null,
  acceptGoodRows: boolean,
  sender: Sender,
) => Promise<AgendaReport | { problem: Problem }>

/** The pages of the supervisor's desk. Each is passed on, and the gateway knows nothing of it. */
export type DeskPorts = DeskPort & {
  floor: FloorPort
  office: OfficePort
  survey: SurveyPagePort
  bookings: BookingsPort
  figures: FiguresPort
  audit: AuditPort
  retention: RetentionPort
  webhooks: WebhooksPort
}

/** What the gateway is opened with: the rooms behind it, where it listens, and what it serves. */
export type GatewayOptions = {
  door: Door
  access: AccessPort
  /** Where to listen; port 0 takes a free one. */
  host: string
  port: number
  /**
   * The exact origins under which people may open the office, `http://antrean.local:4100`. The loopback address it
   * listens on is always one of them. Everything else is refused, before any route.
   */
  addresses: string[]
  /**
   * Servers of one office share it, each under an origin of `addresses`: its pages are told where they can go on, and may
   * look whether somebody answers there.
   */
  isShared?: boolean
  /** The office's certificate: other machines are served by TLS alone. Absent: in the clear. */
  tls?: Certificate | null
  /** A second port that knows the pages of the phones and nothing else, and the origin under which they open it. */
  guest?: { port: number; address: string } | null
  /** Folder of the built screens: `<screen>/index.html` and `assets/`. */
  screensDir: string
  voiceDirs: VoiceDirs
  /** Folder of the office's own pictures for the displays; it need not be there. */
  slidesDir: string
  /** Id of this build; a page with another one reloads. */
  build: string
  /** Why no device of this role can stand at this place, in one sentence; null when it can. */
  placeTrouble(role: DeviceRole, place: string): string | null
  /** Whose ticket a tracker's token is; null when there is none or it ended. */
  trackerSenderOf(token: string): Sender | null
  log: Logger
  metrics: Registry
  /** A paired device opened a line; returns what says that it ended. */
  arrive(device: { role: DeviceRole; place: Place }): () => void
  /** Every device of the office as it is now. */
  devices(): DevicesView
  console: ConsoleActions
  /** What the pages of the supervisor's desk ask of the office, page by page. */
  desk: DeskPorts
  agenda: EnterAgenda
  survey: SurveyPort
  /**
   * What to do with a fault of ours in a request or a message, after it was logged and answered. The default throws it
   * out of every promise, so that the process ends and is started anew from the journal.
   */
  onFault?: (fault: unknown) => void
  /** How long a socket may stay silent before it is closed, ms; 5,000 unless a test is in a hurry. */
  helloMs?: number
  /** How often a page is asked whether it is there, and how long it has to answer, ms; 8,000 unless a test is in a hurry. */
  pingMs?: number
}
