import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
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
import { StoreProblem } from '../postgres/store-problem.ts'
import { loadSecret } from '../seal.ts'
import { CertificateProblem } from '../tls/certificate-file.ts'
import { makeCertificate } from '../tls/make-certificate.ts'
import type { CliRooms } from './cli-rooms.ts'
import { drillBackup } from './drill-backup.ts'
import { type Asked, done, refused } from './office-desk.ts'
import { openDeskHere } from './office-here.ts'
import { findServer, openOverHttp } from './office-over-http.ts'

const ON_STORE =
  'this office stands on PostgreSQL (ANTREAN_STORE): ask for it on the machine of the server that leads, while it runs'

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
      [FolderInUse, JournalDamage, JournalUnsound, NewerData, CertificateProblem, StoreProblem].some(
        (one) => trouble instanceof one,
      ) &&
      trouble instanceof Error
    )
      return refused(trouble.message)
    if (trouble instanceof Error && 'code' in trouble && /^(SQLITE_|E[A-Z]+$|[0-9A-Z]{5}$)/.test(String(trouble.code)))
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
  const log = { warn: (_fields: object, message: string) => warn(message) }
  /** Works on the data folder; of an office that stands on a database, on a copy of it that is removed afterwards. */
  const onFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
    const { store, dataDir } = settings()
    if (store === null) return work(dataDir)
    const folder = await mkdtemp(join(tmpdir(), 'antrean-copy-'))
    try {
      const { copyToFolder } = await import('../postgres/copy-to-folder.ts')
      await copyToFolder({ store, dataDir, folder, log })
      return await work(folder)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
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
        if (settings().store !== null) return refused(ON_STORE)
        const here = await openOffice({
          dataDir,
          log,
          onFault: (fault) => {
            throw fault
          },
        })
        return done(openDeskHere(here, { address: addressesOf(settings(), port)[0], sender: CONSOLE, newCommandId }))
      }),
    verify: (file) => orRefused(() => (file === null ? onFolder((folder) => look(journalFile(folder))) : look(file))),
    readJournal: (see) =>
      orRefused(() =>
        onFolder(async (folder) => {
          const file = journalFile(folder)
          if (!existsSync(file)) return refused(`no file ${file}`)
          const { links, close } = openForReading(file)
          try {
            for await (const recorded of readChain(links)) see(recorded)
          } finally {
            await close()
          }
          return done(undefined)
        }),
      ),
    backup: (toFile) =>
      orRefused(() =>
        onFolder(async (folder) => {
          if (!existsSync(journalFile(folder))) return refused(`no file ${journalFile(folder)}`)
          if (existsSync(toFile)) return refused(`${toFile} exists; a backup never replaces a file`)
          await backupJournal(folder, toFile)
          return look(toFile)
        }),
      ),
    nightly: (to, secondFolder) =>
      orRefused(() =>
        onFolder(async (folder) => {
          if (!existsSync(journalFile(folder))) return refused(`no file ${journalFile(folder)}`)
          return done(await backupNightly(folder, to, { secondFolder, keep: KEPT_BACKUPS, now: new Date() }))
        }),
      ),
    drill: (from) => orRefused(() => drillBackup(from)),
    restore: (fromFile) =>
      orRefused(async () => {
        if (!existsSync(fromFile)) return refused(`no file ${fromFile}`)
        const { store, dataDir } = settings()
        if (store !== null) return refused('a backup is restored without ANTREAN_STORE; then: antrean move postgres')
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
          log,
        })
        return moved.status === 'moved' ? done(moved.events) : moved
      }),
    hub: (work) =>
      orRefused(async () => {
        const { hub, port } = settings()
        if (hub === null) return refused('ANTREAN_HUB names no database: this is not the machine of a hub')
        const { atHub } = await import('../hub/hub-keys.ts')
        return done(await atHub(hub.url, (desk) => work(desk, addressesOf(settings(), port)[0])))
      }),
    makeCertificate: (names) =>
      orRefused(async () => {
        const { dataDir } = settings()
        await mkdir(dataDir, { recursive: true, mode: 0o700 })
        return done(await makeCertificate(dataDir, names, Date.now()))
      }),
  }
}
