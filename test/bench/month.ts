import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { State } from '../../server/rules/state.ts'
import { generateDays } from '../../simulator/generate/generate-days.ts'
import { liveDays } from '../../simulator/live-days.ts'
import { policy } from '../../simulator/policy.ts'
import { scenarioOf } from '../../simulator/scenarios.ts'

/** What an office holds in memory after so many working days, in bytes. */
export type Held = { days: number; heap: number; state: number }

/** Working days after which history is full (queue-rules section 3: rolling 20), and a month later. */
const LOOKS = [22, 44]

const collect = (): void => {
  setFlagsFromString('--expose-gc')
  const gc: unknown = runInNewContext('gc')
  if (typeof gc === 'function') gc()
}

/** Lives two months of peak days through the rules and looks at the memory once history is full and a month later. */
export const measureMonth = (): Held[] => {
  const file = generateDays(scenarioOf('D1-peak'), Math.max(...LOOKS), 7)
  const held: Held[] = []
  let days = 0
  let last: State | null = null
  const watch = {
    event: (_event: unknown, state: State): void => {
      last = state
    },
  }
  liveDays(file, {
    ...{ policy: policy('window+families'), runs: 0, everyMin: 0, watch },
    onDay: () => {
      days += 1
      if (!LOOKS.includes(days)) return
      collect()
      held.push({ days, heap: process.memoryUsage().heapUsed, state: JSON.stringify(last).length })
    },
  })
  return held
}

/** What was held, one line per look. */
export const heldPrint = ({ days, heap, state }: Held): string =>
  `${`after ${days} peak days`.padEnd(56)}${(heap / 1e6).toFixed(1).padStart(9)} MB heap   ${(state / 1e3).toFixed(0)} kB of state`
