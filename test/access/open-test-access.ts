import { openAccess } from '../../server/access/access.ts'
import { type Devices, NO_DEVICES, NO_STAFF, type StaffList } from '../../server/access/documents.ts'
import { makeSeal } from '../../server/seal.ts'
import { memoryDocument } from './memory-document.ts'

const START_AT = Date.UTC(2026, 10, 24, 0, 0)

/** Access over documents in memory with a clock that tests move by hand. `restart` opens it anew over the same documents. */
export const openTestAccess = () => {
  const digest = makeSeal(new Uint8Array(32)).passDigest
  const clock = { at: START_AT }
  const devices = memoryDocument<Devices>(NO_DEVICES)
  const staff = memoryDocument<StaffList>(NO_STAFF)
  const restart = () => openAccess({ devices, staff, digest, now: () => clock.at })
  return { clock, devices, staff, restart, access: restart() }
}
