import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chooseForm } from '../../counter/questions/choose-form.ts'
import { type Filled, type Question, readNumber } from '../../counter/questions/question.ts'
import { Command } from '../../protocol/commands.ts'
import type { CounterView } from '../../protocol/views.ts'
import { AT_10_31, at, inHandOf, otherOf, queuedOf, viewOf } from './sample-views.ts'

const TICKET = '2026-11-24/A037'
const formOf = (question: Question, filled: Filled = {}, more: Partial<CounterView> = {}) =>
  chooseForm(question, { view: viewOf(more), filled, lang: 'id' })
/** What a form sends; the sentence that is missing when it sends nothing. */
const sentBy = (question: Question, filled: Filled, more: Partial<CounterView> = {}) => {
  const form = formOf(question, filled, more)
  const wish = form?.sending?.wish
  if (wish !== undefined) expect(Command.safeParse({ ...wish, commandId: 'abcdefghijklmnop' }).success).toBe(true)
  return wish ?? form?.trouble
}
const optionsOf = (question: Question, name: string, more: Partial<CounterView> = {}, filled: Filled = {}) =>
  formOf(question, filled, more)?.fields.flatMap((field) =>
    field.name === name && 'options' in field ? field.options.map(({ id }) => id) : [],
  )

const serving = { inHand: inHandOf() }
const late = queuedOf('A061', { setBackMin: 30, condition: 'set-back' })
const waiting = { queue: [queuedOf('A041'), late, queuedOf('R008', { priority: true })] }

describe('questions about the case in hand', () => {
  test('a visit ends as refused, withdrawn or rebooked, and only after one was chosen', () => {
    const end = { ask: 'end', ticketId: TICKET } as const
    expect(sentBy(end, {}, serving)).toBe('Isi dulu: Alasan')
    for (const outcome of ['rejected', 'withdrawn', 'rebooked'])
      expect(sentBy(end, { outcome }, serving)).toEqual({ type: 'Finish', ticketId: TICKET, outcome })
    expect(sentBy(end, { outcome: 'completed' }, serving)).toBe('Isi dulu: Alasan')
  })

  test('another document is one of the office’s codes', () => {
    const ask = { ask: 'document', ticketId: TICKET } as const
    expect(optionsOf(ask, 'document', serving)).toEqual(['copy', 'letter'])
    expect(sentBy(ask, { document: 'copy' }, serving)).toEqual({
      type: 'AskDocument',
      ticketId: TICKET,
      document: 'copy',
    })
  })

  test('a case goes to a stage or to one counter', () => {
    const transfer = { ask: 'transfer', ticketId: TICKET } as const
    expect(optionsOf(transfer, 'to', serving)).toEqual(['interview', '4'])
    expect(sentBy(transfer, { to: 'interview' }, serving)).toMatchObject({ to: { kind: 'stage', stage: 'interview' } })
    expect(sentBy(transfer, { to: '4' }, serving)).toMatchObject({ to: { kind: 'counter', counter: 4 } })
  })

  test.each(['end', 'document', 'transfer'] as const)('the question "%s" is over when the case is', (ask) => {
    expect(formOf({ ask, ticketId: TICKET })).toBeNull()
    expect(formOf({ ask, ticketId: TICKET }, {}, { inHand: inHandOf({ step: 'called', startedAt: null }) })).toBeNull()
    expect(formOf({ ask, ticketId: '2026-11-24/A036' }, {}, serving)).toBeNull()
  })
})

describe('questions about the queue', () => {
  test('a number is called out of its turn with a reason', () => {
    const call = { ask: 'call' } as const
    expect(sentBy(call, { number: 'a41' })).toBe('Isi dulu: Alasan')
    expect(sentBy(call, { number: 'loket', reason: 'urgent' })).toBe('Tulis nomor seperti A041.')
    const wish = { type: 'CallTicket', ticketId: '2026-11-24/A041', reason: 'urgent' }
    expect(sentBy(call, { number: 'a41', reason: 'urgent' })).toEqual(wish)
    expect(formOf(call, {}, serving)).toBeNull()
  })

  test('for a row only that is offered which would change something', () => {
    const acts = (number: string, more = waiting) =>
      optionsOf({ ask: 'row', ticketId: `2026-11-24/${number}` }, 'act', more)
    expect(acts('A041')).toEqual(['CallTicket', 'GrantPriority'])
    expect(acts('A061')).toEqual(['CallTicket', 'AcceptLate', 'GrantPriority'])
    expect(acts('R008')).toEqual(['CallTicket'])
    expect(acts('A061', { ...waiting, ...serving })).toEqual(['AcceptLate', 'GrantPriority'])
    expect(formOf({ ask: 'row', ticketId: '2026-11-24/R008' }, {}, { ...waiting, ...serving })).toBeNull()
  })

  test.each(['CallTicket', 'AcceptLate', 'GrantPriority'])('a row asks for %s with its reason', (act) => {
    const row = { ask: 'row', ticketId: late.ticketId } as const
    expect(sentBy(row, { act }, waiting)).toBe('Isi dulu: Alasan')
    expect(sentBy(row, { act, reason: 'urgent' }, waiting)).toEqual({
      type: act,
      ticketId: late.ticketId,
      reason: 'urgent',
    })
  })

  test('a number at another counter is taken over with a reason, by a counter that is free', () => {
    const others = [otherOf(4, { status: 'serving', ticketId: TICKET, number: 'A037', since: at('10:10') })]
    const takeOver = { ask: 'take-over', ticketId: TICKET } as const
    expect(sentBy(takeOver, {}, { others })).toBe('Isi dulu: Alasan')
    expect(sentBy(takeOver, { reason: 'urgent' }, { others })).toMatchObject({ type: 'TakeOver', ticketId: TICKET })
    expect(formOf(takeOver, {}, { others, ...serving })).toBeNull()
    expect(formOf(takeOver, {}, { others: [otherOf(4)] })).toBeNull()
  })
})

