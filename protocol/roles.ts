import { z } from 'zod'
import { Place, type StaffNumber } from './ids.ts'

/** What a paired device may be. A tracker is a phone with a ticket's address; it is never paired. */
export const DeviceRole = z.enum(['kiosk', 'display', 'counter', 'printer', 'integration'])
export type DeviceRole = z.infer<typeof DeviceRole>

/**
 * Everybody who may speak to the Door: the paired devices, a phone that follows one ticket (`tracker`), the machine the
 * server runs on (`console`: set-up page and command line) and the office's own `clock`.
 */
export const Role = z.enum([...DeviceRole.options, 'tracker', 'console', 'clock'])
export type Role = z.infer<typeof Role>

/** Who submits or watches. Made by `server/access` from a secret, never by the one who speaks. */
export type Sender = {
  role: Role
  /** Id of the pairing, for the audit. */
  device: string
  /** Number of the counter, kiosk, display or printer; for a tracker the ticket's id. */
  place: string
  /** Staff signed in at this counter, null when nobody is. */
  staff: StaffNumber | null
}

/** First message on a socket: what the page wants to be. The secret itself travels as a cookie or a bearer token. */
export const Hello = z.discriminatedUnion('role', [
  z.strictObject({ role: DeviceRole, place: Place }),
  z.strictObject({ role: z.literal('tracker'), token: z.string().regex(/^[A-Za-z0-9_-]{22}$/) }),
])
export type Hello = z.infer<typeof Hello>
