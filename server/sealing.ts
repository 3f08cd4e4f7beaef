import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Command } from '../protocol/commands.ts'
import type { DayStamp } from '../protocol/ids.ts'
import type { Journal, KeptCode } from './journal/journal.ts'
import { AT_ONCE } from './long-lists.ts'
import type { Presented, Sealed } from './rules/decision.ts'
import type { Booking } from './rules/events.ts'
import { readPayload } from './rules/payload.ts'
import type { State } from './rules/state.ts'
import { everyTicket, ticketIdOf } from './rules/tickets.ts'
import type { Seal } from './seal.ts'

/** The address of a ticket's status page, which its paper carries as a QR code. */
const STATUS_ADDRESS = /\/t\/([A-Za-z0-9_-]{22})$/

const latest = (a: DayStamp, b: DayStamp): DayStamp => (a > b ? a : b)

/** A command of which nobody knows a booking code any more, and the codes whose keys have to be kept with it. */
export type SealedCommand = { command: Sealed; codes(): KeptCode[] }

/** Makes what puts a key in the place of every booking code of a command, as `state` and the journal know it. */
export const makeSealCommand = (parts: {
  journal: Pick<Journal, 'codeOf'>
  seal: Pick<Seal, 'codeHash' | 'newKey' | 'tokenOf'>
}): ((state: State, command: Command) => Promise<SealedCommand>) => {
  const { journal, seal } = parts

  /** Finds the keys of one command's codes, and remembers which of them have to be kept, and until when. */
  const makeKeys = (state: State) => {
    const codes = new Map<string, KeptCode>()
    const today = state.day?.day ?? ''
    /**
     * `day` null: it was scanned, which keeps a known one no longer than its booking does. `isShared`: what several bookings
     * have is kept for the last of them.
     */
    const keyOf = async (code: string, day: DayStamp | null, isShared = false): Promise<string> => {
      const hash = seal.codeHash(code)
      // Journals from before keys were random hold the hash itself.
      if (state.bookings[hash] !== undefined || ticketIdOf(state.tickets, hash) !== undefined) return hash
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
  const presentedBy = async (state: State, scanned: string, { keyOf }: Keys): Promise<Presented> => {
    const token = STATUS_ADDRESS.exec(scanned.trim())?.[1]
    const ticket = token && everyTicket(state.tickets).find(({ ticketId }) => seal.tokenOf(ticketId) === token)
    if (ticket) return { status: 'ticket', ticketId: ticket.ticketId }
    const payload = state.office ? readPayload(scanned, state.office.payload) : { status: 'unreadable' as const }
    return payload.status === 'code' ? { status: payload.status, key: await keyOf(payload.code, null) } : payload
  }

  const sealed = async (state: State, command: Command, keys: Keys): Promise<Sealed> => {
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
      return { ...rest, presented: scanned === null ? null : await presentedBy(state, scanned, keys) }
    }
    const { scanned, ...rest } = command
    return { ...rest, presented: await presentedBy(state, scanned, keys) }
  }

  return async (state, command) => {
    const keys = makeKeys(state)
    return { command: await sealed(state, command, keys), codes: keys.codes }
  }
}
