import { describe, expect, test } from 'vitest'
import { chooseActions, rejectDeed } from '../../counter/choose-actions.ts'
import { chooseScreen } from '../../counter/choose-screen.ts'
import { Command } from '../../protocol/commands.ts'
import type { CounterView } from '../../protocol/views.ts'
import { AT_10_31, inHandOf, live, nextOf, queuedOf } from './sample-views.ts'

const actionsOf = (more: Partial<CounterView>) => chooseActions(chooseScreen(live(more), AT_10_31), 'id')
const called = inHandOf({ step: 'called', startedAt: null })

describe('the buttons of a counter', () => {
  test.each([
    ['nobody is signed in', { staff: null }, 'Masuk', 'Enter'],
    ['the counter is closed', { open: null }, 'Buka loket', 'F1'],
    ['somebody may be called', { next: nextOf(queuedOf('A041')) }, 'Panggil berikutnya: A041', 'F1'],
    ['somebody is called', { inHand: called }, 'Mulai layani', 'F2'],
    ['a case is in hand', { inHand: inHandOf() }, 'Teruskan ke Wawancara dan foto', 'F2'],
    ['the last stage is in hand', { inHand: inHandOf({ nextStage: null }) }, 'Selesai', 'F2'],
  ] as const)('when %s the primary is the next right step', (_when, more, label, key) => {
    expect(actionsOf(more)?.primary).toMatchObject({ label, key, barred: null })
  })

  test('with nobody to call the primary is barred and says why', () => {
    expect(actionsOf({})?.primary).toMatchObject({ label: 'Panggil berikutnya', barred: 'Belum ada nomor' })
  })

  test('before the day is open the counter cannot be opened', () => {
    expect(actionsOf({ day: null, open: null })?.primary.barred).toBe('Hari layanan belum dibuka')
  })

  test('somebody called may be called again or noted as not here; somebody served may not', () => {
    expect(actionsOf({ inHand: called })?.beside.map(({ key }) => key)).toEqual(['F3', 'F4'])
    expect(actionsOf({ inHand: inHandOf() })?.beside.map(({ deed }) => deed.by)).toEqual(['ask-reject'])
  })

  test('the counter closes only with nothing in hand', () => {
    const close = (more: Partial<CounterView>) => actionsOf(more)?.below.find(({ key }) => key === 'F9')
    expect(close({})?.barred).toBeNull()
    expect(close({ inHand: inHandOf() })?.barred).toBe('Selesaikan A037 dulu')
  })

  test('no key serves two buttons of one screen', () => {
    for (const more of [{}, { open: null }, { staff: null }, { inHand: called }, { inHand: inHandOf() }]) {
      const actions = actionsOf(more)
      const keys = [actions?.primary, ...(actions?.beside ?? []), ...(actions?.below ?? [])].flatMap(
        (action) => action?.key ?? [],
      )
      expect(new Set(keys).size).toBe(keys.length)
    }
  })

  test('every wish of a button is a command of the protocol', () => {
    const wishes = [{}, { next: nextOf(queuedOf('A041')) }, { inHand: called }, { inHand: inHandOf() }].flatMap(
      (more) => {
        const actions = actionsOf(more)
        return [actions?.primary, ...(actions?.beside ?? []), ...(actions?.below ?? [])].flatMap((action) =>
          action?.deed.by === 'command' ? [action.deed.wish] : [],
        )
      },
    )
    expect(wishes.length).toBeGreaterThan(5)
    for (const wish of [...wishes, rejectDeed(inHandOf(), 'id').wish])
      expect(Command.safeParse({ ...wish, commandId: 'abcdefghijklmnop' }).success).toBe(true)
  })
})
