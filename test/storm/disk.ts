import type { Answer } from '../../protocol/answers.ts'
import { CHAIN_START, nextLink } from '../../server/journal/chain.ts'
import {
  DiskRefused,
  type Entry,
  type Journal,
  JournalDamage,
  type KeptCode,
  type Recorded,
} from '../../server/journal/journal.ts'
import type { OfficeEvent } from '../../server/rules/events.ts'
import type { Draws } from '../../simulator/generate/draws.ts'
import type { VirtualTime } from './virtual-time.ts'

/** One event as it lies on the disk. */
export type Row = { seq: number; at: number; by: string; command_id: string; event: string; link: string }

/** One transaction: what a command wrote, and when, in virtual ms. */
export type Written = {
  key: string
  at: number
  by: Recorded['by']
  digest: string
  answer: Answer
  rows: Row[]
  codes: readonly KeptCode[]
  writtenAt: number
}

/** Where a server can be killed while it writes: before anything is written, before it is synced, and before anybody knows. */
export type Trap = 'before-write' | 'before-sync' | 'before-answer'

/** What a disk may do wrong. `slowMs` on top of every sync; the number of appends after which one fails, and how. */
export type DiskTrouble = {
  slowMs: number
  failIn: number | null
  failWith: 'full' | 'sync'
  trapIn: number | null
  trap: Trap
}

/** Faults that are planted in the disk: whether it waits for its syncs, tears transactions, keeps answers, chains. */
export type DiskSeams = { syncs: boolean; tears: boolean; keepsAnswers: boolean; links: boolean }

/** A disk with the crash model: what was written is lost at a crash unless it was synced, and then may or may not be. */
export type Disk = {
  trouble: DiskTrouble
  /** Everything that would be read after a crash that lost nothing more. */
  written(): readonly Written[]
  /** The instant of the last record, null where there is none. */
  lastAt(): number | null
  /** Power or process gone: of what was not synced nothing, everything or the first part stays. */
  crash(): void
  /** The journal on this disk for one life of a server. `isDead` after its kill: nothing is written any more. */
  open(life: { isDead(): boolean; trapped(trap: Trap): void }): Journal
}

/** A sync takes so long, ms. */
const SYNC_MS = 2
/** When a disk that does not wait writes at last, ms. */
const LAZY_SYNC_MS = 60_000
const NEVER = new Promise<never>(() => {})

const readRows = (all: readonly Written[], afterSeq: number): Recorded[] => {
  const found: Recorded[] = []
  let link = CHAIN_START
  let expected = 1
  for (const { by, rows } of all)
    for (const row of rows) {
      if (row.seq !== expected) throw new JournalDamage(expected, 'is missing')
      link = nextLink(link, row)
      if (link !== row.link) throw new JournalDamage(row.seq, 'does not fit the chain')
      expected += 1
      const event: OfficeEvent = JSON.parse(row.event)
      if (row.seq > afterSeq) found.push({ seq: row.seq, at: row.at, by, event })
    }
  return found
}

/** Throws a `JournalDamage` where the chain of what was written does not hold. */
export const checkChain = (all: readonly Written[]): void => void readRows(all, 0)

/** An empty disk. */
export const makeDisk = (time: VirtualTime, draws: Draws, seams: DiskSeams): Disk => {
  let synced: Written[] = []
  let pending: Written[] = []
  const trouble: DiskTrouble = { slowMs: 0, failIn: null, failWith: 'full', trapIn: null, trap: 'before-write' }
  const all = (): Written[] => [...synced, ...pending]

  const rest = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      time.after(ms, () => {
        time.stir()
        resolve()
      })
    })

  const countDown = (name: 'failIn' | 'trapIn'): boolean => {
    const left = trouble[name]
    if (left === null) return false
    trouble[name] = left > 0 ? left - 1 : null
    return left === 0
  }

  return {
    trouble,
    written: all,
    lastAt: () => all().findLast(({ rows }) => rows.length > 0)?.at ?? null,
    crash() {
      const kept = draws.oneOf([
        [0, 0.4],
        [pending.length, 0.4],
        [Math.floor(draws.uniform(0, pending.length + 1)), 0.2],
      ])
      const torn = seams.tears ? pending[kept] : undefined
      synced = [...synced, ...pending.slice(0, kept)]
      if (torn !== undefined) synced.push({ ...torn, rows: torn.rows.slice(0, Math.ceil(torn.rows.length / 2)) })
      pending = []
    },
    open(life) {
      const start = all()
      let link = start.findLast(({ rows }) => rows.length > 0)?.rows.at(-1)?.link ?? CHAIN_START
      let seq = start.reduce((sum, { rows }) => sum + rows.length, 0)
      const answers = new Map(start.map(({ key, digest, answer }) => [key, { digest, answer }]))
      const codes = new Map(start.flatMap((one) => one.codes.map((code) => [code.hash, code] as const)))
      if (!seams.keepsAnswers) answers.clear()

      const write = ({ at, by, commandId, digest, answer, events, codes: added = [] }: Entry): void => {
        const rows = events.map((event) => {
          seq += 1
          const row = { seq, at, by: JSON.stringify(by), command_id: commandId, event: JSON.stringify(event) }
          const isSkipped = !seams.links && seq % 7 === 0
          const next = nextLink(link, row)
          if (!isSkipped) link = next
          return { ...row, link: next }
        })
        pending.push({ key: commandId, at, by, digest, answer, rows, codes: added, writtenAt: time.now() })
        answers.set(commandId, { digest, answer })
        for (const code of added) codes.set(code.hash, code)
      }
      const sync = (): void => {
        synced.push(...pending)
        pending = []
      }
      /** Never goes on in a life that ended here. */
      const pass = (trap: Trap, isSprung: boolean): Promise<void> => {
        if (isSprung && trap === trouble.trap) life.trapped(trap)
        return life.isDead() ? NEVER : Promise.resolve()
      }

      const journal = {
        async *read(afterSeq = 0) {
          yield* readRows(all(), afterSeq)
        },
        lastSeq: () => seq,
        linkAt: async (at: number) => all().flatMap(({ rows }) => rows)[at - 1]?.link ?? null,
        answerOf: async (commandId: string) => (life.isDead() ? NEVER : (answers.get(commandId) ?? null)),
        async append(entry: Entry) {
          const isSprung = countDown('trapIn')
          const fails = countDown('failIn')
          await pass('before-write', isSprung)
          if (fails && trouble.failWith === 'full') throw new DiskRefused('ENOSPC')
          write(entry)
          const last = seq
          if (seams.syncs) {
            await pass('before-sync', isSprung)
            await rest(SYNC_MS + trouble.slowMs)
            if (life.isDead()) return NEVER
            if (fails) throw new Error('EIO: fsync')
            sync()
          } else time.after(LAZY_SYNC_MS, () => life.isDead() || sync())
          await pass('before-answer', isSprung)
          return last
        },
        codeOf: async (hash: string) => codes.get(hash) ?? null,
        forgetCommands: async () => 0,
        forgetCodes: async () => 0,
        close: async () => {},
      }
      return journal
    },
  }
}
