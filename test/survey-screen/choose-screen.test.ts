import { describe, expect, test } from 'vitest'
import { chooseScreen, type Local, timeoutOf, warningOf } from '../../survey/choose-screen.ts'
import { openFilling } from '../../ui/survey/filling.ts'
import { surveyViewOf } from './sample-views.ts'

const NOBODY: Local = { filling: null, absent: false }
const filling = openFilling('2026-11-24/A037')
const view = surveyViewOf()
const live = { status: 'live', view, lostAt: null } as const
const stale = { status: 'stale', view, lostAt: view.at } as const

describe('the screen of a survey device', () => {
  test('is the start, with or without numbers', () => {
    expect(chooseScreen(live, NOBODY).screen).toBe('start')
  })

  test('says that the office does not ask here', () => {
    const closed = { ...live, view: surveyViewOf({ asks: false, invited: [] }) }
    expect(chooseScreen(closed, NOBODY).screen).toBe('closed')
  })

  test('says that it is not connected, but interrupts nobody who answers', () => {
    expect(chooseScreen(stale, NOBODY).screen).toBe('offline')
    expect(chooseScreen(stale, { filling, absent: false }).screen).toBe('form')
  })

  test('lets whoever began finish when their number is off the list', () => {
    const later = { ...live, view: surveyViewOf({ invited: [] }) }
    expect(chooseScreen(later, { filling, absent: false }).screen).toBe('form')
  })

  test('tells whoever does not find their number', () => {
    expect(chooseScreen(live, { filling: null, absent: true }).screen).toBe('absent')
  })
})

describe('time', () => {
  const asking = chooseScreen(live, { filling, absent: false })

  test('ends a form that nobody touches, and never the start', () => {
    expect(timeoutOf(asking)).toBe(45)
    expect(timeoutOf(chooseScreen(live, NOBODY))).toBeNull()
  })

  test('is said in its last ten seconds, in whole ones, never 0', () => {
    expect(warningOf(asking, 10.2)).toBeNull()
    expect(warningOf(asking, 9.6)).toBe(10)
    expect(warningOf(asking, 0.2)).toBe(1)
  })
})
