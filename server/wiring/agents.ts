import type { Place } from '../../protocol/ids.ts'
import type { Sender } from '../../protocol/roles.ts'
import type { OpenedOffice } from '../office.ts'
import { ownPrinter } from '../rules/own-printer.ts'

/** An agent that is missing at two looks in a row is gone; one whose line was cut is back within 2 s. */
const LOOK_MS = 2_000

/**
 * Says for the printer of an agent that is gone that it is offline, because nobody else can: the kiosk then tells its
 * visitors, and a spare printer takes over. An agent that comes back says again how its printer is. `connected` are the
 * kiosks whose agent is there now. Returns `stop`.
 */
export const watchAgents = (options: {
  door: OpenedOffice
  connected: () => readonly Place[]
  newCommandId: () => string
}): (() => void) => {
  const { door, connected, newCommandId } = options
  let missed: readonly Place[] = []
  const look = (): void => {
    const there = connected()
    const { office, devices } = door.state()
    const absent = (office?.kiosks ?? []).map(({ place }) => place).filter((place) => !there.includes(place))
    for (const place of absent.filter((one) => missed.includes(one))) {
      const sender: Sender = { role: 'agent', device: 'agent-gone', place, staff: null }
      const printer = ownPrinter(office, sender)
      if (printer !== null && devices[printer]?.status !== 'offline')
        void door.submit({ type: 'ReportDevice', commandId: newCommandId(), status: 'offline' }, sender)
    }
    missed = absent
  }
  const looking = setInterval(look, LOOK_MS)
  return () => clearInterval(looking)
}
