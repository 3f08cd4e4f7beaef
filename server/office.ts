import type { Answer } from '../protocol/answers.ts'
import { ADDS, Command, NEEDS_STAFF, PERMITTED } from '../protocol/commands.ts'
import type { Door } from '../protocol/door.ts'
import type { DayStamp, Instant } from '../protocol/ids.ts'
import type { RefusalCode } from '../protocol/refusals.ts'
import type { Sender } from '../protocol/roles.ts'
import { ANSWER_TIMEOUT_MS } from '../protocol/socket.ts'
import type { View } from '../protocol/views.ts'
import type { Clock } from './clock.ts'
import { DiskRefused, type Journal, type Recorded } from './journal/journal.ts'
import { isLongList, type LongList, parseLongList } from './long-lists.ts'
import { nextDueAt } from './rules/deadlines.ts'
import { decide } from './rules/decide.ts'
import { evolve } from './rules/evolve.ts'
import { NOTHING_YET, type State } from './rules/state.ts'
import type { Seal } from './seal.ts'
import { makeSealCommand } from './sealing.ts'
import { rememberUntaken } from './untaken.ts'
import { alikeOf, viewFor } from './views/view-for.ts'

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
  /** Whether the store that several servers share does not answer: nothing is taken then, and screens stay. */
  isStoreGone?: (() => boolean) | undefined
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

/** How long a command waits for its turn where a store that is shared may hold it up, ms. */
const WAIT_MS = ANSWER_TIMEOUT_MS - 1_000

type Watcher = { sender: Sender; onView: (view: View) => void; shown: string }

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
  const { journal, from, onDayOpened, onDiskRefused, clock, seal, epoch, isDiskFull, isStoreGone, onFault } = parts
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

  const sealCommand = makeSealCommand({ journal, seal })
  const untaken = rememberUntaken()

  const decideAndRecord = async (command: Command, sender: Sender, digest: string, at: number): Promise<Answer> => {
    const known = untaken.answerOf(command.commandId, at) ?? (await journal.answerOf(command.commandId))
    if (known !== null) return known.digest === digest ? known.answer : refused('command-id-reused')
    if (isDiskFull?.() && ADDS.includes(command.type)) return untaken.refuse(command.commandId, digest, 'disk-full', at)
    const sealed = await sealCommand(state, command)
    const decision = decide(state, sealed.command, sender, at)
    const events = decision.status === 'taken' ? decision.events : []
    // The clock asks every minute and repeats nothing: where nothing came of it, nothing is worth remembering.
    if (sender.role === 'clock' && decision.status === 'taken' && events.length === 0)
      return { status: 'taken', result: decision.result }
    const answer: Answer = decision.status === 'taken' ? { status: 'taken', result: decision.result } : decision
    const by = { role: sender.role, place: sender.place, staff: sender.staff }
    const codes = decision.status === 'taken' ? sealed.codes() : []
    const last = await journal.append({ at, by, commandId: command.commandId, digest, answer, events, codes })
    const recorded = events.map((event, i) => ({ seq: last - events.length + 1 + i, at, by, event }))
    recorded.forEach(fold)
    if (events.length === 0) return answer
    publish(at)
    for (const listener of listeners) listener(recorded)
    return answer
  }

  /** The digest by which a repeat of a command is known. */
  const digestOf = (command: Command, sender: Sender): string =>
    seal.digest(JSON.stringify([sender.role, sender.place, command]))
  const refuseUntaken = (command: Command, sender: Sender): Answer =>
    untaken.refuse(command.commandId, digestOf(command, sender), 'disk-refuses', stamp())

  const take = async (command: Command, sender: Sender): Promise<Answer> => {
    try {
      return await decideAndRecord(command, sender, digestOf(command, sender), stamp())
    } catch (trouble) {
      if (!(trouble instanceof DiskRefused)) throw trouble
      onDiskRefused?.(trouble)
      return refuseUntaken(command, sender)
    }
  }

  const mayAsk = (command: Command, sender: Sender): RefusalCode | null => {
    if (!PERMITTED[command.type].includes(sender.role)) return 'not-permitted'
    return NEEDS_STAFF.includes(sender.role) && sender.staff === null ? 'staff-needed' : null
  }

  const enqueue = (command: Command, sender: Sender): Promise<Answer> => {
    if (isStoreGone?.()) return Promise.resolve(refuseUntaken(command, sender))
    let isBegun = false
    let given: Answer | null = null
    const answer = queue.then(() => {
      isBegun = true
      return given ?? take(command, sender)
    })
    queue = answer.catch(onFault)
    if (isStoreGone === undefined) return answer
    // Behind a command of which the store does not say whether it has it: refused before its sender gives up, and not done late.
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        if (isBegun) return
        given = refuseUntaken(command, sender)
        resolve(given)
      }, WAIT_MS)
      answer.finally(() => clearTimeout(late)).then(resolve, reject)
    })
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
      // Nothing was deleted, and whoever asked hears of it: the office goes on.
      queue = forgotten.catch((trouble: unknown) => (trouble instanceof DiskRefused ? undefined : onFault(trouble)))
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
