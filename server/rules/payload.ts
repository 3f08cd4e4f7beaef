import type { Office } from '../../protocol/office.ts'

/** A scan, read by the office's patterns. */
export type Payload =
  | { status: 'code'; code: string }
  | { status: 'other-office' }
  | { status: 'billing-code' }
  | { status: 'unreadable' }

/** Longest scan that is looked at: M-Paspor's codes are short, and patterns stay cheap. */
const PAYLOAD_MAX = 256

/**
 * Reads what a scanner or a keyboard handed over. Case does not matter, because Caps Lock inverts a wedge's letters;
 * AIM prefixes (`]Q1`) and blanks around are dropped. Anything that no pattern matches is `unreadable`: never an address,
 * a command or a name.
 */
export const readPayload = (scanned: string, payload: Office['payload']): Payload => {
  const text = scanned
    .trim()
    .replace(/^\](?:Q|d|C|e|A)\d/, '')
    .trim()
    .toUpperCase()
  if (text.length === 0 || text.length > PAYLOAD_MAX) return { status: 'unreadable' }
  if (new RegExp(payload.billing, 'u').test(text)) return { status: 'billing-code' }
  for (const pattern of payload.patterns) {
    const { code, office } = new RegExp(pattern, 'u').exec(text)?.groups ?? {}
    if (code === undefined || code.length === 0) continue
    const elsewhere = payload.office !== null && office !== undefined && office !== payload.office
    return elsewhere ? { status: 'other-office' } : { status: 'code', code }
  }
  return { status: 'unreadable' }
}
