import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'
import { ConfigProblem, type Problem } from '../config/config-problem.ts'
import { type Document, type DocumentLog, type FileDocument, type Mirror, openDocument } from '../config/document.ts'
import { loadOffice, officeFile } from '../config/load-office.ts'
import { NO_SOURCES, Sources } from '../config/sources.ts'
import { readModel } from '../printer/model.ts'
import { Command, PERMITTED, type Wish } from '../protocol/commands.ts'
import type { HouseFact } from '../protocol/house-facts.ts'
import type { Office } from '../protocol/office.ts'
import type { FieldProblem } from '../protocol/office-change.ts'
import type { Sender } from '../protocol/roles.ts'
import { type Access, openAccess } from './access/access.ts'
import { auditAccess } from './access/audit-access.ts'
import { Devices, NO_DEVICES, NO_STAFF, StaffList } from './access/documents.ts'
import { type OpenSurvey, openAnswers } from './answers/open-answers.ts'
import type { Clock } from './clock.ts'
import { systemClock } from './clock.ts'
import { CLOCK, dayOf } from './days.ts'
import { type DiskWatch, freeBytesOf, watchDisk } from './disk-space.ts'
import { journalFile } from './journal/backup-journal.ts'
import type { Journal } from './journal/journal.ts'
import { lockFolder } from './journal/lock.ts'
import { openSqliteJournal } from './journal/sqlite-journal.ts'
import { type Pace, type Verified, verifyJournal, verifyLinks } from './journal/verify-journal.ts'
import { endCutOff, keepOffice, type OfficeKeeper, rememberVersions, wasCutOff } from './keep-office.ts'
import { type OpenedOffice, openOfficeDoor } from './office.ts'
import { keepTime, type OfficeClock } from './office-clock.ts'
import type { SharedStore } from './postgres/join-office.ts'
import type { Ahead } from './read-along.ts'
import { openingOf } from './rules/calendar.ts'
import { blockersOf } from './rules/configure.ts'
import { everyTicket, ticketBy } from './rules/tickets.ts'
import { loadSecret, makeSeal } from './seal.ts'
import { keepSnapshots, readBuild, readSnapshot, type Snapshot, snapshotFile } from './snapshot.ts'

/** The machine that the server runs on, as a sender: its set-up page and its command line. */
export const CONSOLE: Sender = { role: 'console', device: 'console', place: 'console', staff: null }

/** Epoch ms that only goes on, whatever is done to the wall clock: sessions neither end nor grow when it is set. */
const steady = (startedAt: number) => {
  const origin = performance.now()
  return () => Math.round(startedAt + performance.now() - origin)
}

/** An unguessable command id. */
export const newCommandId = (): string => randomBytes(16).toString('base64url')

const officeInUse = (dataDir: string, blockers: ReturnType<typeof blockersOf>): Problem => ({
  file: officeFile(dataDir),
  path: '',
  expected: "the stages, services and counters that today's tickets stand in, until the day is over",
  got: `a document without what ${blockers
    .map((one) =>
      one.kind === 'zone' ? 'the open day' : one.kind === 'counter' ? `counter ${one.counter}` : one.number,
    )
    .join(', ')} needs`,
})

/** The instant of the last record, null before the first. */
const lastAtOf = async (journal: Pick<Journal, 'read' | 'lastSeq'>): Promise<number | null> => {
  for await (const { at } of journal.read(Math.max(0, journal.lastSeq() - 1))) return at
  return null
}

/** What was read along, where it belongs to this journal and goes beyond the snapshot. */
const aheadOf = async (
  journal: Pick<Journal, 'linkAt'>,
  snapshot: Snapshot | null,
  ahead: Ahead | null,
): Promise<Ahead | null> =>
  ahead !== null && ahead.seq > (snapshot?.seq ?? 0) && ahead.link === (await journal.linkAt(ahead.seq)) ? ahead : null

const isTrust = (input: unknown): boolean =>
  typeof input === 'object' &&
  input !== null &&
  'type' in input &&
  input.type === 'TrustClock' &&
  Command.safeParse(input).success

