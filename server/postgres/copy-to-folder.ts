import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import type { DocumentLog } from '../../config/document.ts'
import { answersFile } from '../answers/open-answers.ts'
import { writeAnswers } from '../answers/whole-answers.ts'
import { journalFile } from '../journal/backup-journal.ts'
import { readLinks } from '../journal/read-chain.ts'
import { writeWhole } from '../journal/whole-journal.ts'
import { connectPostgres } from './connect.ts'
import { pullDocuments } from './documents.ts'
import { wholeOf } from './move-office.ts'
import { readAnswersOf } from './postgres-answers.ts'
import { linksOf } from './postgres-journal.ts'
import type { Tables } from './tables.ts'

/** An office in a database, asked from the command line; a server may lead it meanwhile. */
export const withStore = async <T>(url: string, work: (db: Kysely<Tables>) => Promise<T>): Promise<T> => {
  const db = connectPostgres(url)
  try {
    return await work(db)
  } finally {
    await db.destroy()
  }
}

/**
 * Copies an office, as it was at one instant, out of the database into an empty folder: journal, answers, documents, and the secret of
 * this machine's folder. From there everything goes as with an office on its own disk.
 */
export const copyToFolder = (options: {
  store: { url: string; office: string }
  dataDir: string
  folder: string
  log: DocumentLog
}): Promise<void> => {
  const { store, dataDir, folder, log } = options
  const { url, office } = store
  return withStore(url, (db) =>
    db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (all) => {
        const { commands, codes } = wholeOf(all, office)
        await writeWhole(journalFile(folder), {
          events: readLinks(linksOf(all, office)),
          commands: await commands(),
          codes: await codes(),
        })
        await writeAnswers(answersFile(folder), await readAnswersOf(all, office))
        await pullDocuments({ db: all, office, dataDir: folder, log })
        await copyFile(join(dataDir, 'secret.key'), join(folder, 'secret.key'))
      }),
  )
}
