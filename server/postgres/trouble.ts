/** SQLSTATE of the store's answer, or what Node calls the trouble of a connection; empty for another's. */
export const codeOf = (trouble: unknown): string =>
  trouble instanceof Error && 'code' in trouble ? String(trouble.code) : ''

/**
 * Classes 08 and 57P (PostgreSQL 15, appendix A), too many connections, a transaction that was ended because its server slept, and a
 * connection that Node lost.
 */
const LOST = /^(08\w{3}|57P\w{2}|53300|25P03|E[A-Z_]+)$/
/** pg gives these no code. */
const LOST_WORDS = /^(Connection terminated|timeout exceeded|Query read timeout|Client has encountered)/

/** Whether the store could not be asked, or ended in the middle: whether it did what it was asked nobody knows. */
export const isLost = (trouble: unknown): boolean =>
  LOST.test(codeOf(trouble)) || (trouble instanceof Error && LOST_WORDS.test(trouble.message))

/** Serialization failure and deadlock: nothing was done, and the same again may go through. */
export const isInTheWay = (trouble: unknown): boolean => /^40(001|P01)$/.test(codeOf(trouble))

/** No room, a store that is read only, or one that gave up: nothing was done. Some of it only a person ends, so it is said. */
export const tookNothing = (trouble: unknown): boolean => /^(53\w{3}|25006|57014|58030)$/.test(codeOf(trouble))

/** Whether the same question may be answered a moment later. */
export const mayPass = (trouble: unknown): boolean => isLost(trouble) || isInTheWay(trouble) || tookNothing(trouble)
