import { join } from 'node:path'
import { modelIds } from '../../printer/model.ts'
import type { Doer } from '../../protocol/house-facts.ts'
import { Office } from '../../protocol/office.ts'
import type { FieldProblem } from '../../protocol/office-change.ts'
import type { DeviceRole, Sender } from '../../protocol/roles.ts'
import type { OfficePort } from '../gateway/desk/office-port.ts'
import { consequencesOf } from '../office-change/consequences.ts'
import { diffOffice } from '../office-change/diff-office.ts'
import { fieldProblemsOf } from '../office-change/field-problems.ts'
import type { OpenOffice } from '../open-office.ts'
import { placeTrouble } from '../places.ts'
import type { Presence } from '../presence.ts'
import { makeStaffDesk } from './desk-staff.ts'

const SCREENS: readonly DeviceRole[] = ['kiosk', 'display', 'counter']

type Checked = { office: Office; problems: null } | { office: null; problems: FieldProblem[] }

const doerOf = ({ role, staff }: Sender): Doer => ({ role, staff })

/** What the page of the office asks of a house at work. `address` is where screens open a pairing link. */
export const makeOfficeDesk = (options: {
  house: Pick<OpenOffice, 'door' | 'access' | 'office' | 'keeper' | 'checkOffice'>
  presence: Pick<Presence, 'read'>
  dataDir: string
  address: string
  now: () => number
}): OfficePort => {
  const { house, presence, dataDir, address, now } = options
  const { door, access, keeper } = house
  const check = (value: unknown): Checked => {
    const read = Office.safeParse(value)
    const problems = read.success ? house.checkOffice(read.data) : fieldProblemsOf(read.error.issues, value)
    return read.success && problems.length === 0 ? { office: read.data, problems: null } : { office: null, problems }
  }
  const modelsHere = (): string[] => {
    const own = (() => {
      try {
        return modelIds(join(dataDir, 'printers'))
      } catch {
        // No folder of its own: the shipped models alone.
        return []
      }
    })()
    return [...new Set([...own, ...modelIds()])]
  }
  const enter: (
    base: number,
    value: unknown,
    sender: Parameters<OfficePort['save']>[0],
  ) => ReturnType<OfficePort['save']> = async (base, value, sender) => {
    const { office, problems } = check(value)
    if (problems !== null) return { status: 'wrong', problems }
    const changed = await keeper.change(base, office, sender)
    if (changed.status !== 'stale') return changed
    const was = keeper.versions()[base - 1]?.office ?? office
    return { ...changed, changes: diffOffice(was, house.office.read()) }
  }

  return {
    ...makeStaffDesk(access),
    async read() {
      const last = keeper.versions().at(-1)
      if (last === undefined) throw new Error('an open house has a version of its document')
      const { office: _, ...version } = last
      return { version, office: house.office.read(), fileTrouble: keeper.trouble(), models: modelsHere() }
    },
    async preview({ base, office: value }) {
      const { office, problems } = check(value)
      if (problems !== null) return { status: 'wrong', problems }
      return {
        status: 'good',
        stale: base !== keeper.versions().length,
        changes: diffOffice(house.office.read(), office),
        consequences: consequencesOf(door.state(), office, now()),
      }
    },
    save: (sender, { base, office }) => enter(base, office, sender),
    async history() {
      const all = keeper.versions()
      const versions = all.map(({ office, ...version }, i) => {
        const before = all[i - 1]
        return { ...version, changes: before === undefined ? [] : diffOffice(before.office, office) }
      })
      return { versions: versions.reverse() }
    },
    async restore(sender, { base, version }) {
      const wanted = keeper.versions()[version - 1]
      return wanted === undefined
        ? { status: 'stale', version: keeper.versions().length, changes: [] }
        : enter(base, wanted.office, sender)
    },
    async pairings() {
      const here = presence.read()
      const isHere = (role: DeviceRole, place: string): boolean =>
        here.some((one) => one.role === role && one.place === place && one.connected > 0)
      const live = access.devices().filter(({ revokedAt }) => revokedAt === undefined)
      return {
        pairings: live
          .map(({ id, role, place, pairedAt, lastSeenAt }) => ({
            ...{ id, role, place, pairedAt, seenAt: lastSeenAt ?? null },
            connected: isHere(role, place),
          }))
          .sort((a, b) => b.pairedAt - a.pairedAt),
      }
    },
    async pair(sender, { role, place }) {
      if (placeTrouble(house.office.read(), role, place) !== null) return { status: 'no-such-place' }
      const { deviceId, token } = await access.pair(role, place, doerOf(sender))
      const link = SCREENS.includes(role) ? `${address}/pair#${token}` : null
      return { status: 'paired', id: deviceId, token, link }
    },
    revoke: (sender, id) => access.revoke(id, doerOf(sender)),
  }
}
