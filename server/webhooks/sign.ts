import { createHmac, randomBytes } from 'node:crypto'

/** How a secret is told from other texts (Standard Webhooks 1.0.0). */
const PREFIX = 'whsec_'
/** Standard Webhooks asks for 24 to 64 bytes. */
const SECRET_BYTES = 32

/** A new secret: `whsec_` and 256 bits in base64. */
export const newHookSecret = (): string => `${PREFIX}${randomBytes(SECRET_BYTES).toString('base64')}`

/**
 * The headers that prove a message (Standard Webhooks 1.0.0): `v1,` and the HMAC-SHA256 of `id.timestamp.body` in base64.
 * `atMs` is the instant of the try, epoch ms; it travels in seconds. The id stays the same for every try of one message.
 */
export const signedHeaders = (secret: string, message: { id: string; atMs: number; body: string }) => {
  const { id, atMs, body } = message
  const timestamp = String(Math.floor(atMs / 1000))
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` }
}
