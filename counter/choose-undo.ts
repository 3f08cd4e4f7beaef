import type { Undoable } from '../protocol/commands.ts'
import type { CounterView } from '../protocol/views.ts'
import { fill, type Lang, say } from '../ui/texts.ts'
import { clockTime } from '../ui/time.ts'
import { type Action, sends } from './action.ts'
import { UNDOABLE } from './state-texts.ts'
import { wordsIn } from './texts.ts'

/** What was just done and can be taken back: in words, with the button that does. */
export type UndoFace = { act: Undoable; words: string; action: Action }

/**
 * The bar above the primary, with the seconds that are left by the server's clock `now` (epoch ms); null when nothing can
 * be taken back any more. Somebody who did not come is told with the time of the next call.
 */
export const chooseUndo = (view: CounterView, now: number, lang: Lang): UndoFace | null => {
  const { undo } = view
  const leftSec = undo === null ? 0 : Math.ceil((undo.untilAt - now) / 1000)
  if (undo === null || leftSec <= 0) return null
  const { ticketId, number: no } = undo
  const words = wordsIn(lang)
  const again = undo.act === 'no-show' ? view.queue.find((queued) => queued.ticketId === ticketId) : undefined
  return {
    act: undo.act,
    words:
      again === undefined
        ? fill(say(UNDOABLE[undo.act], lang), { no })
        : words('calledAgainAbout', { no, jam: clockTime(again.callableFromAt, view.office.zone) }),
    action: sends('F10', 'urung', words('undo', { n: leftSec }), { type: 'Undo', ticketId }),
  }
}
