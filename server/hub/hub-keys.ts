import { hashToken, makeToken, systemRandom } from '../access/secrets.ts'
import { connectPostgres } from '../postgres/connect.ts'
import { forgetOffice, knownOffices, putOffice, putReader, readerNames, removeReader } from './hub-store.ts'
import { type HubTables, makeHubTables } from './hub-tables.ts'

/** Years of an office are forgotten in one go, ms. */
const PATIENCE_MS = 600_000

/** What the command line does at a hub: who may tell it something, and who may read. Keys are shown once; the hub keeps their hash. */
export type HubDesk = {
  /** A new key for an office of a region; the one before it is void. */
  newOfficeKey(office: string, region: string): Promise<string>
  /** A new key for a reader; the one before it is void, with the sessions that it opened. */
  newReaderKey(name: string): Promise<string>
  /** False where there is no such reader. */
  removeReader(name: string): Promise<boolean>
  /** Forgets what an office told, so that it tells everything anew. False where there is no such office. */
  forget(office: string): Promise<boolean>
  list(): Promise<{ offices: { office: string; region: string }[]; readers: string[] }>
}

/** Works at the hub whose database `url` is, and closes it again. */
export const atHub = async <T>(url: string, work: (desk: HubDesk) => Promise<T>): Promise<T> => {
  const db = connectPostgres<HubTables>(url, { application: 'antrean hub keys', questionMs: PATIENCE_MS })
  const newKey = () => {
    const key = makeToken(systemRandom)
    return { key, keyHash: hashToken(key), at: Date.now() }
  }
  try {
    await makeHubTables(db)
    return await work({
      async newOfficeKey(office, region) {
        const { key, ...kept } = newKey()
        await putOffice(db, { office, region, ...kept })
        return key
      },
      async newReaderKey(name) {
        const { key, ...kept } = newKey()
        await putReader(db, { name, ...kept })
        return key
      },
      removeReader: (name) => removeReader(db, name),
      forget: (office) => forgetOffice(db, office),
      list: async () => ({ offices: await knownOffices(db), readers: await readerNames(db) }),
    })
  } finally {
    await db.destroy()
  }
}
