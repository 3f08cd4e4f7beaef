import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Answer } from '../protocol/answers.ts'
import { ADDS, Command, NEEDS_STAFF, PERMITTED } from '../protocol/commands.ts'
import type { Door } from '../protocol/door.ts'
import type { DayStamp, Instant } from '../protocol/ids.ts'
import type { RefusalCode } from '../protocol/refusals.ts'
import type { Sender } from '../protocol/roles.ts'
import type { View } from '../protocol/views.ts'
import type { Clock } from './clock.ts'
import { DiskRefused, type Journal, type KeptCode, type Recorded } from './journal/journal.ts'
import { AT_ONCE, isLongList, type LongList, parseLongList } from './long-lists.ts'
import { nextDueAt } from './rules/deadlines.ts'
import { decide } from './rules/decide.ts'
import type { Presented, Sealed } from './rules/decision.ts'
import type { Booking } from './rules/events.ts'
import { evolve } from './rules/evolve.ts'
import { readPayload } from './rules/payload.ts'
import { NOTHING_YET, type State } from './rules/state.ts'
import { everyTicket } from './rules/tickets.ts'
import { rememberUntaken } from './untaken.ts'
import { alikeOf, viewFor } from './views/view-for.ts'

/** What keeps secrets: hashes that nobody without the office's key can make. */
export type Seal = {
  /** The keyed hash of a booking code: what its key is found by, and never recorded. */
  codeHash(code: string): string
  /** A key that leads nowhere; `codeHash` is for tests, which want to know it beforehand. */
  newKey(codeHash: string): string
  /** The keyed digest of a command's sender and body. */
  digest(text: string): string
  /** The token of a ticket's status page. */
  tokenOf(ticketId: string): string
  /** The name under which a ticket's answers are kept until its day is over. */
  answerKey(ticketId: string): string
}

/** The state just after an event, and when that was recorded. */
export type Folded = { seq: number; at: Instant; state: State }

/** What the Door is made of. `onFault` ends the process: a fault is never lived with. */
export type OfficeParts = {
  journal: Journal
  /** What the events of the journal up to one come to; null: they are all folded. */
  from?: Folded | null
  /** Told of every day that is opened, also of those that the journal holds. */
  onDayOpened?: (folded: Folded) => void
  /** Told when the disk took nothing of a command, which was refused. */
  onDiskRefused?: (trouble: DiskRefused) => void
  clock: Clock
  seal: Seal
  /** Names this run of the server to the screens. */
  epoch: string
  /** Whether the disk is too full for new numbers; those that are there are called on (reliability D8). */
  isDiskFull?: () => boolean
  onFault: (fault: unknown) => void
}

/** The Door, and for the rooms beside it a look at the state and at what is recorded. */
export type OpenedOffice = Door & {
  state(): State
  /** The key by which the state knows a booking code: for looking it up. One that leads to nothing when it is not known. */
  keyOf(code: string): Promise<string>
  /** Tells of the events of every command once they are on disk and part of the state; returns `stop`. */
  onRecorded(listener: (recorded: readonly Recorded[]) => void): () => void
  /** Forgets the codes of days before `codesBefore` and the commands before `commandsBefore`; how many there were. */
  forget(limits: { codesBefore: DayStamp; commandsBefore: number }): Promise<{ codes: number; commands: number }>
  close(): Promise<void>
}

type Watcher = { sender: Sender; onView: (view: View) => void; shown: string }

/** The address of a ticket's status page, which its paper carries as a QR code. */
const STATUS_ADDRESS = /\/t\/([A-Za-z0-9_-]{22})$/

const latest = (a: DayStamp, b: DayStamp): DayStamp => (a > b ? a : b)

const refused = (code: RefusalCode): Answer => ({ status: 'refused', refusal: { code } })

const invalid = (issues: readonly { path: readonly PropertyKey[]; message: string }[]): Answer => ({
  status: 'invalid',
  issues: issues.map(({ path, message }) => ({ path: path.join('.'), message })),
})

/** A view and what tells it from the one before, which is everything but its number and instant. */
type Sight = { view: View; content: string } | null

const contentOf = (view: View): string => JSON.stringify({ ...view, seq: 0, at: 0 })

/**
 * Opens the office on its journal: replays what was, then takes one command after the other. The order of steps is
 * always the same: parse, permit, repeat?, stamp, decide, journal, evolve, views, answer.
 */
