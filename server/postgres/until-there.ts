import { setTimeout } from 'node:timers/promises'
import { mayPass } from './trouble.ts'

/** Rest between two questions to a store that does not answer, ms. */
const ASK_AGAIN_MS = 100

/**
 * Asks again until the store answers, for as long as it takes or for `patienceMs`: then, and over what does not pass, throws as the last
 * question did. For questions that may be asked twice with one effect.
 */
export const untilThere = async <T>(question: () => Promise<T>, patienceMs = Number.POSITIVE_INFINITY): Promise<T> => {
  const startedMs = performance.now()
  for (;;) {
    try {
      return await question()
    } catch (trouble) {
      if (!mayPass(trouble) || performance.now() - startedMs > patienceMs) throw trouble
      await setTimeout(ASK_AGAIN_MS)
    }
  }
}
