import type { DevicesView } from '../../protocol/devices-view.ts'
import type { OpenOffice } from '../open-office.ts'
import type { Presence } from '../presence.ts'
import { devicesView } from '../views/devices-view.ts'
import type { Scanners } from './scanners.ts'

/** Reads every device of a house at work as it is now. */
export const makeReadDevices =
  (options: {
    house: Pick<OpenOffice, 'door' | 'access' | 'office'>
    presence: Presence
    scanners: Scanners['statuses']
    now: () => number
  }): (() => DevicesView) =>
  () => {
    const { house, presence, scanners, now } = options
    return devicesView(house.door.state(), house.office.read(), now(), {
      pairings: house.access.devices().filter(({ revokedAt }) => revokedAt === undefined),
      presences: presence.read(),
      scanners: scanners(),
    })
  }
