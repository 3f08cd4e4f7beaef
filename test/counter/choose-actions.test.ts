import { describe, expect, test } from 'vitest'
import type { Action } from '../../counter/action.ts'
import { chooseActions, chooseFormActions } from '../../counter/choose-actions.ts'
import { chooseScreen } from '../../counter/choose-screen.ts'
import { chooseForm } from '../../counter/questions/choose-form.ts'
import { Command } from '../../protocol/commands.ts'
import type { CounterView } from '../../protocol/views.ts'
import { AT_10_31, at, inHandOf, live, nextOf, queuedOf, viewOf } from './sample-views.ts'

type More = Partial<CounterView>
const actionsOf = (more: More) => {
  const chosen = chooseScreen(live(more), AT_10_31)
  return 'view' in chosen ? chooseActions(chosen, 'id') : null
}
const allOf = (more: More): Action[] => {
  const actions = actionsOf(more)
  return actions === null ? [] : [actions.primary, ...actions.beside, ...actions.inside, ...actions.below]
}
const keyed = (more: More, key: string) => allOf(more).find((action) => action.key === key)

const called = inHandOf({ step: 'called', startedAt: null })
const next = nextOf(queuedOf('A041'))
const early = queuedOf('A052', { condition: 'held', arrival: 'early' })
const parked = [
  { ticketId: '2026-11-24/A031', number: 'A031', sinceAt: at('10:05') },
  { ticketId: '2026-11-24/A033', number: 'A033', sinceAt: at('10:12') },
]
const paused = { reason: { id: 'Salat', en: 'Prayer' }, sinceAt: at('10:20') }
const SCREENS: [when: string, more: More][] = [
  ['nobody waits', {}],
  ['nobody is signed in', { staff: null, open: null }],
  ['the counter is locked', { staff: null }],
  ['the day is closed', { day: null, open: null }],
  ['the counter is closed', { open: null }],
  ['somebody may be called', { next, parked }],
  ['only a case set aside is there', { parked }],
  ['the counter pauses', { paused }],
  ['somebody is called', { inHand: called }],
  ['a case is in hand', { inHand: inHandOf() }],
]

