import { expect, test } from 'vitest'
import { describeFailure, findFailure } from '../storm/find-failure.ts'
import { STORM_ROWS } from '../storm/storm-rows.ts'
import { howMany } from '../support/how-many.ts'
import { keepFigure } from '../support/keep-figure.ts'

/** Seeds of one quarter of the run. */
const QUARTER = howMany(100, 2500)

/** Lives through some of the four quarters of ten thousand storms; a file has half of them, so that two run side by side. */
export const liveThrough = (quarters: readonly number[]): void => {
  test.for(quarters)(
    'quarter %i of thousands of days in bad weather loses, doubles and mixes up nothing',
    { tags: [...STORM_ROWS] },
    async (quarter, context) => {
      const { failure, storms, commands, lives } = await findFailure({ from: 1000 + quarter * QUARTER, count: QUARTER })
      expect(failure && describeFailure(failure)).toBeNull()
      const [many, asked, started] = [storms, commands, lives].map((count) => count.toLocaleString('en'))
      keepFigure(context, `${many} storms, ${asked} commands, ${started} starts, 0 failures`)
    },
  )
}
