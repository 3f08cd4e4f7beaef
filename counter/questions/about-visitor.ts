import { fill, say } from '../../ui/texts.ts'
import { TEXTS, wordsIn } from '../texts.ts'
import {
  type Asked,
  chosen,
  type Field,
  type Form,
  makeForm,
  optionsOf,
  reasonField,
  type Sending,
  ticketOf,
} from './question.ts'

const ACTS = ['GrantNumber', 'Admit', 'GrantReprint'] as const
type Act = (typeof ACTS)[number]
const ACT_WORDS = { GrantNumber: 'grantNumber', Admit: 'admit', GrantReprint: 'grantReprint' } as const
const ACT_ICONS = { GrantNumber: 'tiket', Admit: 'pindai', GrantReprint: 'cetak' } as const

/** What each act needs to know, before the kiosk and the reason. */
const fieldsOf = (asked: Asked, act: Act): Field[] => {
  const { view, lang } = asked
  const words = wordsIn(lang)
  const service: Field = {
    kind: 'pick',
    name: 'service',
    label: words('service'),
    options: optionsOf(view.services, lang),
  }
  switch (act) {
    case 'GrantNumber':
      return [
        service,
        { kind: 'pick', name: 'walkIn', label: words('whyNoBooking'), options: optionsOf(view.reasons.walkIn, lang) },
        { kind: 'check', name: 'priority', label: words('putFirst') },
      ]
    case 'Admit':
      return [{ kind: 'text', name: 'scanned', label: words('scannedCode') }, service]
    case 'GrantReprint':
      return [{ kind: 'text', name: 'number', label: words('number') }]
  }
}

const sendingOf = (asked: Asked, act: Act, kiosk: string): Sending | null => {
  const { filled, lang } = asked
  const reason = chosen(filled, 'reason')
  const service = chosen(filled, 'service')
  const done = (text: 'doneGranted' | 'doneReprint', no = '{no}') => fill(say(TEXTS[text], lang), { kios: kiosk, no })
  switch (act) {
    case 'GrantNumber': {
      const priority = filled.priority === 'yes'
      const walkInReason = chosen(filled, 'walkIn')
      return {
        wish: { type: 'GrantNumber', service, priority, walkInReason, kiosk, reason },
        done: done('doneGranted'),
      }
    }
    case 'Admit':
      return {
        wish: { type: 'Admit', scanned: (filled.scanned ?? '').trim(), service, kiosk, reason },
        done: done('doneGranted'),
      }
    case 'GrantReprint': {
      const ticket = ticketOf(asked)
      return (
        ticket && {
          wish: { type: 'GrantReprint', ticketId: ticket.ticketId, kiosk, reason },
          done: done('doneReprint', ticket.number),
        }
      )
    }
  }
}

/** F12: what the kiosk could not do for somebody. The paper comes out at a kiosk; with one kiosk nobody is asked which. */
export const visitorForm = (asked: Asked): Form | null => {
  const { view, filled, lang } = asked
  if (view.staff === null || view.day === null || view.kiosks.length === 0) return null
  const words = wordsIn(lang)
  const act = ACTS.find((each) => each === filled.act)
  const actField: Field = {
    kind: 'choice',
    name: 'act',
    label: words('act'),
    options: ACTS.map((id) => ({ id, label: words(ACT_WORDS[id]) })),
  }
  const kioskField: Field = {
    kind: 'pick',
    name: 'kiosk',
    label: words('paperAt'),
    options: view.kiosks.map((kiosk) => ({ id: kiosk, label: words('kiosk', { kios: kiosk }) })),
  }
  const [only, ...more] = view.kiosks
  const kiosk = more.length === 0 ? (only ?? '') : chosen(filled, 'kiosk')
  return makeForm(asked, {
    headline: words('visitorAsk'),
    body: words('reasonNeeded'),
    fields:
      act === undefined
        ? [actField]
        : [actField, ...fieldsOf(asked, act), ...(more.length === 0 ? [] : [kioskField]), reasonField(asked, 'pick')],
    icon: act === undefined ? 'petugas' : ACT_ICONS[act],
    label: words(act === undefined ? 'goOn' : ACT_WORDS[act]),
    sending: act === undefined ? null : sendingOf(asked, act, kiosk),
  })
}