describe('the buttons of a counter', () => {
  test.each<[string, More, string, string]>([
    ['nobody is signed in', { staff: null, open: null }, 'Masuk', 'Enter'],
    ['the counter is locked', { staff: null }, 'Buka kunci', 'Enter'],
    [
      'only people before their hour may be called',
      { next: nextOf(early), queue: [early] },
      'Panggil A052 lebih awal',
      'F1',
    ],
    ['the counter is closed', { open: null }, 'Buka loket', 'F1'],
    ['somebody may be called', { next }, 'Panggil A041', 'F1'],
    ['the counter pauses', { paused }, 'Buka lagi', 'F9'],
    ['nobody waits but a case was set aside', { parked }, 'Lanjutkan A031', 'F2'],
    ['somebody is called', { inHand: called }, 'Mulai layani', 'F2'],
    ['a case is in hand', { inHand: inHandOf() }, 'Teruskan ke Wawancara dan foto', 'F2'],
    ['the last stage is in hand', { inHand: inHandOf({ nextStage: null }) }, 'Selesai', 'F2'],
  ])('when %s the primary is the next right step', (_when, more, label, key) => {
    expect(actionsOf(more)?.primary).toMatchObject({ label, key, barred: null })
  })

  test('with nobody to call the primary is barred and says why', () => {
    expect(actionsOf({})?.primary).toMatchObject({ label: 'Panggil', barred: 'Belum ada nomor' })
  })

  test('before the day is open the counter cannot be opened', () => {
    expect(actionsOf({ day: null, open: null })?.primary.barred).toBe('Hari layanan belum dibuka')
  })

  test('somebody called may be called again or noted as not here', () => {
    expect(actionsOf({ inHand: called })?.beside.map(({ key }) => key)).toEqual(['F3', 'F4'])
  })

  test('a recall waits for its seconds, and ends when the office has no more of them', () => {
    const recall = (more: Partial<typeof called>) => keyed({ inHand: { ...called, ...more } }, 'F3')?.barred
    expect(recall({})).toBeNull()
    expect(recall({ recallFromAt: AT_10_31 + 31_200 })).toBe('dalam 32 detik')
    expect(recall({ recallsLeft: 0, recallFromAt: AT_10_31 + 31_200 })).toBe('Batas tercapai')
  })

  test('a case may be set aside, sent elsewhere, ended, or asked for another document', () => {
    const { ticketId } = inHandOf()
    expect(keyed({ inHand: inHandOf() }, 'F5')?.deed).toMatchObject({ wish: { type: 'Park', ticketId } })
    const questions = ['F4', 'F6', 'F7'].map((key) => keyed({ inHand: inHandOf() }, key)?.deed)
    expect(questions).toEqual(
      ['end', 'document', 'transfer'].map((ask) => ({ by: 'ask', question: { ask, ticketId } })),
    )
  })

  test('what was set aside is taken up again with F2, the longest first, also while somebody may be called', () => {
    const resumed = actionsOf({ next, parked })?.beside
    expect(resumed?.map(({ key, label }) => [key, label])).toEqual([
      ['F2', 'Lanjutkan A031'],
      [null, 'Lanjutkan A033'],
    ])
  })

  test('calling a number and pausing wait until nothing is in hand', () => {
    for (const key of ['F8', 'F9']) {
      expect(keyed({}, key)?.barred).toBeNull()
      expect(keyed({ inHand: inHandOf() }, key)?.barred).toBe('Selesaikan A037 dulu')
    }
  })

  test('F11 locks an open counter, and leaves a closed one', () => {
    for (const more of [{}, { next }, { inHand: called }, { inHand: inHandOf() }, { paused }])
      expect(keyed(more, 'F11')).toMatchObject({ label: 'Kunci', deed: { by: 'sign-out' }, barred: null })
    for (const more of [{ open: null }, { open: null, day: null }])
      expect(keyed(more, 'F11')).toMatchObject({ label: 'Keluar', deed: { by: 'sign-out' } })
  })

  test('a visitor can be helped at any time, and an outage recorded unless one is known', () => {
    expect(keyed({ inHand: inHandOf() }, 'F12')?.barred).toBeNull()
    const report = (more: More) => allOf(more).some(({ label }) => label === 'Catat gangguan')
    expect(report({})).toBe(true)
    expect(report({ outage: { scope: 'national', sinceAt: at('09:12') } })).toBe(false)
  })

  test.each(SCREENS)('when %s no key serves two buttons', (_when, more) => {
    const keys = allOf(more).flatMap(({ key }) => key ?? [])
    expect(new Set(keys).size).toBe(keys.length)
  })

  test.each(SCREENS)('when %s every wish of a button is a command', (_when, more) => {
    for (const { deed } of allOf(more))
      if (deed.by === 'command')
        expect(Command.safeParse({ ...deed.wish, commandId: 'abcdefghijklmnop' }).success).toBe(true)
  })

  test('a question puts its answer in the place of the primary and leaves with Escape', () => {
    const form = chooseForm({ ask: 'pause' }, { view: viewOf(), filled: {}, lang: 'id' })
    if (form === null) throw new Error('a free counter may pause')
    const under = actionsOf({})
    if (under === null) throw new Error('a free counter has buttons')
    const actions = chooseFormActions(form, under, 'id')
    expect(actions.primary).toMatchObject({ key: 'Enter', label: 'Jeda loket', deed: { by: 'form' } })
    expect(actions.beside).toMatchObject([{ key: 'Escape', label: 'Batal', deed: { by: 'leave' } }])
    expect(actions.below).toEqual(under.below)
  })
})
