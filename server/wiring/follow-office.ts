import type { DeviceLog } from '../../line/line.ts'
import type { OpenOffice } from '../open-office.ts'
import type { Following } from './follow-entries.ts'

/** How often `office.json` is looked at: an edit by hand is noticed within two looks. */
const LOOK_MS = 1_000

/**
 * Keeps an office at work in step with its document: devices follow every version, and the file is looked at for what
 * somebody edited by hand. A device that cannot be started is told in the log and stays away. Returns `stop`.
 */
export const followOffice = (options: {
  house: Pick<OpenOffice, 'door' | 'keeper'>
  devices: readonly Pick<Following, 'follow'>[]
  log: DeviceLog
}): (() => void) => {
  const { house, devices, log } = options
  const stopListening = house.door.onRecorded((recorded) => {
    for (const { event } of recorded)
      if (event.type === 'OfficeConfigured')
        for (const device of devices)
          device.follow(event.office).catch((trouble: unknown) => log.warn({ trouble }, 'a device cannot be started'))
  })
  const looking = setInterval(() => void house.keeper.look(), LOOK_MS)
  return () => {
    clearInterval(looking)
    stopListening()
  }
}
