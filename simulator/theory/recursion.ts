import type { Day } from '../day-file.ts'

/**
 * Everybody's wait before the first stage of a day, first come first served, by Kiefer and Wolfowitz's recursion: whoever
 * comes takes the counter that is free first. Ten lines that know nothing of the office's rules, so they can judge them.
 * For days without absences; minutes, in the order of the day's applicants.
 */
export const recursiveWaits = ({ applicants, counters }: Day): number[] => {
  const freeAt = counters.filter(({ stage }) => stage === 1).map(() => 0)
  return applicants.map(({ arrive, service: [minutes = 0] }) => {
    const first = freeAt.indexOf(Math.min(...freeAt))
    const begin = Math.max(arrive, freeAt[first] ?? 0)
    freeAt[first] = begin + minutes
    return begin - arrive
  })
}
