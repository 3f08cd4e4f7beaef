import type { Answer } from '../protocol/answers.ts'
import { Command, NEEDS_STAFF, PERMITTED } from '../protocol/commands.ts'
import type { Door } from '../protocol/door.ts'
import type { RefusalCode } from '../protocol/refusals.ts'
import type { Sender } from '../protocol/roles.ts'
import { REPEAT_HOURS } from '../protocol/socket.ts'
import type { View } from '../protocol/views.ts'
import type { Journal, Recorded } from './journal/journal.ts'
import { nextDueAt } from './rules/deadlines.ts'
import { decide } from './rules/decide.ts'
import type { Sealed } from './rules/decision.ts'
import { evolve } from './rules/evolve.ts'
import { readPayload } from './rules/payload.ts'
import { MINUTE, NOTHING_YET, type State } from './rules/state.ts'
import { everyTicket } from './rules/tickets.ts'
import { zoneOfDisplay } from './views/display-view.ts'
import { viewFor } from './views/view-for.ts'

/** The one clock. `wakeAt` runs `wake` once at or after an instant and returns how to call that off. */
export type Clock = { now(): number; wakeAt(at: number, wake: () => void): () => void }

/** What keeps secrets: hashes that nobody without the office's key can make. */
export type Seal = {
  /** The keyed hash of a booking code. */
  bookingKey(code: string): string
  /** The keyed digest of a command's sender and body. */
  digest(text: string): string
  /** The token of a ticket's status page. */
  tokenOf(ticketId: string): string
}

/** What the Door is made of. `onFault` ends the process: a fault is never lived with. */
export type OfficeParts = {
  journal: Journal
  clock: Clock
  seal: Seal
  /** Names this run of the server to the screens. */
  epoch: string
  onFault: (fault: unknown) => void
}

/** The Door, and for the rooms beside it a look at the state and at what is recorded. */
export type OpenedOffice = Door & {
  state(): State
  /** Tells of the events of every command once they are on disk and part of the state; returns `stop`. */
  onRecorded(listener: (recorded: readonly Recorded[]) => void): () => void
  close(): Promise<void>
}

type Watcher = { sender: Sender; onView: (view: View) => void; shown: string }

/** The address of a ticket's status page, which its paper carries as a QR code. */
const STATUS_ADDRESS = /\/t\/([A-Za-z0-9_-]{22})$/

const refused = (code: RefusalCode): Answer => ({ status: 'refused', refusal: { code } })

/** What senders share who all see the same, so that their view is made once for a change; null: nobody else does. */
const alikeOf = ({ office }: State, { role, place }: Sender): string | null => {
  if (role === 'display') return `display ${(office && zoneOfDisplay(office, place)) ?? ''}`
  return role === 'integration' ? role : null
}

/** A view and what tells it from the one before, which is everything but its number and instant. */
type Sight = { view: View; content: string } | null

const contentOf = (view: View): string => JSON.stringify({ ...view, seq: 0, at: 0 })

/**
 * Opens the office on its journal: replays what was, then takes one command after the other. The order of steps is
 * always the same: parse, permit, repeat?, stamp, decide, journal, evolve, views, answer.
 */
export const openOfficeDoor = async ({ journal, clock, seal, epoch, onFault }: OfficeParts): Promise<OpenedOffice> => {
  let state = NOTHING_YET
  let seq = 0
  let lastAt = 0
  for await (const recorded of journal.read()) {
    state = evolve(state, recorded.event, recorded.at)
    seq = recorded.seq
    lastAt = Math.max(lastAt, recorded.at)
  }
  const forgetOldCommands = () => journal.forgetCommands(clock.now() - REPEAT_HOURS * 60 * MINUTE)
  await forgetOldCommands()

  const watchers = new Set<Watcher>()
  const listeners = new Set<(recorded: readonly Recorded[]) => void>()
  let queue: Promise<unknown> = Promise.resolve()
  let callOff = () => {}
  let closed = false

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

  /** From here on nobody knows a booking code. */
  const sealed = (command: Command): Sealed => {
    if (command.type === 'ImportAgenda') {
      const bookings = command.rows.map(({ code, party, ...row }) => ({
        key: seal.bookingKey(code),
        ...row,
        ...(party === undefined ? {} : { party: seal.bookingKey(`party ${party}`) }),
      }))
      return { type: command.type, commandId: command.commandId, bookings }
    }
    if (command.type !== 'CheckIn' && command.type !== 'Admit') return command
    const { scanned, ...rest } = command
    const token = STATUS_ADDRESS.exec(scanned.trim())?.[1]
    const ticket = token && everyTicket(state.tickets).find(({ ticketId }) => seal.tokenOf(ticketId) === token)
    if (ticket) return { ...rest, presented: { status: 'ticket', ticketId: ticket.ticketId } }
    const payload = state.office ? readPayload(scanned, state.office.payload) : { status: 'unreadable' as const }
    const presented =
      payload.status === 'code' ? { status: payload.status, key: seal.bookingKey(payload.code) } : payload
    return { ...rest, presented }
  }

  const take = async (command: Command, sender: Sender): Promise<Answer> => {
    const digest = seal.digest(JSON.stringify([sender.role, sender.place, command]))
    const known = await journal.answerOf(command.commandId)
    if (known !== null) return known.digest === digest ? known.answer : refused('command-id-reused')
    const at = stamp()
    const decision = decide(state, sealed(command), sender, at)
    const events = decision.status === 'taken' ? decision.events : []
    // The clock asks every minute and repeats nothing: where nothing came of it, nothing is worth remembering.
    if (sender.role === 'clock' && decision.status === 'taken' && events.length === 0)
      return { status: 'taken', result: decision.result }
    const answer: Answer = decision.status === 'taken' ? { status: 'taken', result: decision.result } : decision
    const by = { role: sender.role, place: sender.place, staff: sender.staff }
    seq = await journal.append({ at, by, commandId: command.commandId, digest, answer, events })
    for (const event of events) state = evolve(state, event, at)
    if (command.type === 'OpenDay') await forgetOldCommands()
    if (events.length === 0) return answer
    publish(at)
    const recorded = events.map((event, i) => ({ seq: seq - events.length + 1 + i, at, by, event }))
    for (const listener of listeners) listener(recorded)
    return answer
  }

  const submit = (input: unknown, sender: Sender): Promise<Answer> => {
    const parsed = Command.safeParse(input)
    if (!parsed.success) {
      const issues = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
      return Promise.resolve({ status: 'invalid', issues })
    }
    const command = parsed.data
    if (!PERMITTED[command.type].includes(sender.role)) return Promise.resolve(refused('not-permitted'))
    if (NEEDS_STAFF.includes(sender.role) && sender.staff === null) return Promise.resolve(refused('staff-needed'))
    const answer = queue.then(() => take(command, sender))
    queue = answer.catch(onFault)
    return answer
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
    onRecorded(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      closed = true
      callOff()
      await queue
      await journal.close()
    },
  }
}
