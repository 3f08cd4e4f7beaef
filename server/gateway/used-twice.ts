import type { Logger } from 'pino'
import type { UsedTwice } from '../../protocol/devices-view.ts'
import type { GatewayMetrics } from './gateway-metrics.ts'

/** An open line of a device: its other end, since when it is open and when it was last heard, by a clock that never goes back. */
export type DeviceLine = { address: string; openedMs: number; heardMs: number }

/**
 * Whether the lines of one device come from two machines: lines of different addresses were both heard for longer than
 * `cutMs` after both were open. A device that moves to another address is never heard from the old one again, and its cut
 * line closes by itself within that time. Several tabs of one browser have one address.
 */
export const isUsedTwice = (lines: readonly DeviceLine[], cutMs: number): boolean =>
  lines.some((one) =>
    lines.some(
      (other) =>
        other.address !== one.address &&
        Math.min(one.heardMs, other.heardMs) - Math.max(one.openedMs, other.openedMs) > cutMs,
    ),
  )

/** One machine has one address here, however it is written: IPv4 inside IPv6, and the two names of this machine. */
const plainAddress = (address: string): string => (address === '::1' ? '127.0.0.1' : address.replace(/^::ffff:/, ''))

/** What knows which devices' tokens are in use at two places at once. */
export type UsedTwiceWatch = {
  /** A device opened a line: what says that it was heard, and that it ended. */
  open(device: UsedTwice & { id: string }, address: string): { heard(): void; ended(): void }
  /** The devices whose token is in use at two places now. */
  read(): UsedTwice[]
}

/**
 * Watches the open lines of all devices. An alarm ends when one address is left. Its begin is logged with the device and
 * its place, never with an address or a token. `cutMs`: how long a line may be open whose other end is gone.
 * Behind a proxy all devices have the proxy's address, and nothing is seen.
 */
export const watchUsedTwice = (options: {
  cutMs: number
  log: Pick<Logger, 'warn'>
  metrics: Pick<GatewayMetrics, 'usedTwice'>
  nowMs?: () => number
}): UsedTwiceWatch => {
  const { cutMs, log, metrics, nowMs = () => performance.now() } = options
  const linesOf = new Map<string, Set<DeviceLine>>()
  const alarms = new Map<string, UsedTwice>()
  return {
    open({ id, role, place }, address) {
      const lines = linesOf.get(id) ?? new Set()
      linesOf.set(id, lines)
      const line = { address: plainAddress(address), openedMs: nowMs(), heardMs: nowMs() }
      lines.add(line)
      return {
        heard() {
          line.heardMs = nowMs()
          if (alarms.has(id) || !isUsedTwice([...lines], cutMs)) return
          alarms.set(id, { role, place })
          metrics.usedTwice(alarms.size)
          log.warn({ device: id, role, place }, 'a token is in use at two places at once')
        },
        ended() {
          lines.delete(line)
          if (lines.size === 0) linesOf.delete(id)
          const isOnePlace = new Set([...lines].map((left) => left.address)).size < 2
          if (isOnePlace && alarms.delete(id)) metrics.usedTwice(alarms.size)
        },
      }
    },
    read: () => [...alarms.values()],
  }
}