describe('questions about the counter and the office', () => {
  test('a pause has a reason, and closing is the last of them', () => {
    expect(optionsOf({ ask: 'pause' }, 'reason')?.at(-1)).toBe('/close')
    expect(sentBy({ ask: 'pause' }, { reason: 'prayer' })).toEqual({ type: 'PauseCounter', reason: 'prayer' })
    expect(sentBy({ ask: 'pause' }, { reason: '/close' })).toEqual({ type: 'CloseCounter' })
    expect(formOf({ ask: 'pause' }, {}, serving)).toBeNull()
    expect(formOf({ ask: 'pause' }, {}, { open: null })).toBeNull()
  })

  test('an outage is recorded with what is down, once', () => {
    expect(sentBy({ ask: 'outage' }, {})).toBe('Isi dulu: Gangguan')
    expect(sentBy({ ask: 'outage' }, { scope: 'power' })).toEqual({ type: 'StartOutage', scope: 'power' })
    expect(formOf({ ask: 'outage' }, {}, { outage: { scope: 'network', sinceAt: AT_10_31 } })).toBeNull()
  })
})

describe('helping a visitor', () => {
  const visitor = { ask: 'visitor' } as const
  const common = { kiosk: '2', reason: 'urgent' }

  test('first it is asked what is needed, then what that needs', () => {
    const names = (filled: Filled, more: Partial<CounterView> = {}) =>
      formOf(visitor, filled, more)?.fields.map(({ name }) => name)
    expect(names({})).toEqual(['act'])
    expect(names({ act: 'GrantNumber' })).toEqual(['act', 'service', 'walkIn', 'priority', 'kiosk', 'reason'])
    expect(names({ act: 'Admit' })).toEqual(['act', 'scanned', 'service', 'kiosk', 'reason'])
    expect(names({ act: 'GrantReprint' }, { kiosks: ['1'] })).toEqual(['act', 'number', 'reason'])
  })

  test('a number is given with service, ground and reason; priority is a yes', () => {
    const filled = { act: 'GrantNumber', service: 'passport-new', walkIn: 'app-trouble', ...common }
    const wish = { type: 'GrantNumber', service: 'passport-new', walkInReason: 'app-trouble', ...common }
    expect(sentBy(visitor, filled)).toEqual({ ...wish, priority: false })
    expect(sentBy(visitor, { ...filled, priority: 'yes' })).toEqual({ ...wish, priority: true })
    expect(sentBy(visitor, { ...filled, reason: '' })).toBe('Isi dulu: Alasan')
  })

  test('a code that the kiosk turned away is admitted as it was scanned', () => {
    const filled = { act: 'Admit', scanned: ' MP-77 ', service: 'passport-lost', ...common }
    expect(sentBy(visitor, filled)).toEqual({ type: 'Admit', scanned: 'MP-77', service: 'passport-lost', ...common })
    expect(sentBy(visitor, { ...filled, scanned: ' ' })).toContain('Isi dulu: Kode janji')
  })

  test('a slip is printed again at the only kiosk without asking where', () => {
    expect(sentBy(visitor, { act: 'GrantReprint', number: 'A041', reason: 'urgent' }, { kiosks: ['1'] })).toEqual({
      type: 'GrantReprint',
      ticketId: '2026-11-24/A041',
      kiosk: '1',
      reason: 'urgent',
    })
  })
})

test('nobody who is not signed in is asked anything', () => {
  for (const ask of ['call', 'pause', 'outage', 'visitor'] as const)
    expect(formOf({ ask }, {}, { staff: null })).toBeNull()
})

test('a number may be written short, in small letters and with spaces', () => {
  fc.assert(
    fc.property(fc.constantFrom(...'ABCHKMR'), fc.integer({ min: 1, max: 9999 }), (letter, count) => {
      const number = `${letter}${String(count).padStart(3, '0')}`
      expect(readNumber(` ${letter.toLowerCase()}${count} `)).toBe(number)
      expect(readNumber(number)).toBe(number)
    }),
  )
  for (const wrong of ['', 'A', '041', 'I041', 'A12345', 'A04l']) expect(readNumber(wrong)).toBeNull()
})
