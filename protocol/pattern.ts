/** Wildcards that a pattern may have: three on a scan of 256 characters are some million steps, four are a billion. */
const REPEATS_MAX = 3

/** The pattern with everything that stands for one character written `x`, so that only its structure is left. */
const structureOf = (pattern: string): string =>
  pattern.replace(/\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\./g, 'x').replace(/\[[^\]]*\]/g, 'x')

/**
 * Whether a pattern answers in a moment whatever is scanned: it repeats no group and goes back to none, and has at most three
 * parts of open length. A pattern of an office runs where every command does, so one bad scan must not hold the office up
 * (catastrophic backtracking, CWE-1333). `pattern` is a regular expression.
 */
export const isQuick = (pattern: string): boolean => {
  if (/\\[1-9]|\\k</.test(pattern)) return false
  const structure = structureOf(pattern)
  if (/\)(?:[*+]|\{)/.test(structure)) return false
  return (structure.match(/[*+]|\{\d+,\d*\}/g) ?? []).length <= REPEATS_MAX
}
