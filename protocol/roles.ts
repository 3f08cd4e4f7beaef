import { z } from 'zod'
import { CommandId, Place, type StaffNumber } from './ids.ts'

/**
 * What a paired device may be. An `agent` is the program on a kiosk's own machine that puts the printer and the scanner
 * plugged in there on the Door; a `survey` is a screen that asks how the office did. A tracker is a phone with a ticket's address; it is never paired.
 */
export const DeviceRole = z.enum(['kiosk', 'display', 'counter', 'printer', 'agent', 'survey', 'integration'])
export type DeviceRole = z.infer<typeof DeviceRole>

/**
 * Everybody who may speak to the Door: the paired devices, a phone that follows one ticket (`tracker`), a supervisor at the
 * desk (`supervisor`, signed in with a PIN), the machine the server runs on (`console`: set-up page and command line) and
 * the office's own `clock`.
 */
export const Role = z.enum([...DeviceRole.options, 'tracker', 'supervisor', 'console', 'clock'])
export type Role = z.infer<typeof Role>

/** What a member of staff may do: serve at a counter, or change the day and the office at the supervisor's desk as well. */
export const Rank = z.enum(['staff', 'supervisor'])
export type Rank = z.infer<typeof Rank>

/** Who submits or watches. Made by `server/access` from a secret, never by the one who speaks. */
export type Sender = {
  role: Role
  /** Id of the pairing, for the audit. */
  device: string
  /** Number of the counter, kiosk, display or printer; for an agent that of its kiosk, for a tracker the ticket's id. */
  place: string
  /** Staff signed in at this counter, or the supervisor; null when nobody is. */
  staff: StaffNumber | null
}

/**
 * First message on a socket: what the page wants to be. The secret itself travels as a cookie or a bearer token. An agent
 * is where its token says; `run` is made anew by each of its processes, so that two of them are told from one that comes
 * back after its line was cut.
 */
export const Hello = z.discriminatedUnion('role', [
  z.strictObject({ role: DeviceRole.exclude(['agent']), place: Place }),
  z.strictObject({ role: z.literal('agent'), run: CommandId }),
  z.strictObject({ role: z.literal('tracker'), token: z.string().regex(/^[A-Za-z0-9_-]{22}$/) }),
  z.strictObject({ role: z.literal('supervisor') }),
])
export type Hello = z.infer<typeof Hello>
