import type { Undoable, Wish } from '../protocol/commands.ts'
import type { TicketId } from '../protocol/ids.ts'
import type { CounterView } from '../protocol/views.ts'
import type { Reply } from '../ui/connection.ts'
import { fill, type Lang, refusalText, say } from '../ui/texts.ts'
import type { UndoFace } from './choose-undo.ts'
import { TEXTS, wordsIn } from './texts.ts'

/**
 * One calm line about the last press. `act`: what was done, where it can be taken back. `lost`: the ticket that was
 * refused because it is no longer where it was seen.
 */
export type Notice = { tone: 'done' | 'refused'; text: string; act: Undoable | null; lost: TicketId | null }

const ACTS: Partial<Record<Wish['type'], Undoable>> = { Finish: 'finish', NoShow: 'no-show' }
/** Refusals of a screen that was behind. */
const BEHIND = new Set<string>(['not-waiting', 'not-in-hand', 'not-parked-here'])

/** What became of a press; null when the new view says enough. `done`: the sentence that confirms it. */
export const noticeOf = (reply: Reply, wish: Wish | null, done: string | null, lang: Lang): Notice | null => {
  const refused = (text: string): Notice => ({ tone: 'refused', text, act: null, lost: null })
  switch (reply.status) {
    case 'taken': {
      const no = 'number' in reply.result ? (reply.result.number ?? '–') : '{no}'
      const act = (wish && ACTS[wish.type]) ?? null
      return done === null ? null : { tone: 'done', text: fill(done, { no }), act, lost: null }
    }
    case 'refused': {
      const lost = wish !== null && 'ticketId' in wish && BEHIND.has(reply.refusal.code) ? wish.ticketId : null
      return { tone: 'refused', text: refusalText(reply.refusal, lang), act: null, lost }
    }
    case 'invalid':
      return refused(say(TEXTS.invalid, lang))
    case 'unreachable':
      return refused(say(TEXTS.unreachable, lang))
  }
}

/** A ticket that was lost to another counter is said with that counter. */
const noticeText = (notice: Notice, others: CounterView['others'], lang: Lang): string => {
  const taker = notice.lost === null ? undefined : others.find(({ ticketId }) => ticketId === notice.lost)
  return taker === undefined ? notice.text : wordsIn(lang)('takenBy', { loket: taker.counter })
}

/**
 * The lines above the primary: the last press, and what can be taken back. The way back never stands beside a sentence
 * about something else alone; of a finish the press says more, of somebody who did not come the next call does.
 */
export const chooseNoticeLines = (
  notice: Notice | null,
  undo: UndoFace | null,
  others: CounterView['others'],
  lang: Lang,
): string[] => {
  const said = notice === null ? [] : [noticeText(notice, others, lang)]
  if (undo === null) return said
  if (notice === null || notice.act !== undo.act) return [...said, undo.words]
  return undo.act === 'finish' ? said : [undo.words]
}
