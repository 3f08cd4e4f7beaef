import { createHash, randomBytes } from 'node:crypto'

/** So many unguessable bytes. Tests give their own. */
export type Random = (size: number) => Uint8Array

/** The system's own source of unguessable bytes. */
export const systemRandom: Random = (size) => randomBytes(size)

/** A device's id: 96 bits in 16 characters of base64url, not a secret. */
export const makeDeviceId = (random: Random): string => Buffer.from(random(12)).toString('base64url')

/** A secret of 256 bits in 43 characters of base64url. */
export const makeToken = (random: Random): string => Buffer.from(random(32)).toString('base64url')

/**
 * What is stored and looked up instead of a secret: its SHA-256 in base64url. A token has 256 random bits, so no salt
 * and no slow hash is needed, and comparing hashes tells nothing about how much of a guess was right.
 */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url')
