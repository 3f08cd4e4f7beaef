import type { Wish } from '../protocol/commands.ts'
import type { IconName } from '../ui/parts/Icon.tsx'
import { fill, type Lang, say } from '../ui/texts.ts'
import type { CounterScreen, InHand } from './choose-screen.ts'
import { TEXTS } from './texts.ts'

/** Keys of the counter; browsers use most of them, so the page keeps them all for itself. */
export const KEYS = ['F1', 'F2', 'F3', 'F4', 'F9', 'F11'] as const
export type Key = (typeof KEYS)[number] | 'Enter'

/** What a press does: a command with the sentence that confirms it, the form on the sheet, a question, or leaving. */
export type Deed =
  | { by: 'command'; wish: Wish; done: string | null }
  | { by: 'form' }
  | { by: 'ask-reject' }
  | { by: 'sign-out' }

/** One button. `barred` is the reason in words why it cannot be pressed now. */
export type Action = { key: Key | null; icon: IconName; label: string; deed: Deed; barred: string | null }

/** The buttons of a screen: the next right step, those above it, and those below the queue. */
export type Actions = { primary: Action; beside: Action[]; below: Action[] }

const caseActions = (screen: 'called' | 'in-hand', inHand: InHand, lang: Lang): Omit<Actions, 'below'> => {
  const { ticketId, number, nextStage } = inHand
  const words = (text: keyof typeof TEXTS) =>
    fill(say(TEXTS[text], lang), { no: number, tahap: nextStage === null ? '' : say(nextStage, lang) })
  const command = (wish: Wish, done: string | null): Deed => ({ by: 'command', wish, done })
  if (screen === 'called')
    return {
      primary: {
        key: 'F2',
        icon: 'kanan',
        label: words('start'),
        deed: command({ type: 'Start', ticketId }, null),
        barred: null,
      },
      beside: [
        {
          key: 'F3',
          icon: 'ulang',
          label: words('recall'),
          deed: command({ type: 'Recall', ticketId }, words('doneRecall')),
          barred: null,
        },
        {
          key: 'F4',
          icon: 'absen',
          label: words('noShow'),
          deed: command({ type: 'NoShow', ticketId }, words('doneNoShow')),
          barred: null,
        },
      ],
    }
  return {
    primary: {
      key: 'F2',
      icon: nextStage === null ? 'centang' : 'kanan',
      label: words(nextStage === null ? 'finish' : 'sendTo'),
      deed: command(
        { type: 'Finish', ticketId, outcome: 'completed' },
        words(nextStage === null ? 'doneFinished' : 'doneSent'),
      ),
      barred: null,
    },
    beside: [{ key: null, icon: 'tutup', label: words('reject'), deed: { by: 'ask-reject' }, barred: null }],
  }
}

/** Ends the visit of somebody whose papers did not suffice; sent only after the question was answered with yes. */
export const rejectDeed = (inHand: InHand, lang: Lang): { wish: Wish; done: string } => ({
  wish: { type: 'Finish', ticketId: inHand.ticketId, outcome: 'rejected' },
  done: fill(say(TEXTS.doneRejected, lang), { no: inHand.number }),
})

/** The buttons of each screen, null before there is a view. */
export const chooseActions = (chosen: CounterScreen, lang: Lang): Actions | null => {
  const words = (text: keyof typeof TEXTS, fillings: Record<string, string> = {}) =>
    fill(say(TEXTS[text], lang), fillings)
  const signOut: Action = { key: 'F11', icon: 'kunci', label: words('signOut'), deed: { by: 'sign-out' }, barred: null }
  const close = (inHand: InHand | null): Action => ({
    key: 'F9',
    icon: 'jeda',
    label: words('closeCounter'),
    deed: { by: 'command', wish: { type: 'CloseCounter' }, done: null },
    barred: inHand === null ? null : words('finishFirst', { no: inHand.number }),
  })
  const open = (barred: string | null): Action => ({
    key: 'F1',
    icon: 'kanan',
    label: words('openCounter'),
    deed: { by: 'form' },
    barred,
  })
  const call = (label: string, barred: string | null): Action => ({
    key: 'F1',
    icon: 'suara',
    label,
    deed: { by: 'command', wish: { type: 'CallNext' }, done: null },
    barred,
  })
  switch (chosen.screen) {
    case 'loading':
    case 'not-paired':
      return null
    case 'sign-in':
      return {
        primary: { key: 'Enter', icon: 'kunci', label: words('signIn'), deed: { by: 'form' }, barred: null },
        beside: [],
        below: [],
      }
    case 'day-closed':
      return { primary: open(words('dayClosed')), beside: [], below: [signOut] }
    case 'open':
      return { primary: open(null), beside: [], below: [signOut] }
    case 'idle-queue':
    case 'idle-held-only':
      return {
        primary: call(words('callNext', { no: chosen.next.number }), null),
        beside: [],
        below: [close(null), signOut],
      }
    case 'idle-empty':
      return { primary: call(words('callNobody'), words('noNumberYet')), beside: [], below: [close(null), signOut] }
    case 'called':
      return { ...caseActions('called', chosen.inHand, lang), below: [close(chosen.inHand), signOut] }
    case 'in-hand':
    case 'over-time':
      return { ...caseActions('in-hand', chosen.inHand, lang), below: [close(chosen.inHand), signOut] }
  }
}
