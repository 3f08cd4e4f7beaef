import { isStopped } from '../../protocol/commands.ts'
import type { Instant } from '../../protocol/ids.ts'
import type { EventOf } from './events.ts'
import type { Device, State } from './state.ts'

/** A printer after it said how it is, and when; one that stopped before it ever printed has its first trouble. */
export const evolveDevice = (state: State, event: EventOf<'DeviceReported'>, at: Instant): Device => {
  const { printer, status } = event
  const before = state.devices[printer]
  const { trouble = null, troublesToday = 0 } = before ?? {}
  const begins = isStopped(status) && (before === undefined || !isStopped(before.status))
  return begins
    ? { status, sinceAt: at, trouble: { status, at }, troublesToday: troublesToday + 1 }
    : { status, sinceAt: at, trouble, troublesToday }
}
