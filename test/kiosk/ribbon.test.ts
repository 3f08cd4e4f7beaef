import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layRibbon } from '../../kiosk/ribbon.ts'
import { at, window } from '../support/denpasar.ts'

const [LEFT, RIGHT] = [47.6, 822.4]
const YOURS = window('10.00-11.00')

describe('the hour ribbon of a kiosk', () => {
  test('brackets the likely call, from now on, and leaves it out when it is past or not known', () => {
    const range = { fromAt: at('11.10'), untilAt: at('11.40') }
    const ribbon = layRibbon(at('10.31'), YOURS, at('11.01'), range)
    const x = (clock: string) => LEFT + ((at(clock) - at('10.00')) / (3 * 3_600_000)) * (RIGHT - LEFT)
    expect(ribbon.likely?.from).toBeCloseTo(x('11.10'))
    expect(ribbon.likely?.to).toBeCloseTo(x('11.40'))
    expect(layRibbon(at('11.20'), YOURS, at('11.01'), range).likely?.from).toBeCloseTo(x('11.20'))
    expect(layRibbon(at('11.40'), YOURS, at('11.01'), range).likely).toBeNull()
    expect(layRibbon(at('10.31'), YOURS, at('11.01'), null).likely).toBeNull()
  })

  test('holds every mark on its line, at any time of any day', () => {
    const minute = fc.integer({ min: 0, max: 16 * 60 })
    fc.assert(
      fc.property(minute, minute, minute, minute, (nowMin, startMin, turnMin, callMin) => {
        const [now, startAt, turnAt, fromAt] = [nowMin, startMin, turnMin, callMin].map((m) => at('06.00') + m * 60_000)
        if (now === undefined || startAt === undefined || turnAt === undefined || fromAt === undefined) return
        const range = { fromAt, untilAt: fromAt + 25 * 60_000 }
        const {
          ticks,
          window: block,
          now: wedge,
          held,
          likely,
        } = layRibbon(now, { startAt, endAt: startAt + 3_600_000 }, turnAt, range)
        const xs = [wedge, block.x, block.x + block.width, ...ticks.map(({ x }) => x)]
        for (const x of [...xs, held?.from ?? LEFT, held?.to ?? LEFT, likely?.from ?? LEFT, likely?.to ?? LEFT]) {
          expect(x).toBeGreaterThanOrEqual(LEFT - 1e-6)
          expect(x).toBeLessThanOrEqual(RIGHT + 1e-6)
        }
        expect(ticks.length).toBeLessThanOrEqual(6)
      }),
    )
  })
})
