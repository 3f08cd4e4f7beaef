import { createHmac, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeDurably } from '../config/durable-file.ts'

/** What keeps secrets: hashes that nobody without the office's key can make. */
export type Seal = {
  /** The keyed hash of a booking code: what its key is found by, and never recorded. */
  codeHash(code: string): string
  /** A key that leads nowhere; `codeHash` is for tests, which want to know it beforehand. */
  newKey(codeHash: string): string
  /** The keyed digest of a command's sender and body. */
  digest(text: string): string
  /** What makes a screen's pass from one server of the office to another one. */
  passDigest(text: string): string
  /** The token of a ticket's status page. */
  tokenOf(ticketId: string): string
  /** The name under which a ticket's answers are kept until its day is over. */
  answerKey(ticketId: string): string
}

const KEY_BYTES = 32
/** 128 bits in base64url. */
const SHORT = 22

/**
 * The office's hashes, keyed by `secret`. Booking codes are short, so an unkeyed hash could be tried through, and whoever
 * has the secret could try the keyed one: events carry a random key instead, and the hash that leads to it is forgotten. A
 * status page's token is a keyed hash of the ticket, as unguessable as a random one (ASVS 7.2.3) and with nothing to store.
 */
export const makeSeal = (secret: Uint8Array): Seal => {
  const mac = (use: string, text: string): string =>
    createHmac('sha256', secret).update(`${use}\n${text}`).digest('base64url')
  const tokens = new Map<string, string>()
  return {
    codeHash: (code) => mac('booking', code.trim().toUpperCase()).slice(0, SHORT),
    newKey: () => randomBytes(KEY_BYTES / 2).toString('base64url'),
    digest: (text) => mac('command', text),
    passDigest: (text) => mac('pass', text),
    answerKey: (ticketId) => mac('survey', ticketId).slice(0, SHORT),
    tokenOf(ticketId) {
      // A day has some hundred tickets; older ones may go.
      if (tokens.size > 5000) tokens.clear()
      const token = tokens.get(ticketId) ?? mac('status', ticketId).slice(0, SHORT)
      tokens.set(ticketId, token)
      return token
    },
  }
}

/** Reads the office's secret, `secret.key` (mode 0600), making it in a folder that has none. Throws when it is cut. */
export const loadSecret = async (dataDir: string): Promise<Uint8Array> => {
  const file = join(dataDir, 'secret.key')
  try {
    const secret = await readFile(file)
    if (secret.length !== KEY_BYTES) throw new Error(`${file}: expected ${KEY_BYTES} bytes, got ${secret.length}`)
    return secret
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')) throw cause
    const secret = randomBytes(KEY_BYTES)
    await writeDurably(file, secret)
    return secret
  }
}
