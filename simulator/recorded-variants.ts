import type { DayFile } from './day-file.ts'
import { drawsOf } from './generate/draws.ts'
import type { RecordedDays } from './recorded-day.ts'

/** Cases are dealt anew among so many who came one after the other, so that a busy hour stays one. */
const NEIGHBOURS = 10

const shuffled = <T>(list: readonly T[], ...names: (string | number)[]): T[] => {
  const draws = drawsOf(...names)
  const left = [...list]
  for (let i = left.length - 1; i > 0; i--) {
    const k = Math.floor(draws.uniform(0, i + 1))
    const [a, b] = [left[i], left[k]]
    if (a !== undefined && b !== undefined) [left[i], left[k]] = [b, a]
  }
  return left
}

/**
 * At least `count` days like the recorded ones: the days themselves first, then the same people at the same minutes with
 * the measured cases of each stage dealt out anew among neighbours. One day alone cannot say what was chance; these can. Whoever is in a
 * variant is so under every change, so differences stay paired.
 */
export const recordedVariants = ({ frame, days }: RecordedDays, count: number): DayFile => {
  const rounds = Math.max(1, Math.ceil(count / Math.max(1, days.length)))
  return {
    scenario: days
      .map(({ day }) => day.id)
      .join(', ')
      .slice(0, 80),
    ...frame,
    days: Array.from({ length: rounds }, (_, round) =>
      days.map(({ day }) => {
        if (round === 0) return day
        const dealt = frame.stages.map((_, stage) => {
          const minutes = day.applicants.flatMap(({ service }) => service[stage] ?? [])
          const rows = Array.from({ length: Math.ceil(minutes.length / NEIGHBOURS) }, (_, row) =>
            minutes.slice(row * NEIGHBOURS, (row + 1) * NEIGHBOURS),
          )
          return rows.flatMap((row, k) => shuffled(row, 'variant', day.id, round, stage, k))
        })
        const applicants = day.applicants.map((applicant) => ({
          ...applicant,
          service: applicant.service.map((minutes, stage) => dealt[stage]?.shift() ?? minutes),
        }))
        return { ...day, id: `${day.id}/${round}`, applicants }
      }),
    ).flat(),
  }
}
