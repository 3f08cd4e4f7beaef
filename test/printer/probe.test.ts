import { describe, expect, test } from 'vitest'
import { modelIds, type PrinterModel } from '../../printer/model.ts'
import type { Talk } from '../../printer/simulated/printer-state.ts'
import { probeSimulated } from './probe-bench.ts'
import { modelOf } from './sample-slip.ts'

const TALKS: readonly Talk[] = ['all', 'no-fence', 'nothing']
const EACH = modelIds().flatMap((id) => TALKS.map((talk) => ({ id, talk })))
const SPEAKING = EACH.filter(({ talk }) => talk !== 'nothing')

/** The same printer under a name that nobody knows. */
const unknown = (id: string): PrinterModel => ({ ...modelOf(id), name: 'Nobody 9000' })

describe('a printer that is probed', () => {
  test.each(SPEAKING)(
    '$id that answers $talk and says its name is known for what it is, without paper',
    async ({ id, talk }) => {
      const { printer, probe } = await probeSimulated({ model: modelOf(id), talk })
      expect(probe?.transcript.profile).toEqual(modelOf(id))
      expect(probe?.findings.fence).toBe(talk === 'all')
      expect(printer.papers()).toEqual([])
      expect(printer.violations()).toEqual([])
    },
  )

  test.each(SPEAKING)(
    '$id that answers $talk under an unknown name is found out by its answers and the test page',
    async ({ id, talk }) => {
      const before = (printer: { set(change: { paper: 'near' }): void }) => printer.set({ paper: 'near' })
      const { probe } = await probeSimulated({ model: unknown(id), talk, page: true, before })
      const { cutter, ...model } = unknown(id)
      const { cutter: found, ...profile } = probe?.transcript.profile ?? unknown(id)
      expect(profile).toEqual(model)
      // How far it is from head to knife nobody can see: four rows are enough for all of them.
      expect(found?.command).toBe(cutter?.command)
      expect(found?.feedRows ?? 4).toBeGreaterThanOrEqual(cutter?.feedRows ?? 4)
    },
  )
})
