import type { Document } from '../../config/document.ts'
import type { Answer } from '../../protocol/answers.ts'
import type { Doer } from '../../protocol/house-facts.ts'
import type { StaffNumber } from '../../protocol/ids.ts'
import type { RefusalCode } from '../../protocol/refusals.ts'
import type { DeviceRole, Rank, Sender } from '../../protocol/roles.ts'
import { type DeskSessions, makeDeskSessions } from './desk-sessions.ts'
import { type Devices, NO_TRIES, type StaffList } from './documents.ts'
import { type Forgotten, forgetOld } from './forget-old.ts'
import { makePasses, type Passes } from './passes.ts'
import { makePin, sealPin } from './pin.ts'
import { hashToken, makeDeviceId, makeToken, type Random, systemRandom } from './secrets.ts'
import { makeSetupCode } from './setup-code.ts'
import { makeTryPin } from './sign-in.ts'

/** A working day of a counter and of a console: after it everybody signs in again (ASVS 7.3.2). */
const SESSION_MS = 12 * 3_600_000
/** How fresh "last seen" is: a write per message would wear the disk for nothing. */
const SEEN_EVERY_MS = 3_600_000

/** What others have to know at once: another member of staff works at a counter, or a pairing is void. */
export type AccessChange = { kind: 'staff'; place: string } | { kind: 'desk' } | { kind: 'revoked'; deviceId: string }

/** A pairing as it may be listed, without its secret. Instants in epoch ms. */
export type PairedDevice = Omit<Devices['devices'][number], 'tokenHash' | 'elsewhere'>

/** Who may speak to the office, and as whom: paired devices, staff at the counters, supervisors at the desk, the console. */
export type Access = DeskSessions &
  Passes & {
    /**
     * Pairs one more screen or program. The token (256 bits, base64url) is shown here and never again. `by` is who did it,
     * here and below, for the audit; the machine itself where nobody is named.
     */
    pair(role: DeviceRole, place: string, by?: Doer): Promise<{ deviceId: string; token: string }>
    /**
     * Gives a screen that shows the token of its link a new one, so that a link works once; null when the token is unknown,
     * revoked, or given in exchange already.
     */
    claim(token: string): Promise<string | null>
    /** Ends a pairing for good; false when there is none such. */
    revoke(deviceId: string, by?: Doer): Promise<boolean>
    /** All pairings, also the revoked ones. */
    devices(): PairedDevice[]
    /** The device that holds this token, with the staff signed in at its counter; null when unknown or revoked. */
    senderOf(token: string): Sender | null
    /** Notes that a device was here, at most once an hour. */
    seen(deviceId: string): Promise<void>
    /** A new one-time code `XXXX-XXXX` for this machine's own screen: 30 minutes, one use, five tries. */
    issueSetupCode(): string
    /** Exchanges the code for a console token good for 12 hours; null when it is not the code. */
    redeemSetupCode(code: string): Promise<string | null>
    /** A console token good for 12 hours, for the command line of this machine. */
    openConsole(): Promise<string>
    /** The console that holds this token, null when unknown or over. */
    consoleSenderOf(token: string): Sender | null
    /**
     * Signs staff in at the sender's counter, and out of any other. Refused: `not-permitted` when the sender is no
     * counter, `signed-in-elsewhere`, `sign-in-failed` (the same for number and PIN), `sign-in-locked`.
     */
    signIn(sender: Sender, who: { staff: string; pin: string }): Promise<Answer>
    /** Signs out whoever works at the sender's counter. */
    signOut(sender: Sender): Promise<Answer>
    /**
     * Gives a member of staff, new or known, a new random PIN and lifts a lock. The PIN is told here and never again.
     * Without `rank` a known one keeps theirs, and a new one is staff.
     */
    setPin(staff: StaffNumber, rank?: Rank, by?: Doer): Promise<string>
    /** Makes a member of staff a supervisor, or staff again, which ends their desk; false when there is none such. */
    setRank(staff: StaffNumber, rank: Rank, by?: Doer): Promise<boolean>
    /** Lifts the lock after wrong tries; the PIN stays. False when there is none such. */
    unlock(staff: StaffNumber, by?: Doer): Promise<boolean>
    /** Takes a member of staff off the list and out of their counter; false when there is none such. */
    removeStaff(staff: StaffNumber, by?: Doer): Promise<boolean>
    /** The numbers that have a PIN, in order. */
    staffNumbers(): StaffNumber[]
    /** The same with what they may do, and whether wrong tries hold them up now. */
    staffEntries(): { number: StaffNumber; rank: Rank; locked: boolean }[]
    /** Forgets pairings revoked before one instant, numbers nobody has and nobody tried since another, and ended sessions. */
    forgetOld(limits: { pairingsBefore: number; strangersBefore: number }): Promise<Forgotten>
    /** Tells of every change from now on; returns `stop`. */
    onChange(listener: (change: AccessChange) => void): () => void
  }

