import { describe, expect, test } from 'vitest'
import { type BoardScreen, chooseAside, chooseSlide, SLIDE_MS } from '../../display/choose-aside.ts'
import { chooseScreen } from '../../display/choose-screen.ts'
import type { Slide } from '../../protocol/slides.ts'
import type { DisplayView } from '../../protocol/views.ts'
import { AT_10_24, callOf, viewOf } from './sample-views.ts'

const SLIDES: Slide[] = ['1.png', '2.png', '3.png'].map((name) => ({ name, version: 'a-1' }))
const WORDS = { id: 'Musala pindah ke lantai 2', en: 'The prayer room is on floor 2' }
const ANNOUNCED = { words: WORDS, at: AT_10_24 }
const BREAK = { status: 'break', name: null, nextAt: AT_10_24 } as const

const boardOf = (more: Partial<DisplayView>): BoardScreen => {
  const view = viewOf(more)
  const chosen = chooseScreen({ status: 'live', view, lostAt: null }, view.at)
  if (!('view' in chosen) || 'counter' in chosen) throw new Error(`${chosen.screen} is no board`)
  return chosen
}
const aside = (more: Partial<DisplayView>, turn = 0, slides = SLIDES) =>
  chooseAside(boardOf(more), turn * SLIDE_MS, slides)

describe('an announcement', () => {
  test('takes the place of the last calls, of slides and of the ornament', () => {
    for (const state of [{ live: [callOf(7)] }, { last: [callOf(7)] }, { hours: BREAK }, {}])
      expect(aside({ ...state, announcement: ANNOUNCED })).toEqual({ aside: 'announcement', words: WORDS })
  })

  test('never hides a call: the stub stays whose it is', () => {
    const live = [callOf(9), callOf(8), callOf(7)]
    expect(boardOf({ live, announcement: ANNOUNCED })).toMatchObject({ screen: 'several', calls: live })
  })
})

describe('calls of counters that work into a break or before the opening', () => {
  const last = [callOf(7, { at: AT_10_24 - 5 * 60_000 }), callOf(6, { at: AT_10_24 - 11 * 60_000 })]
  const shown = (more: Partial<DisplayView>) => chooseAside(boardOf({ last, ...more }), AT_10_24, SLIDES)

  test('stand beside the words for ten minutes', () => {
    for (const state of [{ hours: BREAK }, { hours: { ...BREAK, status: 'before-open' as const } }])
      expect(shown(state)).toEqual({ aside: 'calls', calls: last.slice(0, 1) })
  })

  test('are gone with the day', () => {
    expect(shown({ day: null })).toMatchObject({ aside: 'slide' })
  })
})

describe('slides', () => {
  test('take turns by the clock, ten seconds each, the same on every display', () => {
    const names = [0, 1, 2, 3].map((turn) => chooseSlide(turn * SLIDE_MS + 1, SLIDES)?.name)
    expect(names).toEqual(['1.png', '2.png', '3.png', '1.png'])
    expect(chooseSlide(AT_10_24, [])).toBeNull()
  })

  test('are shown in a break, before the opening and after the close, in place of the ornament', () => {
    expect(aside({ hours: BREAK }, 1)).toMatchObject({ slide: { name: '2.png' } })
    expect(aside({}, 1)).toMatchObject({ slide: { name: '2.png' } })
    expect(aside({ day: null }, 1)).toMatchObject({ slide: { name: '2.png' } })
    expect(aside({ hours: BREAK }, 1, [])).toEqual({ aside: 'ornament' })
  })

  test('take turns with the last calls while nobody is being called, and none is left out', () => {
    const last = [callOf(7), callOf(6)]
    const turns = [0, 1, 2, 3, 4, 5, 6, 7].map((turn) => {
      const shown = aside({ last }, turn)
      return shown.aside === 'slide' ? shown.slide.name : shown.aside
    })
    expect(turns).toEqual(['calls', '1.png', 'calls', '2.png', 'calls', '3.png', 'calls', '1.png'])
  })

  test('are never shown while somebody is being called, in an outage or without a line', () => {
    const outage = { scope: 'national', sinceAt: AT_10_24 } as const
    const lost = chooseScreen({ status: 'stale', view: viewOf({ last: [callOf(7)] }), lostAt: 0 }, AT_10_24)
    if (lost.screen !== 'stale') throw new Error('the line is down')
    for (const turn of [0, 1, 2, 3]) {
      expect(aside({ live: [callOf(7)] }, turn).aside).toBe('calls')
      expect(aside({ live: [callOf(8), callOf(7)] }, turn).aside).toBe('calls')
      expect(aside({ outage }, turn).aside).toBe('ornament')
      expect(chooseAside(lost, turn * SLIDE_MS, SLIDES).aside).toBe('calls')
    }
  })
})
