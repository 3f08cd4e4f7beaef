import { rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type FileDocument, lastGoodOf, parseDocument, readFileIfThere } from '../config/document.ts'
import { syncFolder, writeDurably } from '../config/durable-file.ts'
import { findJsonMistake } from '../config/json-mistake.ts'
import { lineOfPath } from '../config/path-line.ts'
import type { Answer } from '../protocol/answers.ts'
import { Office } from '../protocol/office.ts'
import type { Blocker, FieldProblem, OfficeVersion } from '../protocol/office-change.ts'
import type { Sender } from '../protocol/roles.ts'
import type { Entry, Journal } from './journal/journal.ts'
import type { OpenedOffice } from './office.ts'
import { fieldProblemsOf } from './office-change/field-problems.ts'
import { blockersOf } from './rules/configure.ts'

/** A version with the document it was. */
export type KeptVersion = OfficeVersion & { office: Office }

/** What is the matter with an `office.json` that was edited by hand: the office goes on with its last good version. */
export type FileTrouble = { kind: 'broken'; problems: FieldProblem[] } | { kind: 'waiting'; blockers: Blocker[] }

/** What became of a changed document. `stale`: somebody else changed it in the meantime; `version` is the newest. */
export type OfficeChanged =
  | { status: 'saved'; version: number }
  | { status: 'stale'; version: number }
  | { status: 'blocked'; blockers: Blocker[] }

/** The one way in which the office's document changes while it runs. */
export type OfficeKeeper = {
  /** Every version, oldest first; the number of the last is the version that holds. */
  versions(): readonly KeptVersion[]
  /**
   * Enters a changed document that was made from version `base`. On `saved` it is in the journal and in `office.json`; a
   * document that says what holds already makes no version.
   */
  change(base: number, office: Office, sender: Sender): Promise<OfficeChanged>
  /** Looks whether `office.json` was edited by hand, and takes it when it is good and nobody stands in its way. */
  look(): Promise<void>
  /** What keeps a file that was edited by hand from being taken, null when nothing does. */
  trouble(): FileTrouble | null
  /** Changes the document as it is when its turn comes, so that of two changes at once neither takes the other back. */
  edit(next: (office: Office) => Office, sender: Sender): Promise<Answer>
  /** The Door's own submit; a changed document goes the way of `change`, without a base. */
  submit: OpenedOffice['submit']
}

/** Lies beside the document from before a change is journalled until it is written: a kill in between leaves it. */
const markOf = (file: string): string => `${file}.changing`
/** Where what somebody wrote by hand is kept when a change is written over it. */
const setAsideOf = (file: string): string => `${file}.set-aside`

/** Says that journal and document agree again. */
export const endCutOff = async (file: string): Promise<void> => {
  await rm(markOf(file), { force: true })
  await syncFolder(dirname(file))
}

/**
 * Whether a change of this document was journalled and then cut off before it was written. Nobody edited the file since: an
 * edit by hand goes before it.
 */
