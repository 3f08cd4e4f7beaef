import { expect, test } from 'vitest'
import { describeFailure, findFailure } from '../storm/find-failure.ts'
import { STORM_ROWS } from '../storm/storm-rows.ts'
import { howMany } from '../support/how-many.ts'
import { keepFigure } from '../support/keep-figure.ts'

/** Seeds of one quarter of the run. */
const QUARTER = howMany(100, 2500)

test.for([1, 2, 3, 4])(
  'quarter %i of thousands of days in bad weather loses, doubles and mixes up nothing',
  {
    tags: [...STORM_ROWS],
  },
  async (quarter, context) => {
    const { failure, storms, commands, lives } = await findFailure({ from: 1000 + quarter * QUARTER, count: QUARTER })
    expect(failure && describeFailure(failure)).toBeNull()
    keepFigure(
      context,
      `${storms.toLocaleString('en')} storms, ${commands.toLocaleString('en')} commands, ${lives.toLocaleString('en')} starts, 0 failures`,
    )
  },
)
