import type { CounterView } from '../protocol/views.ts'
import type { Lang } from '../ui/texts.ts'
import { type Action, type Actions, asks, sends } from './action.ts'
import { chooseCalledActions, chooseServingActions } from './choose-case-actions.ts'
import type { DeskScreen } from './choose-screen.ts'
import type { Form } from './questions/question.ts'
import { wordsIn } from './texts.ts'

/** Locks an open counter, which stays open with its case; a closed one is left for good. */
const leave = ({ open }: CounterView, lang: Lang): Action => ({
  key: 'F11',
  icon: 'kunci',
  label: wordsIn(lang)(open === null ? 'signOut' : 'lock'),
  deed: { by: 'sign-out' },
  barred: null,
})

/** Below the queue: what is not about the case in hand. Calling and pausing wait until that is finished. */
const chooseBelow = (view: CounterView, lang: Lang): Action[] => {
  const words = wordsIn(lang)
  const barred = view.inHand === null ? null : words('finishFirst', { no: view.inHand.number })
  return [
    asks('F8', 'cari', words('callSpecific'), { ask: 'call' }, barred),
    asks('F9', 'jeda', words('pause'), { ask: 'pause' }, barred),
    leave(view, lang),
    asks('F12', 'petugas', words('visitor'), { ask: 'visitor' }),
    ...(view.outage === null ? [asks(null, 'awas', words('outageReport'), { ask: 'outage' })] : []),
  ]
}

/** Cases set aside here that can be taken up again; F2 is the first of `parked` unless the primary has it. */
const resumes = (parked: CounterView['parked'], lang: Lang): Action[] =>
  parked.map(({ ticketId, number: no }, i) =>
    sends(i === 0 ? 'F2' : null, 'titip', wordsIn(lang)('resumeCase', { no }), { type: 'Resume', ticketId }),
  )

/** The buttons of each screen. */
export const chooseActions = (chosen: DeskScreen, lang: Lang): Actions => {
  const words = wordsIn(lang)
  const form = (key: 'F1' | 'Enter', icon: Action['icon'], label: string, barred: string | null = null): Action => ({
    ...{ key, icon, label, barred },
    deed: { by: 'form' },
  })
  const none = { beside: [], inside: [] }
  switch (chosen.screen) {
    case 'sign-in':
      return { primary: form('Enter', 'kunci', words('signIn')), ...none, below: [] }
    case 'locked':
      return { primary: form('Enter', 'kunci', words('unlock')), ...none, below: [] }
    case 'day-closed':
      return {
        primary: form('F1', 'kanan', words('openCounter'), words('dayClosed')),
        ...none,
        below: [leave(chosen.view, lang)],
      }
    case 'open':
      return { primary: form('F1', 'kanan', words('openCounter')), ...none, below: [leave(chosen.view, lang)] }
    case 'paused':
      return {
        primary: sends('F9', 'kanan', words('resume'), { type: 'ResumeCounter' }),
        ...none,
        below: [sends(null, 'tutup', words('closeCounter'), { type: 'CloseCounter' }), leave(chosen.view, lang)],
      }
    case 'idle-queue':
    case 'idle-held-only': {
      const call = chosen.screen === 'idle-queue' ? 'callNext' : 'callEarly'
      return {
        primary: sends('F1', 'suara', words(call, { no: chosen.next.number }), { type: 'CallNext' }),
        beside: resumes(chosen.view.parked, lang),
        inside: [],
        below: chooseBelow(chosen.view, lang),
      }
    }
    case 'parked': {
      const [first, ...more] = resumes(chosen.view.parked, lang)
      return {
        primary: first ?? sends('F1', 'suara', words('call'), { type: 'CallNext' }),
        beside: more,
        inside: [],
        below: chooseBelow(chosen.view, lang),
      }
    }
    case 'idle-empty':
      return {
        primary: sends('F1', 'suara', words('call'), { type: 'CallNext' }, null, words('noNumberYet')),
        ...none,
        below: chooseBelow(chosen.view, lang),
      }
    case 'called':
    case 'recall-wait':
      return {
        ...chooseCalledActions(chosen.inHand, chosen.waitSec, lang),
        below: chooseBelow(chosen.view, lang),
      }
    case 'in-hand':
    case 'over-time':
      return { ...chooseServingActions(chosen.inHand, lang), below: chooseBelow(chosen.view, lang) }
  }
}

/** The buttons while a question stands on the sheet: its answer is the primary, in the same place; the rest is as it was. */
export const chooseFormActions = (form: Form, under: Actions, lang: Lang): Actions => ({
  primary: { key: 'Enter', icon: form.icon, label: form.label, deed: { by: 'form' }, barred: null },
  beside: [{ key: 'Escape', icon: 'kiri', label: wordsIn(lang)('cancel'), deed: { by: 'leave' }, barred: null }],
  inside: [],
  below: under.below,
})