export const openOfficeDoor = async (parts: OfficeParts): Promise<OpenedOffice> => {
  const { journal, from, onDayOpened, onDiskRefused, clock, seal, epoch, isDiskFull, onFault } = parts
  let { state, seq, at: lastAt } = from ?? { state: NOTHING_YET, seq: 0, at: 0 }
  const fold = ({ event, ...recorded }: Recorded): void => {
    state = evolve(state, event, recorded.at)
    ;[seq, lastAt] = [recorded.seq, Math.max(lastAt, recorded.at)]
    if (event.type === 'DayOpened') onDayOpened?.({ seq, at: lastAt, state })
  }
  for await (const recorded of journal.read(seq)) fold(recorded)

  const watchers = new Set<Watcher>()
  const listeners = new Set<(recorded: readonly Recorded[]) => void>()
  let queue: Promise<unknown> = Promise.resolve()
  let lists: Promise<unknown> = Promise.resolve()
  let [callOff, closed] = [() => {}, false]

  /** The wall clock may step back; within the office time only goes on. */
  const stamp = (): number => {
    lastAt = Math.max(lastAt, clock.now())
    return lastAt
  }

  const look = (sender: Sender, at: number): Sight => {
    const view = viewFor(state, sender, { epoch, seq, at, tokenOf: seal.tokenOf })
    return view && { view, content: contentOf(view) }
  }

  const show = (watcher: Watcher, sight: Sight): void => {
    if (sight === null || sight.content === watcher.shown) return
    watcher.shown = sight.content
    watcher.onView(sight.view)
  }

  const publish = (at: number): void => {
    const common = new Map<string, Sight>()
    for (const watcher of watchers) {
      const alike = alikeOf(state, watcher.sender)
      const sight = common.get(alike ?? '') ?? look(watcher.sender, at)
      if (alike !== null) common.set(alike, sight)
      show(watcher, sight)
    }
    callOff()
    const dueAt = closed ? null : nextDueAt(state, at)
    callOff = dueAt === null ? () => {} : clock.wakeAt(dueAt, () => publish(stamp()))
  }

  /** Finds the keys of one command's codes, and remembers which of them have to be kept, and until when. */
  const makeKeys = () => {
    const codes = new Map<string, KeptCode>()
    const today = state.day?.day ?? ''
    /**
     * `day` null: it was scanned, which keeps a known one no longer than its booking does. `isShared`: what several bookings
     * have is kept for the last of them.
     */
    const keyOf = async (code: string, day: DayStamp | null, isShared = false): Promise<string> => {
      const hash = seal.codeHash(code)
      // Journals from before keys were random hold the hash itself.
      if (state.bookings[hash] !== undefined || state.ticketOf[hash] !== undefined) return hash
      const known = codes.get(hash) ?? (await journal.codeOf(hash))
      const key = known?.key ?? seal.newKey(hash)
      const wanted = day === null ? (known?.day ?? today) : latest(day, today)
      const until = isShared && known !== null ? latest(wanted, known.day) : wanted
      if (known?.day !== until) codes.set(hash, { hash, key, day: until })
      return key
    }
    return { keyOf, codes: () => [...codes.values()] }
  }
  type Keys = ReturnType<typeof makeKeys>

  /** What somebody holds out: the paper of a ticket, or a code, of which from here on only a key is known. */
  const presentedBy = async (scanned: string, { keyOf }: Keys): Promise<Presented> => {
    const token = STATUS_ADDRESS.exec(scanned.trim())?.[1]
    const ticket = token && everyTicket(state.tickets).find(({ ticketId }) => seal.tokenOf(ticketId) === token)
    if (ticket) return { status: 'ticket', ticketId: ticket.ticketId }
    const payload = state.office ? readPayload(scanned, state.office.payload) : { status: 'unreadable' as const }
    return payload.status === 'code' ? { status: payload.status, key: await keyOf(payload.code, null) } : payload
  }

  /** From here on nobody knows a booking code. */
  const sealed = async (command: Command, keys: Keys): Promise<Sealed> => {
    if (command.type === 'ImportAgenda') {
      const bookings: Booking[] = []
      for (const [at, { code, party, ...row }] of command.rows.entries()) {
        bookings.push({
          key: await keys.keyOf(code, row.day),
          ...row,
          ...(party === undefined ? {} : { party: await keys.keyOf(`party ${party}`, row.day, true) }),
        })
        // A long list is sealed in its turn, so that no scan in between gives a code another key; screens go on meanwhile.
        if (at % AT_ONCE === AT_ONCE - 1) await nextTurn()
      }
      return { type: command.type, commandId: command.commandId, bookings }
    }
    if (!('scanned' in command)) return command
    if (command.type === 'EnterPaperVisit') {
      const { scanned, ...rest } = command
      return { ...rest, presented: scanned === null ? null : await presentedBy(scanned, keys) }
    }
    const { scanned, ...rest } = command
    return { ...rest, presented: await presentedBy(scanned, keys) }
  }

  const untaken = rememberUntaken()
  const notStored = (trouble: unknown): null => {
    if (!(trouble instanceof DiskRefused)) throw trouble
    onDiskRefused?.(trouble)
    return null
  }

  const take = async (command: Command, sender: Sender): Promise<Answer> => {
    const at = stamp()
    const digest = seal.digest(JSON.stringify([sender.role, sender.place, command]))
    const known = untaken.answerOf(command.commandId, at) ?? (await journal.answerOf(command.commandId))
    if (known !== null) return known.digest === digest ? known.answer : refused('command-id-reused')
    if (isDiskFull?.() && ADDS.includes(command.type)) return untaken.refuse(command.commandId, digest, 'disk-full', at)
    const keys = makeKeys()
    const decision = decide(state, await sealed(command, keys), sender, at)
    const events = decision.status === 'taken' ? decision.events : []
    // The clock asks every minute and repeats nothing: where nothing came of it, nothing is worth remembering.
    if (sender.role === 'clock' && decision.status === 'taken' && events.length === 0)
      return { status: 'taken', result: decision.result }
    const answer: Answer = decision.status === 'taken' ? { status: 'taken', result: decision.result } : decision
    const by = { role: sender.role, place: sender.place, staff: sender.staff }
    const codes = decision.status === 'taken' ? keys.codes() : []
    const entry = { at, by, commandId: command.commandId, digest, answer, events, codes }
    const last = await journal.append(entry).catch(notStored)
    if (last === null) return untaken.refuse(command.commandId, digest, 'disk-refuses', at)
    const recorded = events.map((event, i) => ({ seq: last - events.length + 1 + i, at, by, event }))
    recorded.forEach(fold)
    if (events.length === 0) return answer
    publish(at)
    for (const listener of listeners) listener(recorded)
    return answer
  }

  const mayAsk = (command: Command, sender: Sender): RefusalCode | null => {
    if (!PERMITTED[command.type].includes(sender.role)) return 'not-permitted'
    return NEEDS_STAFF.includes(sender.role) && sender.staff === null ? 'staff-needed' : null
  }

  const enqueue = (command: Command, sender: Sender): Promise<Answer> => {
    const answer = queue.then(() => take(command, sender))
    queue = answer.catch(onFault)
    return answer
  }

  const submitList = async (input: LongList, sender: Sender): Promise<Answer> => {
    const parsed = await parseLongList(input)
    if (!parsed.success) return invalid(parsed.error.issues)
    const { data: command } = parsed
    const obstacle = mayAsk(command, sender)
    return obstacle === null ? enqueue(command, sender) : refused(obstacle)
  }

  const submit = (input: unknown, sender: Sender): Promise<Answer> => {
    if (isLongList(input)) {
      // One after the other, and before its turn: the commands of a counter do not wait for a list to be read.
      const answer = lists.then(() => submitList(input, sender))
      lists = answer.catch(onFault)
      return answer
    }
    const parsed = Command.safeParse(input)
    if (!parsed.success) return Promise.resolve(invalid(parsed.error.issues))
    const obstacle = mayAsk(parsed.data, sender)
    return obstacle === null ? enqueue(parsed.data, sender) : Promise.resolve(refused(obstacle))
  }

  const watch = (sender: Sender, onView: (view: View) => void): (() => void) => {
    const watcher: Watcher = { sender, onView, shown: '' }
    watchers.add(watcher)
    show(watcher, look(sender, stamp()))
    return () => watchers.delete(watcher)
  }

  publish(stamp())
  return {
    submit,
    watch,
    state: () => state,
    async keyOf(code) {
      const hash = seal.codeHash(code)
      return (await journal.codeOf(hash))?.key ?? hash
    },
    forget({ codesBefore, commandsBefore }) {
      const forgotten = queue.then(async () => ({
        codes: await journal.forgetCodes(codesBefore),
        commands: await journal.forgetCommands(commandsBefore),
      }))
      queue = forgotten.catch(onFault)
      return forgotten
    },
    onRecorded(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      closed = true
      callOff()
      await lists
      await queue
      await journal.close()
    },
  }
}
