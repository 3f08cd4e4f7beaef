import { z } from 'zod'
import { Verdict } from '../../protocol/answers.ts'
import { DeviceStatus, SCAN_MAX } from '../../protocol/commands.ts'
import { DayStamp, Instant, Place, StaffNumber, Window, Words } from '../../protocol/ids.ts'
import { SoundStatus } from '../../protocol/office-screens.ts'
import { DeviceRole, Rank } from '../../protocol/roles.ts'

/** A device's token as its holder keeps it: 256 bits in base64url. */
const Token = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

/** The roles that have a page in a browser. */
export const ScreenRole = z.enum(['kiosk', 'display', 'counter', 'survey'])
export type ScreenRole = z.infer<typeof ScreenRole>

/** What a program asks to pair a device. */
export const PairingRequest = z.strictObject({ role: DeviceRole, place: Place })
/** A new pairing; the token is told once. */
export const Pairing = z.strictObject({ deviceId: z.string(), token: Token })

/** A browser brings a token that the command line made. */
export const PairBrowser = z.strictObject({ token: Token })
/** A screen comes from another server of the office, the origin `from`, where it had this path; it goes back when it `returns`. */
export const ContinueScreen = z.strictObject({
  pass: z.string().max(100),
  path: z.string().regex(/^\/(kiosk|display|counter|survey)\/[a-z0-9-]{1,32}$/),
  from: z.string().max(300),
  returns: z.enum(['yes', 'no']),
})
/** Where it goes on, known or not: a path of this server, `/kiosk/1`, or its address where it came from. */
export const ScreenAddress = z.strictObject({ address: z.string() })
/** The console asks that its browser becomes this screen. */
export const OpenScreen = z.strictObject({ role: ScreenRole, place: Place })
/** Where a browser goes once it is a screen, `/kiosk/1`. */
export const ScreenPath = z.strictObject({ path: z.string() })

/** The one-time code as somebody typed it. */
export const SetupCode = z.strictObject({ code: z.string().max(32) })

/** Whose PIN is to be made, and what they may do; without a rank a known one keeps theirs. */
export const PinRequest = z.strictObject({ staff: StaffNumber, rank: Rank.optional() })
/** A new PIN, told once. */
export const Pin = z.strictObject({ pin: z.string() })

/** A body for a request that says everything with its address: `{}`. */
export const Nothing = z.strictObject({})

/** A code held under the scanner of a kiosk by the welcome page. */
export const Scan = z.strictObject({ kiosk: Place, code: z.string().max(SCAN_MAX) })

/** What can go wrong with a simulated printer. */
export const PrinterSwitch = z.strictObject({ paper: z.enum(['full', 'out']), power: z.boolean() })
export type PrinterSwitch = z.infer<typeof PrinterSwitch>

/** What the welcome page shows: which screens there are to open, who may sign in, where to find the office. */
export const ConsoleOverview = z.strictObject({
  office: z.string(),
  zone: z.string(),
  /** An office to try things with; the samples and the simulated printers are for it. */
  example: z.boolean(),
  day: DayStamp.nullable(),
  /** Addresses that other machines open, `http://…`. */
  addresses: z.array(z.string()),
  screens: z.array(OpenScreen),
  /** Today's windows, not over yet, that were sold beyond what the counters can do; `load` null: nobody serves then. */
  loadAlerts: z.array(z.strictObject({ window: Window, booked: z.int(), load: z.number().nullable() })),
  staff: z.array(z.strictObject({ number: StaffNumber, rank: Rank })),
  /** Displays that cannot be heard now. */
  mute: z.array(z.strictObject({ place: Place, status: SoundStatus })),
  printers: z.array(z.strictObject({ place: Place, simulated: z.boolean(), status: DeviceStatus })),
  /** The scanners that are plugged into this machine, by the kiosk they belong to. */
  scanners: z.array(z.strictObject({ kiosk: Place, status: z.enum(['ready', 'offline']) })),
  /** Devices that somebody should look at. */
  toSee: z.int().min(0),
  /** The machine's clock where the office doubts it, and what the office reckons with. */
  clock: z.strictObject({ machineAt: Instant, officeAt: Instant }).nullable(),
  /** The disk where it is low; `stopped`: so full that no new number is given. */
  disk: z.strictObject({ freeMb: z.int(), stopped: z.boolean() }).nullable(),
})
export type ConsoleOverview = z.infer<typeof ConsoleOverview>

/** Codes to try at a kiosk, each with what the kiosk will say of it now. `window` is null where it is no booking's. */
export const SampleBookings = z.array(
  z.strictObject({ code: z.string(), day: DayStamp, window: Window.nullable(), service: Words, verdict: Verdict }),
)
export type SampleBookings = z.infer<typeof SampleBookings>

/** The papers of the simulated printers: what a person reads on them, line by line, and their picture, dot by dot. */
export const SimulatedPapers = z.array(
  z.strictObject({
    printer: Place,
    paperNo: z.int().min(1),
    printedAt: Instant,
    lines: z.array(z.string()),
    picture: z.string().startsWith('data:image/png;base64,').optional(),
  }),
)
export type SimulatedPapers = z.infer<typeof SimulatedPapers>

/** Alive, and which build. */
export const Health = z.strictObject({ status: z.literal('ok'), build: z.string() })
