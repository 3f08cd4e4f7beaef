import { createHmac } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Mirror } from '../../config/document.ts'
import { StoreProblem } from './store-problem.ts'
import type { Tables } from './tables.ts'

/** A server whose secret is another one than the office's: it would recognise no booking and no paper. */
export class OtherSecret extends StoreProblem {
  constructor(office: string) {
    super(`secret.key in the data folder is not the one of ${office}: copy it from the server that has led it so far`)
  }
}

/** Under this name the store knows which secret is the office's, and not the secret. */
const FINGERPRINT = 'secret.key'

const fingerprintOf = (secret: Uint8Array): string => createHmac('sha256', secret).update('fingerprint').digest('hex')

/** Throws `OtherSecret` when the office is known under another secret. */
export const expectSecret = async (db: Kysely<Tables>, office: string, secret: Uint8Array): Promise<void> => {
  const one = db.selectFrom('documents').select('body').where('office', '=', office).where('name', '=', FINGERPRINT)
  const known = (await one.executeTakeFirst())?.body
  if (known !== undefined && known !== fingerprintOf(secret)) throw new OtherSecret(office)
}

/** Notes which secret is the office's. */
export const noteSecret = (mirror: Mirror, secret: Uint8Array): Promise<void> =>
  mirror(FINGERPRINT, fingerprintOf(secret))
