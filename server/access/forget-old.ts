import type { Document } from '../../config/document.ts'
import type { Devices, StaffList } from './documents.ts'

/** What was forgotten, in counts. */
export type Forgotten = { pairings: number; strangers: number; sessions: number }

/**
 * Forgets pairings revoked before `pairingsBefore`, numbers that nobody has and nobody tried since `strangersBefore`, and the
 * sessions that are over. Instants in epoch ms; `sessionMs` is how long a session lasts.
 */
export const forgetOld = async (
  { devices, staff }: { devices: Document<Devices>; staff: Document<StaffList> },
  limits: { pairingsBefore: number; strangersBefore: number; now: number; sessionMs: number },
): Promise<Forgotten> => {
  const { pairingsBefore, strangersBefore, now, sessionMs } = limits
  const keep = (all: Devices): Devices => ({
    ...all,
    devices: all.devices.filter(({ revokedAt }) => revokedAt === undefined || revokedAt >= pairingsBefore),
    consoleSessions: all.consoleSessions.filter(({ expiresAt }) => expiresAt > now),
    deskSessions: all.deskSessions.filter(({ expiresAt }) => expiresAt > now),
    sessions: all.sessions.filter(({ signedInAt }) => now - signedInAt < sessionMs),
  })
  const isStranger = (one: StaffList['staff'][number]) =>
    one.pin === null && Math.max(one.lockedUntilAt, one.atDesk.lockedUntilAt) < strangersBefore
  const sessionsOf = (all: Devices) => all.consoleSessions.length + all.deskSessions.length + all.sessions.length
  const [before, strangers] = [devices.read(), staff.read().staff.filter(isStranger).length]
  const after = keep(before)
  const forgotten = {
    pairings: before.devices.length - after.devices.length,
    strangers,
    sessions: sessionsOf(before) - sessionsOf(after),
  }
  // Nothing to forget writes nothing: most days are such days.
  if (forgotten.pairings + forgotten.sessions > 0) await devices.change(keep)
  if (strangers > 0) await staff.change((list) => ({ ...list, staff: list.staff.filter((one) => !isStranger(one)) }))
  return forgotten
}
