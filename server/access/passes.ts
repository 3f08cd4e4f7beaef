import { timingSafeEqual } from 'node:crypto'
import type { Document } from '../../config/document.ts'
import type { DeviceRole } from '../../protocol/roles.ts'
import type { Devices } from './documents.ts'
import { hashToken, makeToken, type Random } from './secrets.ts'

/** A long weekend: a screen may have heard its own server last on Friday, and find the other one on Monday. */
const PASS_MS = 7 * 24 * 3_600_000

/** A screen at several servers of its office. */
export type Passes = {
  /**
   * What a device shows at another server, to go on there as the same device: it names the device and is good for seven days. Nothing
   * of it is stored, because every server of an office has the same secret. The page keeps it in its memory, and behind the `#` of the
   * address by which it goes.
   */
  passOf(deviceId: string): string
  /**
   * Gives a device that comes with a pass a token of its own at `origin`; its tokens elsewhere stay, an older one here ends. Null when
   * the pass is none, its time is over, or its pairing was revoked.
   */
  continueAt(origin: string, pass: string): Promise<{ role: DeviceRole; place: string; token: string } | null>
}

/** `<device>.<end, epoch ms to the base of 36>.<digest of both>` */
const PASS = /^([A-Za-z0-9_-]{16})\.([0-9a-z]{1,9})\.([A-Za-z0-9_-]{43})$/

/** Makes passes. `digest`: 43 characters that only a server with the office's secret can make of a text; `now`: epoch ms. */
export const makePasses = (parts: {
  devices: Document<Devices>
  digest: (text: string) => string
  now: () => number
  random: Random
}): Passes => {
  const { devices, digest, now, random } = parts
  const sign = (deviceId: string, until: string) => digest(`${deviceId} ${until}`)
  const readPass = (pass: string): string | null => {
    const [, deviceId, until, signature] = PASS.exec(pass) ?? []
    if (deviceId === undefined || until === undefined || signature === undefined) return null
    if (!timingSafeEqual(Buffer.from(signature), Buffer.from(sign(deviceId, until)))) return null
    return Number.parseInt(until, 36) > now() ? deviceId : null
  }
  return {
    passOf(deviceId) {
      const until = (now() + PASS_MS).toString(36)
      return `${deviceId}.${until}.${sign(deviceId, until)}`
    },
    async continueAt(origin, pass) {
      const id = readPass(pass)
      const find = (all: Devices) => all.devices.find((one) => one.id === id && one.revokedAt === undefined)
      if (find(devices.read()) === undefined) return null
      const token = makeToken(random)
      const after = await devices.change((all) => {
        const device = find(all)
        const continued = device && { ...device, elsewhere: { ...device.elsewhere, [origin]: hashToken(token) } }
        return { ...all, devices: all.devices.map((one) => (one === device && continued ? continued : one)) }
      })
      const device = find(after)
      return device === undefined ? null : { role: device.role, place: device.place, token }
    },
  }
}
