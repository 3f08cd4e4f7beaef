import { z } from 'zod'
import { Instant, Place, StaffNumber } from '../../protocol/ids.ts'
import { DeviceRole, Rank } from '../../protocol/roles.ts'

/** SHA-256 of a token in base64url. The token itself is never stored. */
const TokenHash = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

const Device = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9_-]{16}$/),
  role: DeviceRole,
  place: Place,
  tokenHash: TokenHash,
  /** The same screen at other servers of the office: a browser keeps a secret for each origin apart. By origin. */
  elsewhere: z.record(z.string(), TokenHash).optional(),
  pairedAt: Instant,
  lastSeenAt: Instant.optional(),
  /** Set once: a revoked pairing stays in the list for the audit and never works again. */
  revokedAt: Instant.optional(),
})

/** Who works at which counter. One per place, and one per staff member. */
const Session = z.strictObject({ place: Place, staff: StaffNumber, signedInAt: Instant })

/** A supervisor signed in at a browser. Ends at `expiresAt`, and earlier when nobody asks for anything. */
const DeskSession = z.strictObject({ tokenHash: TokenHash, staff: StaffNumber, expiresAt: Instant })

/** The document of paired devices, console sessions and the staff signed in at the counters. */
export const Devices = z.strictObject({
  version: z.literal(1),
  devices: z.array(Device),
  consoleSessions: z.array(z.strictObject({ tokenHash: TokenHash, expiresAt: Instant })),
  sessions: z.array(Session),
  deskSessions: z.array(DeskSession).default([]),
})
export type Devices = z.infer<typeof Devices>

/** What a fresh office starts with: nothing is paired, nobody is signed in. */
export const NO_DEVICES: Devices = { version: 1, devices: [], consoleSessions: [], sessions: [], deskSessions: [] }

const Tries = {
  /** Wrong tries in a row. */
  failures: z.int().min(0),
  /** Nothing is tried before this instant; 0 when nothing stands in the way. */
  lockedUntilAt: Instant,
}

/** Nobody tried anything, or the last try was right. */
export const NO_TRIES = { failures: 0, lockedUntilAt: 0 }

const StaffEntry = z.strictObject({
  number: StaffNumber,
  rank: Rank.default('staff'),
  /**
   * scrypt of the PIN, salt and hash in base64url. Null for a number that nobody has but somebody tried: it is delayed
   * and locked like a real one, so that an answer never tells which numbers exist.
   */
  pin: z.strictObject({ salt: z.string(), hash: z.string() }).nullable(),
  /** At the counters, which are paired. */
  ...Tries,
  /** At the supervisor's desk, which any browser of the office's network may open: whoever guesses there locks no counter. */
  atDesk: z.strictObject(Tries).default(NO_TRIES),
})
/** One number with its sealed PIN and its wrong tries. */
export type StaffEntry = z.infer<typeof StaffEntry>

/** The document of staff numbers with their sealed PINs and their wrong tries, which a restart must not forget. */
export const StaffList = z.strictObject({ version: z.literal(1), staff: z.array(StaffEntry) })
export type StaffList = z.infer<typeof StaffList>

/** What a fresh office starts with: no staff and no default PIN. */
export const NO_STAFF: StaffList = { version: 1, staff: [] }
