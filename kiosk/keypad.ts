/** Longest code that can be typed where the office sets no length (`AgendaRow.code` holds 64, a person does not). */
export const CODE_MAX = 32

/** One key added: letters and digits in capitals, nothing else, never past the length. */
export const pressKey = (code: string, key: string, length: number | null): string =>
  /^[a-z0-9]$/i.test(key) ? (code + key.toUpperCase()).slice(0, length ?? CODE_MAX) : code

/** How many characters a code still needs before it can be looked for. */
export const missingOf = (code: string, length: number | null): number =>
  length === null ? (code === '' ? 1 : 0) : Math.max(0, length - code.length)