const DONE: Answer = { status: 'taken', result: { kind: 'done' } }
const refused = (code: RefusalCode): Answer => ({ status: 'refused', refusal: { code } })

/**
 * Opens access over its two documents. `now` is epoch ms from a clock that does not step while the server runs: a set
 * clock would otherwise end or lengthen every session. `digest` is the office's own, for passes; `random` is for tests; `counted`
 * hears how often a number was wrong.
 */
export const openAccess = (options: {
  devices: Document<Devices>
  staff: Document<StaffList>
  now: () => number
  digest: (text: string) => string
  random?: Random
  counted?: (number: StaffNumber, failures: number) => void
}): Access => {
  const { devices, staff, now, digest, random = systemRandom, counted } = options
  const setupCode = makeSetupCode(now, random)
  const tryPin = makeTryPin(staff, now, counted)
  const listeners = new Set<(change: AccessChange) => void>()
  const tell = (change: AccessChange) => {
    for (const listener of listeners) listener(change)
  }
  const staffAt = (place: string): StaffNumber | null => {
    const session = devices.read().sessions.find((one) => one.place === place)
    return session !== undefined && now() - session.signedInAt < SESSION_MS ? session.staff : null
  }
  /** Whoever has another PIN or rank, or is no staff any more, signs in anew: a stolen session ends with the PIN. */
  const endSessionsOf = async (number: StaffNumber): Promise<void> => {
    await changeSessions((all) => all.filter((one) => one.staff !== number))
    await devices.change((all) => ({ ...all, deskSessions: all.deskSessions.filter((one) => one.staff !== number) }))
  }
  const changeSessions = async (next: (now: Devices['sessions']) => Devices['sessions']) => {
    let before: Devices['sessions'] = []
    const { sessions: after } = await devices.change((all) => {
      before = all.sessions
      return { ...all, sessions: next(before) }
    })
    const staffOf = (sessions: Devices['sessions'], place: string) => sessions.find((one) => one.place === place)?.staff
    for (const place of new Set([...before, ...after].map((one) => one.place)))
      if (staffOf(before, place) !== staffOf(after, place)) tell({ kind: 'staff', place })
  }

  const openConsole = async () => {
    const token = makeToken(random)
    const session = { tokenHash: hashToken(token), expiresAt: now() + SESSION_MS }
    await devices.change((all) => ({
      ...all,
      consoleSessions: [...all.consoleSessions.filter((one) => one.expiresAt > now()), session],
    }))
    return token
  }

  const entries = () => staff.read().staff.filter((one) => one.pin !== null)

  return {
    ...makeDeskSessions({ devices, staff, tryPin, now, random, tell: () => tell({ kind: 'desk' }) }),
    ...makePasses({ devices, digest, now, random }),
    async pair(role, place) {
      const token = makeToken(random)
      const device = { id: makeDeviceId(random), role, place, tokenHash: hashToken(token), pairedAt: now() }
      await devices.change((all) => ({ ...all, devices: [...all.devices, device] }))
      return { deviceId: device.id, token }
    },
    async claim(token) {
      const fresh = makeToken(random)
      const isIt = (one: Devices['devices'][number]) =>
        one.tokenHash === hashToken(token) && one.revokedAt === undefined
      if (!devices.read().devices.some(isIt)) return null
      let claimed = false
      await devices.change((all) => {
        claimed = all.devices.some(isIt)
        return {
          ...all,
          devices: all.devices.map((one) => (isIt(one) ? { ...one, tokenHash: hashToken(fresh) } : one)),
        }
      })
      return claimed ? fresh : null
    },
    async revoke(deviceId) {
      const isLive = (one: PairedDevice) => one.id === deviceId && one.revokedAt === undefined
      if (!devices.read().devices.some(isLive)) return false
      const revokedAt = now()
      await devices.change((all) => ({
        ...all,
        devices: all.devices.map((one) => (isLive(one) ? { ...one, revokedAt } : one)),
      }))
      tell({ kind: 'revoked', deviceId })
      return true
    },
    devices: () => devices.read().devices.map(({ tokenHash: _, elsewhere: __, ...device }) => device),
    senderOf(token) {
      const tokenHash = hashToken(token)
      const device = devices
        .read()
        .devices.find((one) => one.tokenHash === tokenHash || Object.values(one.elsewhere ?? {}).includes(tokenHash))
      if (device === undefined || device.revokedAt !== undefined) return null
      const { id, role, place } = device
      return { role, device: id, place, staff: role === 'counter' ? staffAt(place) : null }
    },
    async seen(deviceId) {
      const at = now()
      const isDue = (one: PairedDevice) => one.id === deviceId && Math.abs(at - (one.lastSeenAt ?? 0)) >= SEEN_EVERY_MS
      if (!devices.read().devices.some(isDue)) return
      await devices.change((all) => ({
        ...all,
        devices: all.devices.map((one) => (isDue(one) ? { ...one, lastSeenAt: at } : one)),
      }))
    },

    issueSetupCode: () => setupCode.issue(),
    redeemSetupCode: async (code) => (setupCode.redeem(code) ? openConsole() : null),
    openConsole,
    consoleSenderOf(token) {
      const tokenHash = hashToken(token)
      const session = devices.read().consoleSessions.find((one) => one.tokenHash === tokenHash)
      if (session === undefined || session.expiresAt <= now()) return null
      return { role: 'console', device: `console-${tokenHash.slice(0, 8)}`, place: 'console', staff: null }
    },

    async signIn(sender, who) {
      if (sender.role !== 'counter') return refused('not-permitted')
      const isTaken = () => ![null, who.staff].includes(staffAt(sender.place))
      if (isTaken()) return refused('signed-in-elsewhere')
      const refusal = await tryPin({ kind: 'counter', key: sender.place }, who.staff, who.pin)
      if (refusal !== null) return { status: 'refused', refusal }
      // Asked again: somebody else may have signed in at the other screen of this counter while the PIN was checked.
      if (isTaken()) return refused('signed-in-elsewhere')
      const session = { place: sender.place, staff: who.staff, signedInAt: now() }
      await changeSessions((all) => [
        ...all.filter((one) => one.staff !== session.staff && one.place !== session.place),
        session,
      ])
      return DONE
    },
    async signOut(sender) {
      if (sender.role !== 'counter') return refused('not-permitted')
      await changeSessions((all) => all.filter((one) => one.place !== sender.place))
      return DONE
    },
    async setPin(number, rank) {
      const pin = makePin(random)
      const sealed = await sealPin(pin, random)
      await staff.change((list) => {
        const known = list.staff.find((one) => one.number === number)
        const entry = { number, rank: rank ?? known?.rank ?? 'staff', pin: sealed, ...NO_TRIES, atDesk: NO_TRIES }
        return { ...list, staff: [...list.staff.filter((one) => one.number !== number), entry] }
      })
      await endSessionsOf(number)
      tell({ kind: 'desk' })
      return pin
    },
    async setRank(number, rank) {
      if (!entries().some((one) => one.number === number)) return false
      await staff.change((list) => ({
        ...list,
        staff: list.staff.map((one) => (one.number === number ? { ...one, rank } : one)),
      }))
      await endSessionsOf(number)
      tell({ kind: 'desk' })
      return true
    },
    async unlock(number) {
      if (!entries().some((one) => one.number === number)) return false
      await staff.change((list) => ({
        ...list,
        staff: list.staff.map((one) => (one.number === number ? { ...one, ...NO_TRIES, atDesk: NO_TRIES } : one)),
      }))
      return true
    },
    async removeStaff(number) {
      if (!entries().some((one) => one.number === number)) return false
      await staff.change((list) => ({ ...list, staff: list.staff.filter((one) => one.number !== number) }))
      await endSessionsOf(number)
      tell({ kind: 'desk' })
      return true
    },
    staffNumbers: () =>
      entries()
        .map((one) => one.number)
        .sort(),
    staffEntries: () =>
      entries()
        .map(({ number, rank, lockedUntilAt, atDesk }) => ({
          ...{ number, rank },
          locked: Math.max(lockedUntilAt, atDesk.lockedUntilAt) > now(),
        }))
        .sort((a, b) => (a.number < b.number ? -1 : 1)),

    forgetOld: (limits) => forgetOld({ devices, staff }, { ...limits, now: now(), sessionMs: SESSION_MS }),
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