export const wasCutOff = async (file: string): Promise<boolean> => {
  const marked = await stat(markOf(file)).then(
    () => true,
    () => false,
  )
  return marked && (await readFileIfThere(file)) === (await readFileIfThere(lastGoodOf(file)))
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Adds the office's version that an event makes, if it makes one. */
export const noteVersion = (
  versions: KeptVersion[],
  { at, by }: Pick<Entry, 'at' | 'by'>,
  event: Entry['events'][number],
): void => {
  const { role, staff } = by
  if (event.type === 'OfficeConfigured')
    versions.push({ no: versions.length + 1, at, by: { role, staff }, office: event.office })
}

/** Remembers every version that passes a journal, as it is read and as it grows; `known` are those up to its event `seq`. */
export const rememberVersions = (
  journal: Journal,
  known: { seq: number; versions: readonly KeptVersion[] } | null = null,
): { journal: Journal; versions: KeptVersion[] } => {
  const versions: KeptVersion[] = [...(known?.versions ?? [])]
  let notedSeq = known?.seq ?? 0
  /** Once each: history, audit and webhooks read the same events again. */
  const note = (seq: number, entry: Pick<Entry, 'at' | 'by'>, event: Entry['events'][number]): void => {
    if (seq <= notedSeq) return
    notedSeq = seq
    noteVersion(versions, entry, event)
  }
  return {
    versions,
    journal: {
      ...journal,
      async *read(...from) {
        for await (const recorded of journal.read(...from)) {
          note(recorded.seq, recorded, recorded.event)
          yield recorded
        }
      },
      async append(entry) {
        const seq = await journal.append(entry)
        for (const [i, event] of entry.events.entries()) note(seq - entry.events.length + 1 + i, entry, event)
        return seq
      },
    },
  }
}

type Edit = { office: Office } | { problems: FieldProblem[] }

/** What an edited file says: an office, or what is wrong with it and on which line. */
const readEdit = (file: string, text: string | null, check: (office: Office) => FieldProblem[]): Edit => {
  if (text === null) return { problems: [{ path: [], line: null, code: 'no-file' }] }
  const json = text.startsWith('\ufeff') ? text.slice(1) : text
  const mistake = findJsonMistake(json)
  if (mistake !== null) return { problems: [{ path: [], line: mistake.line, code: 'no-json' }] }
  const value: unknown = JSON.parse(json)
  const read = Office.safeParse(value)
  const problems = read.success ? check(read.data) : fieldProblemsOf(read.error.issues, value)
  return problems.length === 0
    ? { office: parseDocument(file, text, Office) }
    : { problems: problems.map((problem) => ({ ...problem, line: lineOfPath(json, problem.path) })) }
}

/**
 * Keeps journal and `office.json` together. The order makes a kill harmless: a mark beside the file, the journal, the file,
 * the mark away; with a mark the next start writes what the journal holds. `check` says what else must be right, such as
 * models of printers. `console` is who edits files.
 */
export const keepOffice = (options: {
  file: string
  office: FileDocument<Office>
  door: OpenedOffice
  versions: readonly KeptVersion[]
  console: Sender
  check: (office: Office) => FieldProblem[]
  newCommandId: () => string
  onFault: (fault: unknown) => void
}): OfficeKeeper => {
  const { file, office, door, versions, console, check, newCommandId, onFault } = options
  let trouble: FileTrouble | null = null
  /** A text that is not good may still be being written: it is told at the second look. */
  let suspect: string | null | undefined
  let queue: Promise<unknown> = Promise.resolve()
  const inTurn = <R>(act: () => Promise<R>): Promise<R> => {
    const done = queue.then(act)
    queue = done.catch(onFault)
    return done
  }

  const write = async (): Promise<void> => {
    const { office: now } = door.state()
    if (now === null) return
    const text = await office.edited().catch(() => null)
    if (typeof text === 'string') {
      const edit = readEdit(file, text, () => [])
      if ('office' in edit && same(edit.office, now)) return void (await office.adopt(text))
      await writeDurably(setAsideOf(file), text)
    }
    await office.change(() => now)
  }

  const enter = async (input: unknown, sender: Sender): Promise<Answer> => {
    await writeDurably(markOf(file), '')
    const answer = await door.submit(input, sender)
    if (answer.status === 'taken') await write()
    await endCutOff(file)
    return answer
  }

  const configure = (next: Office) => ({ type: 'ConfigureOffice', commandId: newCommandId(), office: next })

  const takeEdit = async (): Promise<void> => {
    const text = await office.edited().catch(() => null)
    const edit = text === undefined ? null : readEdit(file, text, check)
    const isKnown = text === suspect
    suspect = text
    if (text === undefined || text === null || edit === null || 'problems' in edit) {
      if (edit === null) trouble = null
      else if (isKnown && 'problems' in edit) trouble = { kind: 'broken', problems: edit.problems }
      return
    }
    const blockers = blockersOf(door.state(), edit.office)
    if (blockers.length > 0) {
      trouble = { kind: 'waiting', blockers }
      return
    }
    trouble = null
    if (same(edit.office, door.state().office)) await office.adopt(text)
    else await enter(configure(edit.office), console)
  }

  return {
    versions: () => versions,
    trouble: () => trouble,
    look: () => inTurn(takeEdit),
    change: (base, next, sender) =>
      inTurn(async (): Promise<OfficeChanged> => {
        await takeEdit()
        if (same(next, door.state().office)) return { status: 'saved', version: versions.length }
        if (base !== versions.length) return { status: 'stale', version: versions.length }
        const answer = await enter(configure(next), sender)
        if (answer.status === 'taken') return { status: 'saved', version: versions.length }
        return { status: 'blocked', blockers: blockersOf(door.state(), next) }
      }),
    edit: (next, sender) =>
      inTurn(async () => {
        await takeEdit()
        return enter(configure(next(office.read())), sender)
      }),
    submit: (input, sender) =>
      typeof input === 'object' && input !== null && 'type' in input && input.type === 'ConfigureOffice'
        ? inTurn(() => enter(input, sender))
        : door.submit(input, sender),
  }
}
