import { join } from 'node:path'
import { type DocumentLog, readFileIfThere } from '../../config/document.ts'
import { answersFile } from '../answers/open-answers.ts'
import { readAnswers, writeAnswers } from '../answers/whole-answers.ts'
import { lockFolder } from '../journal/lock.ts'
import { connectPostgres, expectDurable } from './connect.ts'
import { mirrorInto, pullDocuments, SHARED_FILES } from './documents.ts'
import { expectSecret, noteSecret } from './fingerprint.ts'
import { takeLease } from './lease.ts'
import { type Moved, moveToFile, moveToPostgres } from './move-office.ts'
import { readAnswersOf, writeAnswersOf } from './postgres-answers.ts'
import { makeTables } from './tables.ts'

/**
 * Moves the office of a data folder, its journal and its documents, into the database or out of it. No server may work on either:
 * throws `FolderInUse`; refused while somebody leads. Throws `OtherSecret`, `StoreUnsafe`, `NewerData`.
 */
export const moveByCommand = async (options: {
  store: { url: string; office: string }
  dataDir: string
  /** Of the data folder. */
  secret: Uint8Array
  file: string
  to: 'postgres' | 'file'
  log: DocumentLog
}): Promise<Moved> => {
  const { store, dataDir, secret, file, to, log } = options
  const { office } = store
  const lock = lockFolder(dataDir)
  const db = connectPostgres(store.url)
  try {
    await makeTables(db)
    await expectDurable(db)
    await expectSecret(db, office, secret)
    const onLost = (lost: Error): never => {
      throw lost
    }
    const lease = await takeLease({ db, office, address: 'antrean move', onLost })
    if (lease === null) return { status: 'refused', reason: `a server leads ${office}: stop every server first` }
    try {
      if (to === 'file') {
        await pullDocuments({ db, office, dataDir, log })
        await writeAnswers(answersFile(dataDir), await readAnswersOf(db, office))
        return await moveToFile({ file, db, lease })
      }
      const moved = await moveToPostgres({ file, db, lease })
      if (moved.status === 'refused') return moved
      await writeAnswersOf(db, office, readAnswers(answersFile(dataDir)))
      const mirror = mirrorInto(db, lease)
      await noteSecret(mirror, secret)
      for (const name of SHARED_FILES) {
        const text = await readFileIfThere(join(dataDir, name))
        if (text !== null) await mirror(name, text)
      }
      return moved
    } finally {
      await lease.release()
    }
  } finally {
    await db.destroy()
    lock.release()
  }
}
