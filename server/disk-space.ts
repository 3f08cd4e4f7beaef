import { statfs } from 'node:fs/promises'

const MB = 1024 * 1024
/** Below these the disk is low, and full (reliability D8), bytes. */
const ROOM = { low: 500 * MB, full: 100 * MB } as const
/** How often it is looked at, ms: a log that runs wild fills some MB a second. */
const LOOK_MS = 2_500

/** `low` wants somebody; `full` gives no new numbers, and calls on. */
export type DiskLevel = 'ample' | 'low' | 'full'

/** The room on the disk as it was looked at last. */
export type DiskWatch = {
  level(): DiskLevel
  /** Whole MB that are free. */
  freeMb(): number
  look(): Promise<void>
  /** Looks again and again until the returned function is called; `onTrouble` hears of what keeps it from looking. */
  start(onTrouble: (trouble: unknown) => void): () => void
}

/** Free bytes of the disk under a folder, for who is not root. */
export const freeBytesOf = async (folder: string): Promise<number> => {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/** Watches a disk; looks once before it resolves. */
export const watchDisk = async (freeBytes: () => Promise<number>): Promise<DiskWatch> => {
  let free = 0
  const look = async (): Promise<void> => {
    free = await freeBytes()
  }
  await look()
  return {
    level: () => (free < ROOM.full ? 'full' : free < ROOM.low ? 'low' : 'ample'),
    freeMb: () => Math.floor(free / MB),
    look,
    start(onTrouble) {
      const timer = setInterval(() => void look().catch(onTrouble), LOOK_MS)
      return () => clearInterval(timer)
    },
  }
}
