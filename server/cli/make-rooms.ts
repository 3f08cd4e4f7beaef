import { existsSync } from 'node:fs'
import { mkdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { checkConfig } from '../../config/load-office.ts'
import { addressesOf, readSettings, type Settings } from '../../config/settings.ts'
import { FILE_MAX_MB } from '../agenda/read-sheet.ts'
import { backupJournal, journalFile, restoreJournal } from '../journal/backup-journal.ts'
import { JournalDamage, JournalUnsound, NewerData } from '../journal/journal.ts'
import { FolderInUse } from '../journal/lock.ts'
import { backupNightly } from '../journal/nightly-backup.ts'
import { readChain } from '../journal/read-chain.ts'
import { openForReading } from '../journal/sqlite-journal.ts'
import { verifyJournal } from '../journal/verify-journal.ts'
import { CONSOLE, newCommandId, openOffice } from '../open-office.ts'
import { loadSecret } from '../seal.ts'
import { CertificateProblem } from '../tls/certificate-file.ts'
import { makeCertificate } from '../tls/make-certificate.ts'
import type { CliRooms } from './cli-rooms.ts'
import { drillBackup } from './drill-backup.ts'
import { type Asked, done, refused } from './office-desk.ts'
import { openDeskHere } from './office-here.ts'
import { findServer, openOverHttp } from './office-over-http.ts'

/** What is asked of the folder while the office stands on a database. */
const ON_STORE =
  'this office stands on PostgreSQL (ANTREAN_STORE): ask it while a server runs, and back the database up with pg_dump'

/** Two weeks of nights. */
const KEPT_BACKUPS = 14

/**
 * Turns what the world does to a command into a refusal in words: the folder is in use, the journal was altered, a file
 * is no database, a disk is full. What has no code is a fault of ours and goes on.
 */
const orRefused = async <T>(work: () => Promise<Asked<T>>): Promise<Asked<T>> => {
  try {
    return await work()
  } catch (trouble) {
    if (
      [FolderInUse, JournalDamage, JournalUnsound, NewerData, CertificateProblem].some(
        (one) => trouble instanceof one,
      ) &&
      trouble instanceof Error
    )
      return refused(trouble.message)
    if (trouble instanceof Error && 'code' in trouble && /^(SQLITE_|E[A-Z]+$)/.test(String(trouble.code)))
      return refused(`${trouble.code}: ${trouble.message}`)
    throw trouble
  }
}

const readBytes = async (file: string): Promise<Asked<Uint8Array>> => {
  if ((await stat(file)).size > FILE_MAX_MB * 1024 * 1024) return refused(`${file} is larger than ${FILE_MAX_MB} MB`)
  return done(await readFile(file))
}

const look = async (file: string) => (existsSync(file) ? done(await verifyJournal(file)) : refused(`no file ${file}`))

/** The real rooms behind the command line, on the folder that the environment names. `warn` takes what the office tells. */
export const makeRooms = (
  environment: Readonly<Record<string, string | undefined>>,
  warn: (line: string) => void,
): CliRooms => {
  let read: Settings | null = null
  const settings = (): Settings => {
    read ??= readSettings(environment)
    return read
  }
  /** The data folder, unless the office stands on a database. */
  const ownFolder = (): Asked<string> => {
    const { store, dataDir } = settings()
    return store === null ? done(dataDir) : refused(ON_STORE)
  }
  return {
    settings,
    checkConfig,
    readBytes: (file) => orRefused(() => readBytes(file)),
    openDesk: () =>
      orRefused(async () => {
        const { dataDir, port } = settings()
        const server = await findServer(dataDir)
        if (server !== null) return done(openOverHttp(server))
        const own = ownFolder()
        if (own.status === 'refused') return own
        const here = await openOffice({
          dataDir,
          log: { warn: (_fields, message) => warn(message) },
          onFault: (fault) => {
            throw fault
          },
        })
        return done(openDeskHere(here, { address: addressesOf(settings(), port)[0], sender: CONSOLE, newCommandId }))
      }),
    verify: (file) =>
      orRefused(async () => {
        if (file !== null) return look(file)
        const own = ownFolder()
        return own.status === 'refused' ? own : look(journalFile(own.value))
      }),
    readJournal: (see) =>
      orRefused(async () => {
        const own = ownFolder()
        if (own.status === 'refused') return own
        const file = journalFile(own.value)
        if (!existsSync(file)) return refused(`no file ${file}`)
        const { links, close } = openForReading(file)
        try {
          for await (const recorded of readChain(links)) see(recorded)
        } finally {
          await close()
        }
        return done(undefined)
      }),
    backup: (toFile) =>
      orRefused(async () => {
        const own = ownFolder()
        if (own.status === 'refused') return own
        const dataDir = own.value
        if (!existsSync(journalFile(dataDir))) return refused(`no file ${journalFile(dataDir)}`)
        if (existsSync(toFile)) return refused(`${toFile} exists; a backup never replaces a file`)
        await backupJournal(dataDir, toFile)
        return look(toFile)
      }),
    nightly: (folder, secondFolder) =>
      orRefused(async () => {
        const own = ownFolder()
        if (own.status === 'refused') return own
        const dataDir = own.value
        if (!existsSync(journalFile(dataDir))) return refused(`no file ${journalFile(dataDir)}`)
        return done(await backupNightly(dataDir, folder, { secondFolder, keep: KEPT_BACKUPS, now: new Date() }))
      }),
    drill: (from) => orRefused(() => drillBackup(from)),
    restore: (fromFile) =>
      orRefused(async () => {
        if (!existsSync(fromFile)) return refused(`no file ${fromFile}`)
        const own = ownFolder()
        if (own.status === 'refused') return own
        const dataDir = own.value
        await mkdir(dataDir, { recursive: true, mode: 0o700 })
        const restored = await restoreJournal(dataDir, fromFile)
        return restored.status === 'restored' ? done(restored.events) : refused(`damaged backup: ${restored.reason}`)
      }),
    move: (to) =>
      orRefused(async () => {
        const { store, dataDir } = settings()
        if (store === null) return refused('ANTREAN_STORE names no database')
        if (!existsSync(join(dataDir, 'secret.key'))) return refused(`no secret.key in ${dataDir}`)
        const { moveByCommand } = await import('../postgres/move-by-command.ts')
        const moved = await moveByCommand({
          ...{ store, dataDir, to, secret: await loadSecret(dataDir), file: journalFile(dataDir) },
          log: { warn: (_fields, message) => warn(message) },
        })
        return moved.status === 'moved' ? done(moved.events) : moved
      }),
    makeCertificate: (names) =>
      orRefused(async () => {
        const { dataDir } = settings()
        await mkdir(dataDir, { recursive: true, mode: 0o700 })
        return done(await makeCertificate(dataDir, names, Date.now()))
      }),
  }
}
