import { rename } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Kysely } from 'kysely'
import { type DocumentLog, lastGoodOf, type Mirror, readFileIfThere } from '../../config/document.ts'
import { writeDurably } from '../../config/durable-file.ts'
import { holdLease } from './fenced.ts'
import type { Lease } from './lease.ts'
import type { Tables } from './tables.ts'
import { untilThere } from './until-there.ts'

/** The files of a data folder that the servers of an office share; the rest of the store's documents are no files. */
export const SHARED_FILES: readonly string[] = [
  'office.json',
  'staff.json',
  'devices.json',
  'sources.json',
  'webhooks.json',
  'webhook-places.json',
  'hub.json',
  'snapshot',
]

/** What somebody wrote into a file that the store knew nothing of is put aside under this name. */
const asideOf = (file: string): string => `${file}.not-taken`

/**
 * Brings the files of a data folder to what the store has: the folder is the copy. A file that somebody changed by hand while the
 * office did not run from this folder is put aside, and said so; what the store does not have stays as it is.
 */
export const pullDocuments = async (options: {
  db: Kysely<Tables>
  office: string
  dataDir: string
  log: DocumentLog
}): Promise<void> => {
  const { db, office, dataDir, log } = options
  const stored = await db.selectFrom('documents').select(['name', 'body']).where('office', '=', office).execute()
  for (const { name, body } of stored) {
    if (!SHARED_FILES.includes(name)) continue
    const file = join(dataDir, basename(name))
    const [text, lastGood] = await Promise.all([readFileIfThere(file), readFileIfThere(lastGoodOf(file))])
    if (text === body) continue
    if (text !== null && lastGood !== null && text !== lastGood) {
      await rename(file, asideOf(file))
      log.warn(
        { file: asideOf(file) },
        'a document was changed while the office did not run from here; the shared one holds',
      )
    }
    await writeDurably(file, body)
    if (lastGood !== null) await writeDurably(lastGoodOf(file), body)
  }
}

/**
 * Puts every good version of a document into the store before it goes to its file. Waits for a store that does not answer, for as
 * long as it takes; throws `Fenced` when another server leads.
 */
export const mirrorInto =
  (db: Kysely<Tables>, lease: Lease): Mirror =>
  (file, text) =>
    untilThere(() =>
      db.transaction().execute(async (all) => {
        await holdLease(all, lease)
        await all
          .insertInto('documents')
          .values({ office: lease.office, name: basename(file), body: text })
          .onConflict((conflict) => conflict.columns(['office', 'name']).doUpdateSet({ body: text }))
          .execute()
      }),
    )
