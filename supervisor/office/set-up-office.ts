import type { Office } from '../../protocol/office.ts'

/** How many counters check documents and how many interview. */
export type CounterCounts = { first: number; second: number }

/** The two stages that the assistant asks about: the first two that people go through; null with fewer. */
export const stagesOf = (office: Office): readonly [first: string, second: string] | null => {
  const [first, second] = office.services[0]?.journey ?? []
  return first === undefined || second === undefined ? null : [first, second]
}

/** The counters that serve each of the two stages now. */
export const countsOf = (office: Office): CounterCounts => {
  const stages = stagesOf(office)
  const of = (stage: string | undefined) =>
    office.counters.filter((one) => stage !== undefined && one.stages.includes(stage)).length
  return { first: of(stages?.[0]), second: of(stages?.[1]) }
}

/** Whether those of the second stage help with the first, which is worth more than any other setting (queue-rules section 1). */
export const helpsAcross = (office: Office): boolean => {
  const stages = stagesOf(office)
  return stages !== null && office.counters.some(({ helps }) => helps.includes(stages[0]))
}

/**
 * The office with so many counters for its two stages, numbered from 1, each in the room where such counters stood, and with
 * help across stages or without it. An office of one stage stays as it is.
 */
export const withCounters = (office: Office, counts: CounterCounts, helping: boolean): Office => {
  const stages = stagesOf(office)
  if (stages === null) return office
  const [first, second] = stages
  const roomOf = (stage: string) => office.counters.find((one) => one.stages.includes(stage))?.zone ?? null
  const counters = (count: number, from: number, stage: string, helps: string[]) =>
    Array.from({ length: count }, (_, i) => ({ number: from + i, stages: [stage], helps, zone: roomOf(stage) }))
  return {
    ...office,
    counters: [
      ...counters(counts.first, 1, first, []),
      ...counters(counts.second, counts.first + 1, second, helping ? [first] : []),
    ],
    // A display above a counter that is gone shows its room's calls.
    displays: office.displays.map((display) =>
      display.counter !== null && display.counter > counts.first + counts.second
        ? { ...display, counter: null }
        : display,
    ),
  }
}

/** The office as its own: no example any more, and closed when it is closed. */
export const finished = (office: Office): Office => ({
  ...office,
  example: false,
  hours: office.hours === null ? null : { ...office.hours, numbersWhenClosed: false },
})
