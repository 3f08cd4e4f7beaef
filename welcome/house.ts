import { z } from 'zod'
import { Verdict } from '../protocol/answers.ts'
import { DeviceStatus } from '../protocol/commands.ts'
import { DayStamp, Instant, Place, StaffNumber, Window, Words } from '../protocol/ids.ts'
import { SoundStatus } from '../protocol/office-screens.ts'
import { DeviceRole, Rank } from '../protocol/roles.ts'

/** What this machine's own page may know of its office: screens that can be opened, staff and printers. */
export const House = z.object({
  office: z.string(),
  /** IANA zone of the office; the browser's own is never used. */
  zone: z.string(),
  /** An office to try things with: it has sample bookings. */
  example: z.boolean(),
  screens: z.array(z.object({ role: DeviceRole, place: Place })),
  /** Today's windows, not over yet, that were sold beyond what the counters can do; `load` null: nobody serves then. */
  loadAlerts: z.array(z.object({ window: Window, booked: z.int(), load: z.number().nullable() })),
  staff: z.array(z.object({ number: StaffNumber, rank: Rank })),
  /** Displays that cannot be heard now. */
  mute: z.array(z.object({ place: Place, status: SoundStatus })),
  printers: z.array(z.object({ place: Place, simulated: z.boolean(), status: DeviceStatus })),
  /** The scanners that are plugged into this machine, by the kiosk they belong to. */
  scanners: z.array(z.object({ kiosk: Place, status: z.enum(['ready', 'offline']) })),
  /** Devices that somebody should look at. */
  toSee: z.int().min(0),
  /** The machine's clock where the office doubts it, and what the office reckons with. */
  clock: z.object({ machineAt: Instant, officeAt: Instant }).nullable(),
  /** The disk where it is low; `stopped`: so full that no new number is given. */
  disk: z.object({ freeMb: z.int(), stopped: z.boolean() }).nullable(),
})
export type House = z.infer<typeof House>

/** One screen of the house. */
export type HouseScreen = House['screens'][number]

/** One printer of the house. */
export type HousePrinter = House['printers'][number]

/** A booking made for trying, and what a kiosk will say to its code. `window` is null where the code is no booking. */
export const Sample = z.object({
  code: z.string(),
  day: DayStamp,
  window: Window.nullable(),
  service: Words,
  verdict: Verdict,
})
export type Sample = z.infer<typeof Sample>

/** A paper of a simulated printer, line by line, and its picture where the printer draws one. */
export const Paper = z.object({
  printer: Place,
  paperNo: z.int(),
  printedAt: Instant,
  lines: z.array(z.string()),
  picture: z.string().startsWith('data:image/png;base64,').optional(),
})
export type Paper = z.infer<typeof Paper>

/** How a simulated printer stands: what somebody at the real one would see. */
export type PrinterSwitch = { paper: 'full' | 'out'; power: boolean }

/** The path of a screen, `/kiosk/1`. So narrow that it cannot lead to another site (`//x`, `/\x`). */
export const LocalPath = z.string().regex(/^\/[a-z]+\/[a-z0-9-]+$/)
