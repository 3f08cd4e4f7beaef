import { describe, expect, test } from 'vitest'
import type { KioskView } from '../../protocol/views.ts'
import { addSilence, chooseReload, type Seen, SILENCE, seeLoss, seePulse, seeView, seeWelcome } from '../../ui/seen.ts'

const view = (seq: number, epoch = 'one', at = 1000): KioskView => ({
  role: 'kiosk',
  epoch,
  seq,
  at,
  office: { name: 'Kanim', zone: 'Asia/Makassar' },
  day: '2026-11-24',
  place: '1',
  codeLength: 8,
  visit: null,
  staffCalledAt: null,
  printer: 'ready',
  walkIn: [],
  walkInReasons: [],
  windows: [],
  givesNumbers: true,
  voice: { on: true, languages: ['id'], style: 'digits', zero: 'nol', times: 2 },
  hours: { status: 'always', name: null, nextAt: null },
  outage: null,
})
const live = (shown: KioskView): Seen<KioskView> => ({ status: 'live', view: shown, lostAt: null })

describe('what a screen has seen', () => {
  test('the first view makes the screen live', () => {
    expect(seeView({ status: 'connecting' }, view(1))).toEqual(live(view(1)))
  })

  test('a view that is older than the one shown is dropped', { tags: ['M3'] }, () => {
    const seen = live(view(7))
    expect(seeView(seen, view(6))).toBe(seen)
  })

  test('of two views of the same events the later one stays, whichever comes first: time alone makes a window begin', {
    tags: ['M3'],
  }, () => {
    const seen = live(view(7, 'one', 2000))
    expect(seeView(seen, view(7, 'one', 1999))).toBe(seen)
    expect(seeView(seen, view(7, 'one', 2001))).toEqual(live(view(7, 'one', 2001)))
  })

  test('after a restart of the server a small number is new again', { tags: ['M3'] }, () => {
    expect(seeView(live(view(7)), view(1, 'two'))).toEqual(live(view(1, 'two')))
  })

  test('a broken line keeps the last view and says since when, in the server’s time', () => {
    expect(seeLoss(live(view(1, 'one', 5000)), 1500.4)).toEqual({
      status: 'stale',
      view: view(1, 'one', 5000),
      lostAt: 6500,
    })
  })

  test('a view that was stale for silence alone is live again with the next pulse, and a page without one stays as it is', () => {
    expect(seePulse(seeLoss(live(view(7)), 10))).toEqual(live(view(7)))
    expect(seePulse({ status: 'connecting' })).toEqual({ status: 'connecting' })
  })

  test('a cut cable is a loss within a second of the last word, and a tab that was frozen for a minute is none', () => {
    const looks = (times: number, passedMs: number): number =>
      Array.from({ length: times }).reduce<number>((silentMs) => addSilence(silentMs, passedMs), 0)
    expect(looks(9, SILENCE.lookMs)).toBe(SILENCE.lostMs)
    expect(SILENCE.lostMs + SILENCE.lookMs).toBeLessThanOrEqual(1000)
    // The pulse of before, the freeze, and one more look before what was said meanwhile is heard.
    expect(addSilence(addSilence(400, 60_000), 60_000)).toBeLessThan(SILENCE.lostMs)
  })

  test('the time of the loss stays the first one while the line stays broken', () => {
    const stale = seeLoss(live(view(1)), 10)
    expect(seeLoss(stale, 9999)).toBe(stale)
  })

  test('the same view again after a reconnect is shown as live', () => {
    expect(seeView(seeLoss(live(view(3)), 10), view(3))).toEqual(live(view(3)))
  })

  test('a welcome alone shows nothing, and ends the notice of an unpaired device', () => {
    expect(seeWelcome({ status: 'not-paired' }, { status: 'welcome', build: 'b' })).toEqual({ status: 'connecting' })
    const seen = live(view(1))
    expect(seeWelcome(seen, { status: 'welcome', build: 'b' })).toBe(seen)
  })

  test('a device that was unpaired while it worked stops showing the office', () => {
    expect(seeWelcome(live(view(1)), { status: 'not-paired' })).toEqual({ status: 'not-paired' })
    expect(seeWelcome(live(view(1)), { status: 'ended' })).toEqual({ status: 'ended' })
  })
})

describe('reloading for a new build', () => {
  test('a page reloads three times and not a fourth within five minutes', { tags: ['M7', 'F44'] }, () => {
    let kept: number[] = []
    for (const now of [0, 1000, 2000]) {
      const choice = chooseReload(kept, now)
      expect(choice.reload).toBe(true)
      kept = choice.kept
    }
    expect(chooseReload(kept, 299_999).reload).toBe(false)
    expect(chooseReload(kept, 300_000).reload).toBe(true)
  })

  test('a clock that was set back does not forbid reloading', () => {
    expect(chooseReload([9e12, 9e12, 9e12], 1000)).toEqual({ reload: true, kept: [1000] })
  })
})
