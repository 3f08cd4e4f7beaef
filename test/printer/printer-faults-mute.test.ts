import { describe, expect, test } from 'vitest'
import { modelIds } from '../../printer/model.ts'
import type { Talk } from '../../printer/simulated/printer-state.ts'
import { slipNo } from './printer-bench.ts'
import { atWork, whole } from './printer-faults-bench.ts'
import { modelOf } from './sample-slip.ts'

const TALKS: readonly Talk[] = ['all', 'no-fence', 'nothing']
const EACH = modelIds().flatMap((id) => TALKS.map((talk) => ({ id, talk })))

describe('a printer that never answers, and every other (row 32)', { tags: ['F32'] }, () => {
  test.each(EACH)(
    '$id, answers $talk: a burst of 60 is out within 180 s, each proven or in doubt',
    async ({ id, talk }) => {
      const { hands, printer, office } = atWork(id, { talk, flow: 'dtr' })
      const cut: string[] = []
      printer.onPaper((paper) => cut.push(...whole([paper])))
      const numbers = Array.from({ length: 60 }, (_, n) => slipNo(n + 1))
      await hands.pass(() => office.devices().length > 0, 10_000)
      const startedAt = hands.nowMs()
      office.owe(...numbers)
      expect(await hands.pass(() => office.owed().length === 0, 180_000)).toBe(true)
      const perMinute = (60 * 60_000) / (hands.nowMs() - startedAt)
      expect(perMinute).toBeGreaterThanOrEqual(20)
      const ends = office.papers().filter((paper) => !paper.endsWith('sending'))
      const proof = talk === 'all' || (talk === 'no-fence' && modelOf(id).processId) ? 'printed' : 'unproven'
      expect(ends).toEqual(numbers.map(({ number }) => `${number}/1 ${proof}`))
      await hands.pass(() => false, 120_000)
      if (modelOf(id).cutter !== null) expect(cut).toEqual(numbers.map(({ number }) => number))
    },
  )
})
