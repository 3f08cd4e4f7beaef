import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lastGoodOf } from '../../config/document.ts'
import { officeFile } from '../../config/load-office.ts'
import type { Office } from '../../protocol/office.ts'
import type { Sender } from '../../protocol/roles.ts'
import { openOffice } from '../../server/open-office.ts'
import { at, DENPASAR } from '../support/denpasar.ts'
import { virtualClock } from '../support/office.ts'

/** The supervisor of these tests. */
export const SUPERVISOR: Sender = { role: 'supervisor', device: 'desk', place: 'desk', staff: '90' }

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'antrean-keep-'))

/** A whole office on a data folder, without network: what the page of the office changes. */
export const openHouseOnDisk = async (dataDir = newFolder(), first: unknown = DENPASAR) => {
  const file = officeFile(dataDir)
  const text = () => readFileSync(file, 'utf8')
  try {
    text()
  } catch {
    writeFileSync(file, JSON.stringify(first))
  }
  const clock = virtualClock(at('07.00'))
  const faults: unknown[] = []
  const house = await openOffice({
    ...{ dataDir, clock, log: { warn: () => undefined } },
    onFault: (fault) => faults.push(fault),
  })
  return {
    ...{ house, clock, dataDir, file, faults, text },
    keeper: house.keeper,
    name: () => house.office.read().name,
    /** What a person does with an editor. */
    edit: (content: string) => writeFileSync(file, content),
    change: (base: number, change: Partial<Office>) =>
      house.keeper.change(base, { ...house.office.read(), ...change }, SUPERVISOR),
    /** What lies on the disk at this instant, as a folder that another start finds. `mark`: a change was under way. */
    photograph(left: { officeText?: string; mark?: boolean } = {}): string {
      const folder = newFolder()
      cpSync(dataDir, folder, { recursive: true })
      if (left.officeText !== undefined)
        for (const path of [officeFile(folder), lastGoodOf(officeFile(folder))]) writeFileSync(path, left.officeText)
      if (left.mark) writeFileSync(`${officeFile(folder)}.changing`, '')
      return folder
    },
  }
}