/** Printers of a model that nobody described. */
const missingModels = (office: Office, dataDir: string): FieldProblem[] =>
  office.printers.flatMap(({ model }, i): FieldProblem[] =>
    readModel(model, join(dataDir, 'printers')) === null
      ? [{ path: ['printers', i, 'model'], line: null, code: 'no-such', name: model }]
      : [],
  )

/** An office on a data folder, without network and devices: what the server and the command line both stand on. */
export type OpenOffice = {
  door: OpenedOffice
  /** What was recorded, for those who read on from a place. */
  journal: Pick<Journal, 'read' | 'lastSeq'>
  access: Access
  /** The office's document as it lies on disk. It is changed through its keeper alone. */
  office: FileDocument<Office>
  keeper: OfficeKeeper
  /** What in a document the schema cannot know: printers of a model that nobody described. */
  checkOffice(office: Office): FieldProblem[]
  /** Where the answers of the survey go, apart from the journal. */
  survey: OpenSurvey
  /** Follows the whole chain, beside the work. */
  verify(pace?: Pace): Promise<Verified>
  /** Where documents are kept beside their files; absent: nowhere. */
  mirror?: Mirror | undefined
  /** Secrets of the sources that bookings are fetched from. */
  sources: Document<Sources>
  /** Puts into the journal what happened to the house beside its queue. */
  record(fact: HouseFact): Promise<void>
  /** The time by which everything here goes; it doubts the machine's where that cannot be. */
  clock: OfficeClock
  /** How much room the data folder has. */
  disk: DiskWatch
  /** The sender behind a status page's token; null when no ticket of this day has it. */
  trackerSenderOf(token: string): Sender | null
  /** Ends what is under way and gives the folder back. */
  close(): Promise<void>
}

/**
 * Opens the office that lies in `dataDir`, making it from the example when the folder is new. Throws `FolderInUse` when
 * another process has it, `ConfigProblem` with every mistake of its documents, `JournalDamage` or
 * `JournalUnsound` when its history was altered.
 */
