import { open, readdir, rename, unlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

const temporaryPrefix = (file: string): string => `.${basename(file)}.`
const TEMPORARY_END = '.tmp'
let written = 0

/** Makes what was renamed or removed in a folder last: without it a power cut may bring the old names back. */
export const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Replaces `file` with `content` so that a power cut leaves the old or the new one, never a mixture: a temporary file in
 * the same folder, fsync, rename, fsync of the folder. Mode 0600. Rejects when the disk does.
 */
export const writeDurably = async (file: string, content: string | Uint8Array): Promise<void> => {
  written += 1
  const temporary = join(dirname(file), `${temporaryPrefix(file)}${process.pid}-${written}${TEMPORARY_END}`)
  const handle = await open(temporary, 'wx', 0o600)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(temporary, file)
  await syncFolder(dirname(file))
}

/**
 * Removes what a killed `writeDurably` left beside `file` and its companions (`<file>.…`); answers how many there were.
 */
export const sweepTemporaries = async (file: string): Promise<number> => {
  const names = await readdir(dirname(file))
  const left = names.filter((name) => name.startsWith(temporaryPrefix(file)) && name.endsWith(TEMPORARY_END))
  await Promise.all(left.map((name) => unlink(join(dirname(file), name))))
  return left.length
}
