import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a program did to its folder, or said, in the order in which the system answered. Paths are absolute. */
export type DiskOp =
  | { kind: 'create'; path: string; empties: boolean }
  | { kind: 'write'; path: string; offset: number; data: Buffer }
  | { kind: 'cut'; path: string; size: number }
  /** A file, or a folder: what was pending there is on the disk from now on. */
  | { kind: 'sync'; path: string }
  | { kind: 'rename'; from: string; to: string }
  | { kind: 'remove'; path: string }
  | { kind: 'say'; text: string }

const CALLS = [
  ...['openat', 'write', 'pwrite64', 'writev', 'pwritev', 'ftruncate', 'fallocate', 'fsync', 'fdatasync', 'rename'],
  ...['renameat', 'renameat2', 'unlink', 'unlinkat', 'link', 'linkat', 'copy_file_range', 'sendfile'],
]
/** Nobody here writes files by these: a recording with one of them would not be whole. */
const UNKNOWN = /^(writev|pwritev|fallocate|link|linkat|copy_file_range|sendfile)$/

const bytesOf = (hex: string): Buffer => Buffer.from(hex.replaceAll('\\x', ''), 'hex')
const LINE = /^(\d+) +(.*)$/
const RESUMED = /^<\.\.\. \w+ resumed>(.*)$/
const UNFINISHED = ' <unfinished ...>'
const CALL = /^(\w+)\((.*)\) += (\d+)/
const ON_FILE = /^(\d+)<((?:\\x..)*)(?:\(deleted\))?>/
const TEXT = /"((?:\\x..)*)"/g

/** The calls of a trace by all threads, without these, in the order in which the system answered. */
export const wholeCalls = (trace: string): string[] => {
  const begun = new Map<string, string>()
  return trace.split('\n').flatMap((line) => {
    const [, thread = '', call = ''] = LINE.exec(line) ?? []
    const [, rest] = RESUMED.exec(call) ?? []
    if (call.endsWith(UNFINISHED)) {
      begun.set(thread, call.slice(0, -UNFINISHED.length))
      return []
    }
    return rest === undefined ? [call] : [`${begun.get(thread) ?? ''}${rest}`]
  })
}

const opsOf = (trace: string): DiskOp[] => {
  const ends = new Map<string, number>()
  return wholeCalls(trace).flatMap((call): DiskOp[] => {
    const [, name = '', args = '', result = ''] = CALL.exec(call) ?? []
    const [, fd = '', hexPath = ''] = ON_FILE.exec(args) ?? []
    const path = bytesOf(hexPath).toString()
    const texts = [...args.matchAll(TEXT)].map(([, hex = '']) => bytesOf(hex))
    const [first, second] = texts.map(String)
    switch (name) {
      case 'openat': {
        ends.set(result, 0)
        if (first === undefined || !args.includes('O_CREAT')) return []
        return [{ kind: 'create', path: first, empties: args.includes('O_TRUNC') }]
      }
      case 'pwrite64':
        return [{ kind: 'write', path, offset: Number(args.split(', ').at(-1)), data: texts[0] ?? Buffer.alloc(0) }]
      case 'write': {
        if (fd === '1') return [{ kind: 'say', text: first ?? '' }]
        const offset = ends.get(fd) ?? 0
        ends.set(fd, offset + Number(result))
        return [{ kind: 'write', path, offset, data: texts[0] ?? Buffer.alloc(0) }]
      }
      case 'ftruncate':
        return [{ kind: 'cut', path, size: Number(args.split(', ').at(-1)) }]
      case 'fsync':
      case 'fdatasync':
        return [{ kind: 'sync', path }]
      case 'rename':
      case 'renameat':
      case 'renameat2':
        return [{ kind: 'rename', from: first ?? '', to: second ?? '' }]
      case 'unlink':
      case 'unlinkat':
        return [{ kind: 'remove', path: first ?? '' }]
      default:
        return UNKNOWN.test(name) ? [{ kind: 'create', path: `${path} by ${name}`, empties: false }] : []
    }
  })
}

const isAbout = (op: DiskOp, folder: string): boolean =>
  op.kind === 'say' || (op.kind === 'rename' ? op.to : op.path).startsWith(folder)

/**
 * Runs a TypeScript program under strace to its end and returns what it did to `folder`, byte for byte. Throws when it
 * fails, and when it wrote there in a way that this recorder does not know.
 */
export const recordWrites = (program: string, folder: string): DiskOp[] => {
  const file = join(mkdtempSync(join(tmpdir(), 'antrean-trace-')), 'trace')
  const watch = ['-f', '-y', '-xx', '-s', '10000000', '-e', `trace=${CALLS.join(',')}`, '-o', file]
  const run = spawnSync('strace', [...watch, process.execPath, '--import', 'tsx', program, folder], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  if (run.status !== 0) throw new Error(`the watched program ended with ${run.status}: ${run.stderr}`)
  const ops = opsOf(readFileSync(file, 'latin1')).filter((op) => isAbout(op, folder))
  const odd = ops.find((op) => op.kind === 'create' && op.path.includes(' by '))
  if (odd !== undefined) throw new Error(`not recorded: ${JSON.stringify(odd)}`)
  return ops
}
