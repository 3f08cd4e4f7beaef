import type { SlipReport } from '../../protocol/commands.ts'
import type { Instant, Place, SlipId, TicketId } from '../../protocol/ids.ts'
import { type Shelves, shelve, shelved } from './shelves.ts'

/** One paper that is owed or was made. */
export type Paper = {
  slipId: SlipId
  ticketId: TicketId
  printer: Place
  mark: 'original' | 'reprint'
  state: 'queued' | SlipReport
  queuedAt: Instant
}

/** All papers of the day. Persistent: `putPaper` leaves the old value as it was. */
export type Papers = {
  /** By slip; a shelf is a hundred numbers of a lane, `A0` … `A12`. */
  readonly hundreds: Shelves<Paper>
  /** Those that a printer owes, queued or sending with an unknown end: oldest first. */
  readonly owed: readonly Paper[]
}

/** Before anything was to be printed. */
export const NO_PAPERS: Papers = { hundreds: {}, owed: [] }

/** `2026-11-24/A037/1` → `A0`. */
const hundredOf = (slipId: SlipId): string => slipId.slice(11, slipId.lastIndexOf('/') - 2)

/** Whether a printer still owes it. */
export const isOwed = ({ state }: Paper): boolean => state === 'queued' || state === 'sending'

/** A paper by its slip's id; undefined when this day has none. */
export const paperBy = ({ hundreds }: Papers, slipId: SlipId): Paper | undefined =>
  shelved(hundreds, hundredOf(slipId), slipId)

/** Every paper of the day, hundred by hundred in the order in which these began. */
export const everyPaper = ({ hundreds }: Papers): Paper[] => Object.values(hundreds).flatMap((of) => Object.values(of))

/** Adds a paper, or replaces the one of its id where it stands. */
export const putPaper = (papers: Papers, paper: Paper): Papers => {
  const { slipId } = paper
  const place = papers.owed.findIndex((other) => other.slipId === slipId)
  const rest = place < 0 ? papers.owed : papers.owed.toSpliced(place, 1)
  return {
    hundreds: shelve(papers.hundreds, hundredOf(slipId), slipId, paper),
    owed: isOwed(paper) ? rest.toSpliced(place < 0 ? rest.length : place, 0, paper) : rest,
  }
}
