import { copyFile, mkdir, open, readdir, rename, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFolder } from '../../config/durable-file.ts'
import { backupJournal } from './backup-journal.ts'
import { type Verified, verifyJournal } from './verify-journal.ts'

/** `antrean-20261127-013000.backup`: by name is by time. */
const NAME = /^antrean-\d{8}-\d{6}\.backup$/

/** Names of the backups in a folder, oldest first. */
export const backupsIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) => NAME.test(name)).sort()

const nameAt = (now: Date): string => {
  const [day = '', time = ''] = now.toISOString().slice(0, 19).split('T')
  return `antrean-${day.replaceAll('-', '')}-${time.replaceAll(':', '')}.backup`
}

const forgetOldest = async (folder: string, keep: number): Promise<void> => {
  for (const name of (await backupsIn(folder)).slice(0, -keep)) await rm(join(folder, name))
}

const copyDurably = async (from: string, folder: string, name: string): Promise<void> => {
  const part = join(folder, `${name}.part`)
  await copyFile(from, part)
  const file = await open(part, 'r+')
  await file.sync()
  await file.close()
  await rename(part, join(folder, name))
  await syncFolder(folder)
}

/** What a night left: the file, how its journal was found, and what kept it from the second medium, null when nothing did. */
export type Nightly = { file: string; found: Verified; second: { folder: string; trouble: string | null } | null }

/**
 * Writes one more backup into `folder` and looks through it; then copies it to `secondFolder`, which must be there: a
 * medium that is not plugged in is trouble that is told, never a folder on the same disk. The newest `keep` stay in each.
 * Nothing is removed on a night whose backup is not sound.
 */
export const backupNightly = async (
  dataDir: string,
  folder: string,
  options: { secondFolder: string | null; keep: number; now: Date },
): Promise<Nightly> => {
  const { secondFolder, keep, now } = options
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const name = nameAt(now)
  const file = join(folder, name)
  const part = `${file}.part`
  await rm(part, { force: true })
  await backupJournal(dataDir, part)
  const found = await verifyJournal(part)
  await rename(part, file)
  await syncFolder(folder)
  if (found.status === 'sound') await forgetOldest(folder, keep)
  if (secondFolder === null) return { file, found, second: null }
  try {
    await statfs(secondFolder)
    await copyDurably(file, secondFolder, name)
    if (found.status === 'sound') await forgetOldest(secondFolder, keep)
    return { file, found, second: { folder: secondFolder, trouble: null } }
  } catch (trouble) {
    if (!(trouble instanceof Error && 'code' in trouble)) throw trouble
    return { file, found, second: { folder: secondFolder, trouble: `${trouble.code}: ${trouble.message}` } }
  }
}
