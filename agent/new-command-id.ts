import { randomBytes } from 'node:crypto'

/** An unguessable command id. */
export const newCommandId = (): string => randomBytes(16).toString('base64url')
