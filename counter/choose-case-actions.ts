import { type Lang, say } from '../ui/texts.ts'
import { type Actions, asks, sends } from './action.ts'
import type { InHand } from './choose-screen.ts'
import { wordsIn } from './texts.ts'

/** The buttons of one case: what is at the right below the queue is the same for every case. */
type CaseActions = Omit<Actions, 'below'>

/** Somebody is called. A recall must wait `waitSec` seconds more, and the office sets how often it may be repeated. */
export const chooseCalledActions = (inHand: InHand, waitSec: number, lang: Lang): CaseActions => {
  const words = wordsIn(lang)
  const { ticketId, number: no } = inHand
  const barred =
    inHand.recallsLeft === 0 ? words('recallsUsed') : waitSec > 0 ? words('inSeconds', { n: waitSec }) : null
  return {
    primary: sends('F2', 'kanan', words('start'), { type: 'Start', ticketId }),
    beside: [
      sends('F3', 'ulang', words('recall'), { type: 'Recall', ticketId }, words('doneRecall', { no }), barred),
      sends('F4', 'absen', words('noShow'), { type: 'NoShow', ticketId }, words('doneNoShow', { no })),
    ],
    inside: [],
  }
}

/** A case is served: on to the next stage or to its end, or something else that keeps its place. */
export const chooseServingActions = (inHand: InHand, lang: Lang): CaseActions => {
  const words = wordsIn(lang)
  const { ticketId, number: no, nextStage } = inHand
  const tahap = nextStage === null ? '' : say(nextStage, lang)
  const finish = { type: 'Finish', ticketId, outcome: 'completed' } as const
  return {
    primary:
      nextStage === null
        ? sends('F2', 'centang', words('finish'), finish, words('doneFinished', { no }))
        : sends('F2', 'kanan', words('sendTo', { tahap }), finish, words('doneSent', { no, tahap })),
    beside: [
      asks('F4', 'tutup', words('endVisit'), { ask: 'end', ticketId }),
      sends('F5', 'titip', words('park'), { type: 'Park', ticketId }, words('doneParked', { no })),
      asks('F7', 'pindah', words('transfer'), { ask: 'transfer', ticketId }),
    ],
    inside: [asks('F6', 'berkasplus', words('askDocument'), { ask: 'document', ticketId })],
  }
}
