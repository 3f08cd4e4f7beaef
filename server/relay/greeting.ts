import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { isIP } from 'node:net'

/** The ports of an office: its screens, and the pages of the phones. */
export type RelayDoor = 'main' | 'guest'

/** What a relay says of a connection that it passes on: which port it came to, and from which address. */
export type Greeting = { door: RelayDoor; address: string }

/** Bytes that a greeting can have at most. */
export const GREETING_MAX = 256

/** What the other side has to answer to, once. */
export const newChallenge = (): string => randomBytes(16).toString('base64url')

const proofOf = (secret: Uint8Array, challenge: string, { door, address }: Greeting): string =>
  createHmac('sha256', secret).update(`relay\n${challenge}\n${door}\n${address}`).digest('base64url')

/** One line, proven by the office's secret, so that nobody else speaks for an address that is not his. */
export const greet = (secret: Uint8Array, challenge: string, greeting: Greeting): string =>
  `${greeting.door} ${greeting.address} ${proofOf(secret, challenge, greeting)}\n`

/** What a line says; null where it is none, or not proven. */
export const readGreeting = (secret: Uint8Array, challenge: string, line: string): Greeting | null => {
  const [door, address = '', proof = '', ...more] = line.split(' ')
  if ((door !== 'main' && door !== 'guest') || isIP(address) === 0 || more.length > 0) return null
  const expected = Buffer.from(proofOf(secret, challenge, { door, address }))
  const given = Buffer.from(proof)
  return given.length === expected.length && timingSafeEqual(given, expected) ? { door, address } : null
}
