/** Longest code that can be typed where the office sets no length (`AgendaRow.code` holds 64, a person does not). */
export const CODE_MAX = 32

/** Digits of a payment (billing) code, as `Office.payload.billing` has it unless the office says otherwise. */
export const BILLING_LENGTH = 15

const isDigits = (code: string): boolean => /^\d+$/.test(code)

/** Digits alone may be a billing code, which is kept whole so that the office can say what it is. */
const longestOf = (code: string, length: number): number => (isDigits(code) ? Math.max(length, BILLING_LENGTH) : length)

/**
 * One key added: letters and digits in capitals, nothing else. A key that would go past the length (digits alone: past
 * the billing code's) changes nothing.
 */
export const pressKey = (code: string, key: string, length: number | null): string => {
  if (!/^[a-z0-9]$/i.test(key)) return code
  const next = code + key.toUpperCase()
  return next.length > (length === null ? CODE_MAX : longestOf(next, length)) ? code : next
}

/** How many characters a code still needs before it can be looked for: up to its length, then up to a billing code's. */
export const missingOf = (code: string, length: number | null): number => {
  if (length === null) return code === '' ? 1 : 0
  if (code.length === BILLING_LENGTH && isDigits(code)) return 0
  return code.length <= length ? length - code.length : Math.max(0, BILLING_LENGTH - code.length)
}
