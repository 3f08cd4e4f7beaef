import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Figures } from '../../protocol/desk/figures.ts'
import { figuresOf } from '../../server/figures/figures-of.ts'
import { openHistory } from '../../server/history/history.ts'
import type { Recorded } from '../../server/journal/journal.ts'
import type { EventOf, OfficeEvent } from '../../server/rules/events.ts'
import { at, TODAY } from '../support/denpasar.ts'
import { expectAgreement } from './agree.ts'
import { reckonByHand } from './reckon-by-hand.ts'

const BY: Recorded['by'] = { role: 'console', place: 'console', staff: null }

/** One event of a made-up day, with the time on the clock of the office. */
export type Made = [clock: string, event: OfficeEvent, day?: string]

/** A number without an appointment, unless more is said. */
export const checkedIn = (
  ticketId: string,
  clock: string,
  more: Partial<EventOf<'CheckedIn'>> = {},
): EventOf<'CheckedIn'> => ({
  type: 'CheckedIn',
  ...{ visitId: 'a-visit-of-this-test', kiosk: '1', ticketId, number: ticketId.slice(11), order: 1, letter: 'K' },
  ...{ service: 'passport-new', key: null, priority: false, window: null, arrival: 'walk-in', shiftMin: 0 },
  ...{ turnAt: at(clock), callableFromAt: at(clock), stage: 'documents' },
  ...more,
})

/** A call. */
export const called = (ticketId: string, counter: number, stage: string, callNo: number): OfficeEvent => ({
  type: 'Called',
  ...{ callNo, ticketId, counter, stage, helping: false, turnAt: 0, shiftMin: 0, runnerUp: null },
})

/** A counter opens. */
export const open = (counter: number): OfficeEvent => ({
  type: 'CounterOpened',
  ...{ counter, staff: '07', stages: [], helps: [] },
})

/** The end of a visit. */
export const finished = (ticketId: string, counter: number, stage = 'documents'): OfficeEvent => ({
  type: 'StageFinished',
  ...{ ticketId, counter, stage, outcome: 'completed', next: null },
})

/** The product's figures of made-up days, held against those reckoned by hand. */
export const figuresOfMade = (made: readonly Made[], span = { from: TODAY, until: TODAY }): Figures => {
  const recorded = made.map(
    ([clock, event, day], i): Recorded => ({ seq: i + 1, at: at(clock, day ?? TODAY), by: BY, event }),
  )
  const history = openHistory(join(mkdtempSync(join(tmpdir(), 'antrean-history-')), 'history.db'))
  for (const one of recorded) history.take(one)
  const { from, until } = span
  const figures = figuresOf({
    ...{ span, pages: history.pages(from, until, recorded.at(-1)?.at ?? 0) },
    ...{ since: TODAY, regular: ['A'], before: { from, until, pages: [] } },
  })
  history.close()
  expectAgreement(figures, reckonByHand(recorded, from, until))
  return figures
}
