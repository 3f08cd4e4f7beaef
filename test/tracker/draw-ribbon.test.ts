import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawRibbon, LEFT, RIGHT } from '../../tracker/draw-ribbon.ts'

const at = (clock: string): number => Date.parse(`2026-11-24T${clock}:00+08:00`)
const window = { startAt: at('10:00'), endAt: at('11:00') }

describe('the ribbon of hours', () => {
  test('inside the hour the ribbon is that hour, with now a sixth of the way', () => {
    const ribbon = drawRibbon({ window, callableFromAt: at('09:00'), range: null }, at('10:10'))
    expect(ribbon.hours.map((hour) => hour.at)).toEqual([at('10:00'), at('11:00')])
    expect(ribbon.block).toEqual({ x: LEFT, width: RIGHT - LEFT, passed: false })
    expect(ribbon.nowX).toBeCloseTo(LEFT + (RIGHT - LEFT) / 6)
    expect(ribbon.dots).toBeNull()
  })

  test('before the first possible call there are dots up to it', () => {
    const ribbon = drawRibbon({ window, callableFromAt: at('09:00'), range: null }, at('08:12'))
    expect(ribbon.hours).toHaveLength(4)
    expect(ribbon.dots?.fromX).toBe(ribbon.nowX)
    expect(ribbon.dots?.toX).toBeCloseTo(LEFT + (RIGHT - LEFT) / 3)
  })

  test('an hour that is over is an outline', () => {
    expect(drawRibbon({ window, callableFromAt: at('09:00'), range: null }, at('11:00')).block?.passed).toBe(true)
  })

  test('without an appointment there is no block', () => {
    expect(drawRibbon({ window: null, callableFromAt: at('10:00'), range: null }, at('10:11')).block).toBeNull()
  })

  test('a bracket stands over the likely call, from now on, and not when it is past', () => {
    const likely = (from: string, until: string) =>
      drawRibbon({ window, callableFromAt: at('09:00'), range: { fromAt: at(from), untilAt: at(until) } }, at('10:30'))
        .likely
    const half = LEFT + (RIGHT - LEFT) / 2
    expect(likely('10:45', '11:00')).toEqual({ fromX: LEFT + ((RIGHT - LEFT) * 3) / 4, toX: RIGHT })
    expect(likely('10:10', '11:00')).toEqual({ fromX: half, toX: RIGHT })
    expect(likely('10:10', '10:30')).toBeNull()
  })

  test('at any time of any day everything lies on the line and few hours are labelled', () => {
    const hours = fc.integer({ min: 0, max: 12 * 60 })
    fc.assert(
      fc.property(
        hours,
        hours,
        fc.integer({ min: 15, max: 240 }),
        fc.boolean(),
        hours,
        (startMin, nowMin, lengthMin, booked, callMin) => {
          const startAt = at('06:00') + startMin * 60_000
          const callAt = at('06:00') + callMin * 60_000
          const own = booked ? { startAt, endAt: startAt + lengthMin * 60_000 } : null
          const ribbon = drawRibbon(
            { window: own, callableFromAt: startAt, range: { fromAt: callAt, untilAt: callAt + 25 * 60_000 } },
            at('06:00') + nowMin * 60_000,
          )
          const xs = [
            ribbon.nowX,
            ...ribbon.hours.map(({ x }) => x),
            ...(ribbon.block ? [ribbon.block.x, ribbon.block.x + ribbon.block.width] : []),
            ...(ribbon.dots ? [ribbon.dots.fromX, ribbon.dots.toX] : []),
            ...(ribbon.likely ? [ribbon.likely.fromX, ribbon.likely.toX] : []),
          ]
          for (const x of xs) {
            expect(x).toBeGreaterThanOrEqual(LEFT - 1e-9)
            expect(x).toBeLessThanOrEqual(RIGHT + 1e-9)
          }
          expect(ribbon.hours.filter(({ labelled }) => labelled).length).toBeLessThanOrEqual(5)
        },
      ),
    )
  })
})
