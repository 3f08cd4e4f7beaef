import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Kysely } from 'kysely'
import { syncFolder } from '../../config/durable-file.ts'
import type { Linked } from '../journal/chain.ts'
import { readLinks } from '../journal/read-chain.ts'
import { type Verified, verifyJournal, verifyLinks } from '../journal/verify-journal.ts'
import { type CodeRow, type CommandRow, readWhole, type WholeJournal, writeWhole } from '../journal/whole-journal.ts'
import { witnessFile } from '../journal/witness.ts'
import { holdLease } from './fenced.ts'
import { inSlices } from './in-slices.ts'
import type { Lease } from './lease.ts'
import { linksOf } from './postgres-journal.ts'
import type { Tables } from './tables.ts'

/** What a move came to: how many events lie there now; or why nothing was moved. */
export type Moved = { status: 'moved'; events: number } | { status: 'refused'; reason: string }

/** A journal that was moved away keeps its rows under this name, so that no server starts from them. */
const movedFile = (file: string): string => `${file}.moved`

const refused = (reason: string): Moved => ({ status: 'refused', reason })

/** All rows of an office in a database. */
export const wholeOf = (db: Kysely<Tables>, office: string): WholeJournal => ({
  links: linksOf(db, office),
  async commands() {
    const rows = await db.selectFrom('commands').selectAll().where('office', '=', office).execute()
    return rows.map(({ command_id, at, digest, answer, proof }): CommandRow => [command_id, at, digest, answer, proof])
  },
  async codes() {
    const rows = await db.selectFrom('codes').selectAll().where('office', '=', office).execute()
    return rows.map(({ hash, key, day, proof }): CodeRow => [hash, key, day, proof])
  },
})

/** Whether two looks through a journal found the same chain. */
const isSame = (a: Verified, b: Verified): boolean =>
  a.status === 'sound' && b.status === 'sound' && a.events === b.events && a.lastLink === b.lastLink

/** Under this name the database knows that an office does not stand on it any more. */
const AWAY = 'moved-to-file'

/** Whether an office was moved out of the database. */
export const isAway = async (db: Kysely<Tables>, office: string): Promise<boolean> => {
  const mark = db.selectFrom('documents').select('name').where('office', '=', office).where('name', '=', AWAY)
  return (await mark.executeTakeFirst()) !== undefined
}

const forgetBeside = async (db: Kysely<Tables>, office: string): Promise<void> => {
  for (const table of ['commands', 'codes'] as const) await db.deleteFrom(table).where('office', '=', office).execute()
}

/**
 * Moves a journal file into the database, under a lease of the office. Where the database has the office's past already, because it
 * was moved from there, only what came after is added. Both are looked through, and afterwards the file lies aside. Refused: another
 * past in the database, damage on either side.
 */
export const moveToPostgres = async (options: { file: string; db: Kysely<Tables>; lease: Lease }): Promise<Moved> => {
  const { file, db, lease } = options
  const { office } = lease
  if (!existsSync(file)) return refused(`no file ${file}`)
  const found = await verifyJournal(file)
  if (found.status === 'damaged') return refused(`${file} is damaged: ${found.reason}`)
  const from = readWhole(file)
  const { links } = wholeOf(db, office)
  const there = await verifyLinks(links)
  if (there.status === 'damaged') return refused(`the database has a damaged past of ${office}: ${there.reason}`)
  if (there.events > 0 && (await from.links.linkAt(there.events)) !== there.lastLink)
    return refused(`the database has another past of ${office} than ${file}`)

  await db.transaction().execute(async (all) => {
    await holdLease(all, lease)
    for await (const slice of inSlices(readLinks(from.links, there.events)))
      await all
        .insertInto('events')
        .values(slice.map((row: Linked) => ({ office, ...row })))
        .execute()
    await forgetBeside(all, office)
    for await (const slice of inSlices(await from.commands()))
      await all
        .insertInto('commands')
        .values(
          slice.map(([command_id, at, digest, answer, proof]) => ({ office, command_id, at, digest, answer, proof })),
        )
        .execute()
    for await (const slice of inSlices(await from.codes()))
      await all
        .insertInto('codes')
        .values(slice.map(([hash, key, day, proof]) => ({ office, hash, key, day, proof })))
        .execute()
  })
  await from.close()
  await db.deleteFrom('documents').where('office', '=', office).where('name', '=', AWAY).execute()
  if (!isSame(await verifyLinks(links), found)) throw new Error('what was moved is not what was there')
  await rename(file, movedFile(file))
  await rm(witnessFile(file), { force: true })
  return { status: 'moved', events: found.events }
}

/**
 * Moves an office out of the database into a new journal file, under a lease of it. The events stay in the database as its past;
 * answers and codes go. Refused: a journal file is there already, damage in the database.
 */
export const moveToFile = async (options: { file: string; db: Kysely<Tables>; lease: Lease }): Promise<Moved> => {
  const { file, db, lease } = options
  const { office } = lease
  if (existsSync(file)) return refused(`${file} exists: a journal is never replaced`)
  const from = wholeOf(db, office)
  const found = await verifyLinks(from.links)
  if (found.status === 'damaged') return refused(`the database has a damaged past of ${office}: ${found.reason}`)
  if (found.events === 0) return refused(`the database knows nothing of ${office}`)
  const incoming = `${file}.incoming`
  await rm(incoming, { force: true })
  await writeWhole(incoming, {
    events: readLinks(from.links),
    commands: await from.commands(),
    codes: await from.codes(),
  })
  if (!isSame(await verifyJournal(incoming), found)) throw new Error('what was moved is not what was there')
  // From here on no server starts on the database, and none on the file before it is whole.
  await db
    .insertInto('documents')
    .values({ office, name: AWAY, body: '' })
    .onConflict((conflict) => conflict.columns(['office', 'name']).doNothing())
    .execute()
  await rename(incoming, file)
  await syncFolder(dirname(file))
  await rm(movedFile(file), { force: true })
  await forgetBeside(db, office)
  return { status: 'moved', events: found.events }
}