export const openOffice = async (options: {
  dataDir: string
  log: DocumentLog
  clock?: Clock
  /** The program that keeps a snapshot for its own next start; null: nobody does. */
  build?: string | null
  /** Free bytes of the disk under a folder. */
  freeBytes?: (folder: string) => Promise<number>
  /** Absent: the journal and the documents lie in the data folder. */
  shared?: SharedStore | null
  /** What this server read of a shared office while it stood by. */
  ahead?: Ahead | null
  onFault: (fault: unknown) => void
}): Promise<OpenOffice> => {
  const { dataDir, log, clock: machine = systemClock, build = readBuild(), freeBytes = freeBytesOf, onFault } = options
  const { shared = null, ahead = null } = options
  const mirror = shared?.mirror
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const lock = lockFolder(dataDir)
  try {
    const cutOff = await wasCutOff(officeFile(dataDir))
    const office = await loadOffice({ dataDir, log, mirror })
    const at = (name: string): string => join(dataDir, name)
    const documentOf = <T>(name: string, schema: z.ZodType<T>, initial: T) =>
      openDocument({ file: at(name), schema, initial: () => initial, log, mirror })
    const devices = await documentOf('devices.json', Devices, NO_DEVICES)
    const staff = await documentOf('staff.json', StaffList, NO_STAFF)
    if (existsSync(journalFile(dataDir)) && !existsSync(at('secret.key')))
      throw new Error(`${at('secret.key')} is missing: without it no booking is recognised; restore it from a backup`)
    const sources = await documentOf('sources.json', Sources, NO_SOURCES)
    const seal = makeSeal(await loadSecret(dataDir))
    const opened = await (shared?.openJournal() ?? openSqliteJournal(journalFile(dataDir)))
    const bound = build === null ? null : { file: snapshotFile(dataDir), build, seal, journal: opened, mirror }
    const snapshot = bound && (await readSnapshot(bound))
    const along = await aheadOf(opened, snapshot, ahead)
    const from = along ?? snapshot
    const { journal, versions } = rememberVersions(opened, from)
    const snapshots = bound && keepSnapshots(bound, snapshot, log)
    for (const day of along?.opened ?? []) if (day.seq > (snapshot?.seq ?? 0)) snapshots?.opened(day)
    const clock = keepTime({
      ...{ machine, lastAt: await lastAtOf(opened), zone: () => office.read().zone },
      ...{ isClosed: (day) => openingOf(office.read(), {}, day) === null, isExample: () => office.read().example },
    })
    const disk = await watchDisk(() => freeBytes(dataDir))
    const door = await openOfficeDoor({
      ...{ journal, from, clock, seal, epoch: newCommandId(), onFault },
      isDiskFull: () => disk.level() === 'full',
      isStoreGone: shared?.isGone,
      onDayOpened: (folded) => snapshots?.opened({ ...folded, versions: [...versions] }),
      onDiskRefused: ({ message }) => log.warn({ trouble: message }, 'a command was refused, nothing of it was done'),
    })
    snapshots?.start()
    const journalled = door.state().office
    // Where several servers share it nobody edits the file beside them, and one may have died between the two.
    if ((cutOff || shared !== null) && journalled !== null) await office.change(() => journalled)
    await endCutOff(officeFile(dataDir))
    const checkOffice = (document: Office) => missingModels(document, dataDir)
    const keeper = keepOffice({
      ...{ file: officeFile(dataDir), office, door, versions, newCommandId, onFault },
      ...{ console: CONSOLE, check: checkOffice },
    })
    const ask = (wish: Wish, sender: Sender) => door.submit({ ...wish, commandId: newCommandId() }, sender)
    const survey = await openAnswers({
      ...{ dataDir, door, seal, sender: CLOCK, newCommandId, onFault },
      store: shared?.answers,
    })
    const record = async (fact: HouseFact): Promise<void> => void (await ask({ type: 'Record', fact }, CLOCK))
    const wrong = new Map<string, number>()
    const access = openAccess({
      ...{ devices, staff, now: steady(clock.now()), digest: seal.passDigest },
      counted: (number, failures) => void wrong.set(number, failures),
    })
    // A day that is over holds nobody back from changing the office.
    const { day } = door.state()
    if (day?.status === 'open' && day.day < dayOf(clock.now(), office.read().zone))
      await ask({ type: 'CloseDay', day: day.day }, CLOCK)
    if (JSON.stringify(door.state().office) !== JSON.stringify(office.read())) {
      const blockers = blockersOf(door.state(), office.read())
      if (blockers.length > 0) throw new ConfigProblem([officeInUse(dataDir, blockers)])
      await ask({ type: 'ConfigureOffice', office: office.read() }, CONSOLE)
    }
    // Hashing every ticket for every phone that asks would be a lever for mischief: each is hashed once.
    const tokens = new Map<string, string>()
    const ticketOf = (token: string): string | undefined => {
      const { tickets } = door.state()
      const every = everyTicket(tickets)
      if (tokens.size > every.length) tokens.clear()
      if (tokens.size < every.length) for (const { ticketId } of every) tokens.set(seal.tokenOf(ticketId), ticketId)
      return ticketBy(tickets, tokens.get(token))?.ticketId
    }
    return {
      door: {
        ...door,
        submit(input, sender) {
          // Before it is recorded, so that the record has the time that holds from here on.
          if (isTrust(input) && PERMITTED.TrustClock.includes(sender.role)) clock.trust()
          return keeper.submit(input, sender)
        },
      },
      clock,
      disk,
      journal,
      verify: (pace) => (shared === null ? verifyJournal(journalFile(dataDir), pace) : verifyLinks(shared.links, pace)),
      mirror,
      access: auditAccess(access, (number) => wrong.get(number) ?? 0, record),
      office,
      keeper,
      checkOffice,
      survey,
      sources,
      record,
      trackerSenderOf(token) {
        const ticketId = ticketOf(token)
        return ticketId === undefined ? null : { role: 'tracker', device: 'phone', place: ticketId, staff: null }
      },
      async close() {
        await snapshots?.stop()
        await door.close()
        await survey.close()
        lock.release()
      },
    }
  } catch (cause) {
    lock.release()
    throw cause
  }
}
