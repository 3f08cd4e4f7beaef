import { lstat, readdir, unlink } from 'node:fs/promises'
import { join } from 'node:path'

const isGone = (cause: unknown): boolean => cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'

/**
 * Deletes the plain files of a folder that came there before `beforeAt` (epoch ms); how many there were. A folder that is
 * not there has none. Links and folders within it stay.
 */
export const removeOldFiles = async (folder: string, beforeAt: number): Promise<number> => {
  let removed = 0
  try {
    for (const name of await readdir(folder)) {
      const file = join(folder, name)
      const found = await lstat(file)
      // When it was put there, which the sender of a file cannot set as they can its time of change.
      if (!found.isFile() || found.ctimeMs >= beforeAt) continue
      await unlink(file)
      removed += 1
    }
  } catch (cause) {
    if (!isGone(cause)) throw cause
  }
  return removed
}
