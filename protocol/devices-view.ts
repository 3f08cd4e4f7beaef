import { z } from 'zod'
import { DeviceStatus, SlipReport } from './commands.ts'
import { DayStamp, Instant, Place, Slug, TicketNumber } from './ids.ts'
import { SoundStatus } from './office-screens.ts'
import { DeviceRole } from './roles.ts'

/** Whether somebody has to look at a device: `now`, or `soon`, while it still works. */
export const Care = z.enum(['none', 'soon', 'now'])
export type Care = z.infer<typeof Care>

const PrinterFace = z.strictObject({
  place: Place,
  /** Kiosks that it stands beside; none: it is a spare. */
  kiosks: z.array(Place),
  model: Slug,
  driven: z.enum(['server', 'agent', 'simulated']),
  /** `offline` as well when it never said how it is. */
  status: DeviceStatus,
  /** Since when; null when it never said. */
  sinceAt: Instant.nullable(),
  /** The last time that it stopped for a person, and with what that began. */
  trouble: z.strictObject({ status: DeviceStatus, at: Instant }).nullable(),
  troublesToday: z.int().min(0),
  /** Papers of today by how they stand now; `reprint` counts the marked ones among all of them. */
  papers: z.record(z.enum(['queued', ...SlipReport.options, 'reprint']), z.int().min(0)),
  care: Care,
})
/** One printer: how it is, and what became of today's papers. */
export type PrinterFace = z.infer<typeof PrinterFace>

const ScreenFace = z.strictObject({
  role: DeviceRole.extract(['kiosk', 'display', 'counter', 'agent', 'survey']),
  place: Place,
  /** Pairings that are not revoked. */
  pairings: z.int().min(0),
  /** Open lines of this place. */
  connected: z.int().min(0),
  /** While connected since when, else when it was last there; null: never. */
  at: Instant.nullable(),
  /** Whether a display can be heard; null for the others, and when it never said. */
  sound: SoundStatus.nullable(),
  care: Care,
})
/** One place that a browser or an agent stands at. */
export type ScreenFace = z.infer<typeof ScreenFace>

/** What is known of a scanner that is plugged into the server; what it read is never kept. */
const ScannerState = {
  kiosk: Place,
  status: z.enum(['ready', 'offline']),
  /** Codes it read since the server started. */
  read: z.int().min(0),
  /** How often it sent what is no code. */
  spoiled: z.int().min(0),
  lastReadAt: Instant.nullable(),
}
const ScannerFace = z.strictObject({ ...ScannerState, care: Care })
/** One scanner that is plugged into the server. */
export type ScannerFace = z.infer<typeof ScannerFace>

const OpenPaper = z.strictObject({
  number: TicketNumber,
  printer: Place,
  mark: z.enum(['original', 'reprint']),
  state: z.enum(['queued', ...SlipReport.exclude(['printed']).options]),
  queuedAt: Instant,
})
/** The newest paper of a ticket that is under way, while nobody has said that it came out. */
export type OpenPaper = z.infer<typeof OpenPaper>

/** Every device of the office as it is, for whoever looks after them. It holds ticket numbers, and nobody's name or code. */
export const DevicesView = z.strictObject({
  at: Instant,
  office: z.strictObject({ name: z.string(), zone: z.string() }),
  day: DayStamp.nullable(),
  printers: z.array(PrinterFace),
  screens: z.array(ScreenFace),
  scanners: z.array(ScannerFace),
  /** Tickets without a confirmed paper, longest owed first: all of them counted, at most 50 listed. */
  openPapers: z.strictObject({ count: z.int().min(0), list: z.array(OpenPaper).max(50) }),
  /** Devices that somebody should look at, now or soon. */
  toSee: z.int().min(0),
})
export type DevicesView = z.infer<typeof DevicesView>

/** A device whose token is in use at two places at once: somebody may have copied it. */
export const UsedTwice = z.strictObject({ role: DeviceRole, place: Place })
export type UsedTwice = z.infer<typeof UsedTwice>

/** The devices as a supervisor sees them, and nobody else: whoever holds a copied token does not learn that it was noticed. */
export const DeskDevices = DevicesView.extend({ usedTwice: z.array(UsedTwice) })
export type DeskDevices = z.infer<typeof DeskDevices>
