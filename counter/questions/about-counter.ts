import { OutageScope } from '../../protocol/commands.ts'
import { say } from '../../ui/texts.ts'
import { OUTAGES } from '../state-texts.ts'
import { wordsIn } from '../texts.ts'
import { type Asked, chosen, type Form, makeForm, optionsOf } from './question.ts'

/** No code of a reason can look like this. */
const CLOSE = '/close'

/** F9: a pause with its reason, or the end of this counter's day. */
export const pauseForm = (asked: Asked): Form | null => {
  const { view, filled, lang } = asked
  if (view.open === null || view.inHand !== null || view.paused !== null) return null
  const words = wordsIn(lang)
  const closes = filled.reason === CLOSE
  return makeForm(asked, {
    headline: words('pauseAsk'),
    body: words('pauseBody'),
    fields: [
      {
        kind: 'choice',
        name: 'reason',
        label: words('whyReason'),
        options: [...optionsOf(view.reasons.pause, lang), { id: CLOSE, label: words('closeCounter') }],
      },
    ],
    icon: closes ? 'tutup' : 'jeda',
    label: words(closes ? 'closeCounter' : 'pauseNow'),
    sending: {
      wish: closes ? { type: 'CloseCounter' } : { type: 'PauseCounter', reason: chosen(filled, 'reason') },
      done: null,
    },
  })
}

/** Something is down: it is recorded, and turns are kept. Over once an outage is known. */
export const outageForm = (asked: Asked): Form | null => {
  const { view, filled, lang } = asked
  if (view.staff === null || view.outage !== null) return null
  const words = wordsIn(lang)
  const scope = OutageScope.safeParse(filled.scope).data ?? 'national'
  return makeForm(asked, {
    headline: words('outageAsk'),
    body: words('outageBody'),
    fields: [
      {
        kind: 'choice',
        name: 'scope',
        label: words('outageWhat'),
        options: OutageScope.options.map((id) => ({ id, label: say(OUTAGES[id], lang) })),
      },
    ],
    icon: 'awas',
    label: words('outageStart'),
    sending: { wish: { type: 'StartOutage', scope }, done: null },
  })
}
