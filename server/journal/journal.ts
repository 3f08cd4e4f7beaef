import type { Answer } from '../../protocol/answers.ts'
import type { DayStamp } from '../../protocol/ids.ts'
import type { Sender } from '../../protocol/roles.ts'
import type { OfficeEvent } from '../rules/events.ts'

/** One event as it was recorded: its place in the whole, when, and who asked for it. */
export type Recorded = { seq: number; at: number; by: Pick<Sender, 'role' | 'place' | 'staff'>; event: OfficeEvent }

/** A command that was decided, with everything that goes to disk in one transaction. */
export type Entry = {
  at: number
  by: Recorded['by']
  commandId: string
  /** Keyed digest of sender and body: tells a repeat from another command with the same id. */
  digest: string
  answer: Answer
  events: OfficeEvent[]
  /** Codes whose keys stand in these events. */
  codes?: readonly KeptCode[]
}

/**
 * What leads from a booking's code to its random key in the events: the code's keyed hash. It is the only way there, and it
 * is forgotten after `day`; then the key in the events leads to nobody, whoever has the office's secret.
 */
export type KeptCode = { hash: string; key: string; day: DayStamp }

/**
 * The event store. SQLite serves one machine, PostgreSQL several, behind the same port.
 */
export type Journal = {
  /**
   * The events after the one of this number, all when it is left out, in order. Throws a `JournalDamage` at the first that
   * does not fit the chain; the chain before `afterSeq` is taken as it stands.
   */
  read(afterSeq?: number): AsyncIterable<Recorded>
  /** The number of the last event, 0 before the first. */
  lastSeq(): number
  /** The chain's link at an event, which stands for everything up to it; null where the journal does not reach. */
  linkAt(seq: number): Promise<string | null>
  /** What was answered to a command, null when it is not known. */
  answerOf(commandId: string): Promise<{ digest: string; answer: Answer } | null>
  /**
   * Records events, command id and answer together. On return they are on disk. Returns the last event's number. Throws
   * `DiskRefused` where the disk had no room or took no writing: then nothing was recorded, and it may be tried again.
   */
  append(entry: Entry): Promise<number>
  /** The key of a code by its keyed hash, null when there is none or it was forgotten. */
  codeOf(hash: string): Promise<KeptCode | null>
  /** Forgets the ids and answers of commands older than `beforeAt`; how many there were. */
  forgetCommands(beforeAt: number): Promise<number>
  /** Forgets the codes of days before `day`, on disk too; how many there were. */
  forgetCodes(day: DayStamp): Promise<number>
  close(): Promise<void>
}

/** A stored event that was altered, lost or torn: the journal cannot be trusted from `seq` on. */
export class JournalDamage extends Error {
  readonly seq: number

  constructor(seq: number, reason: string) {
    super(`event ${seq}: ${reason}`)
    this.name = 'JournalDamage'
    this.seq = seq
  }
}

/** The disk is full or takes no writing. Nothing was recorded; what was recorded before is whole and can be read. */
export class DiskRefused extends Error {
  /** What a request is answered that came upon it. */
  readonly status = 503
  constructor(reason: string) {
    super(`the disk took nothing: ${reason}`)
    this.name = 'DiskRefused'
  }
}

/** Data of a newer program: this one would not know what it left out. */
export class NewerData extends Error {
  constructor(found: number, known: number) {
    super(`the journal has version ${found}; this program knows ${known}: please update Antrean`)
    this.name = 'NewerData'
  }
}

/** A journal file that as a whole cannot be the office's: no database, torn, empty, an older or another one. */
export class JournalUnsound extends Error {
  constructor(reason: string) {
    super(`the journal is damaged: ${reason}`)
    this.name = 'JournalUnsound'
  }
}
