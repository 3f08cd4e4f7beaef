import { dirname } from 'node:path'
import type { DiskOp } from './record-writes.ts'

/** A file's bytes on the disk, and what was written after that and not synced. */
type Inode = { stored: Buffer; pending: Change[] }
type Change = { offset: number; data: Buffer } | { size: number }
/** A name that was given or taken in a folder and not synced: `inode` null takes it. */
type Naming = { folder: string; names: { path: string; inode: Inode | null }[] }

/** What a cut leaves: files by path. */
export type Image = ReadonlyMap<string, Buffer>

/** A number from 0 up to and without 1, by a seed. */
export type Random = () => number

const SECTOR = 512

const changed = (before: Buffer, change: Change): Buffer => {
  if ('size' in change) {
    const after = Buffer.alloc(change.size)
    before.copy(after)
    return after
  }
  const { offset, data } = change
  const after = Buffer.alloc(Math.max(before.length, offset + data.length))
  before.copy(after)
  data.copy(after, offset)
  return after
}

const changedBy = (stored: Buffer, changes: readonly Change[]): Buffer => {
  const size = changes.reduce(
    (most, change) => Math.max(most, 'size' in change ? change.size : change.offset + change.data.length),
    stored.length,
  )
  if (changes.some((change) => 'size' in change)) return changes.reduce(changed, stored)
  const after = Buffer.alloc(size)
  stored.copy(after)
  for (const change of changes) if ('data' in change) change.data.copy(after, change.offset)
  return after
}

/** The sectors of a write that reached the disk before the power went. */
const tear = (change: Change, random: Random): Change[] => {
  if ('size' in change) return random() < 0.5 ? [change] : []
  const sectors = Math.ceil(change.data.length / SECTOR)
  return Array.from({ length: sectors }, (_, i) => i)
    .filter(() => random() < 0.5)
    .map((i) => ({
      offset: change.offset + i * SECTOR,
      data: change.data.subarray(i * SECTOR, (i + 1) * SECTOR),
    }))
}

/** How much of what was not synced a cut leaves: of data and of names, each for itself. */
const LEAVES = ['none', 'all', 'some', 'first', 'torn'] as const
type Leaves = (typeof LEAVES)[number]

const left = <T>(pending: readonly T[], how: Leaves, random: Random): T[] => {
  if (how === 'none') return []
  if (how === 'some') return pending.filter(() => random() < 0.5)
  if (how === 'first') return pending.slice(0, Math.floor(random() * (pending.length + 1)))
  return [...pending]
}

/** The same order of kinds for every seed: both extremes and both mixtures come first, then anything. */
const FIXED: readonly [Leaves, Leaves][] = [
  ['none', 'none'],
  ['all', 'all'],
  ['none', 'all'],
  ['all', 'none'],
]

/**
 * A disk in its worst legal mood. A write, a change of size and a name each last only when the file or the folder was synced;
 * until then any part may be there after a cut, torn at sectors, and names may come before the data. It is fed with
 * recorded operations; `cut` looks at what a cut at this moment could leave and changes nothing.
 */
export const makeDisk = (found: Image) => {
  const inodes = new Map([...found].map(([path, stored]) => [path, { stored, pending: [] } as Inode]))
  let namings: Naming[] = []
  let stored = new Map(inodes)
  const name = (folder: string, ...names: Naming['names']): void => {
    namings.push({ folder, names })
    for (const { path, inode } of names) {
      if (inode === null) inodes.delete(path)
      else inodes.set(path, inode)
    }
  }
  const givenNames = (these: readonly Naming[]): Map<string, Inode> => {
    const names = new Map(stored)
    for (const { path, inode } of these.flatMap((naming) => naming.names)) {
      if (inode === null) names.delete(path)
      else names.set(path, inode)
    }
    return names
  }

  const feed = (op: DiskOp): void => {
    if (op.kind === 'say') return
    if (op.kind === 'rename') {
      const inode = inodes.get(op.from)
      if (inode !== undefined) name(dirname(op.to), { path: op.to, inode }, { path: op.from, inode: null })
      return
    }
    const inode = inodes.get(op.path)
    if (op.kind === 'create') {
      if (inode === undefined)
        name(dirname(op.path), { path: op.path, inode: { stored: Buffer.alloc(0), pending: [] } })
      else if (op.empties) inode.pending.push({ size: 0 })
    } else if (op.kind === 'remove') {
      if (inode !== undefined) name(dirname(op.path), { path: op.path, inode: null })
    } else if (op.kind === 'write') inode?.pending.push({ offset: op.offset, data: op.data })
    else if (op.kind === 'cut') inode?.pending.push({ size: op.size })
    else if (inode !== undefined) {
      inode.stored = changedBy(inode.stored, inode.pending)
      inode.pending = []
    } else {
      stored = givenNames(namings.filter(({ folder }) => folder === op.path))
      namings = namings.filter(({ folder }) => folder !== op.path)
    }
  }

  const cut = (turn: number, random: Random): Image => {
    const draw = (): Leaves => LEAVES[Math.floor(random() * LEAVES.length)] ?? 'none'
    const [data, names] = FIXED[turn] ?? [null, draw()]
    const image = new Map<string, Buffer>()
    for (const [path, inode] of givenNames(left(namings, names, random))) {
      const how = data ?? draw()
      const pending = left(inode.pending, how, random)
      const last = how === 'torn' ? pending.pop() : undefined
      image.set(path, changedBy(inode.stored, [...pending, ...(last === undefined ? [] : tear(last, random))]))
    }
    return image
  }
  return { feed, cut }
}
