import { keepOpen } from '../../line/keep-open.ts'
import type { Timers } from '../../line/line.ts'
import type { SimulatedPrinter } from '../../printer/simulated/simulated-printer.ts'

/** A line to a printer in memory; what stands on it is cut with the printer's power, and by hand. */
export const lineTo = (printer: SimulatedPrinter, timers: Timers) => {
  let cut = () => {}
  const line = keepOpen(
    async (ear) => {
      if (printer.state().power === 'off') return 'no answer'
      let held = true
      const stop = printer.onState(({ power }) => {
        if (power === 'on' && wasOff) lose()
        wasOff = power === 'off'
      })
      let wasOff = false
      const lose = () => {
        stop()
        if (held) ear.lost('cut')
        held = false
      }
      cut = lose
      return {
        async write(bytes) {
          if (held) printer.take(bytes, (answer) => held && ear.heard(answer))
          return held ? null : 'cut'
        },
        hangUp() {
          held = false
          stop()
        },
      }
    },
    timers,
    { firstPauseMs: 50, longestPauseMs: 500 },
  )
  return { line, cut: () => cut() }
}
