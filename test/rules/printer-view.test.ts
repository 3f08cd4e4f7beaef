import { expect, test } from 'vitest'
import type { Office } from '../../protocol/office.ts'
import type { OfficeEvent } from '../../server/rules/events.ts'
import { evolve } from '../../server/rules/evolve.ts'
import type { State } from '../../server/rules/state.ts'
import { printerView } from '../../server/views/printer-view.ts'
import { at, DENPASAR, TODAY, window } from '../support/denpasar.ts'
import { morning } from '../support/givens.ts'

const ticketId = `${TODAY}/A001`
const slip = (n: number, printer: string): OfficeEvent => ({
  ...{ type: 'SlipQueued', slipId: `${ticketId}/${n}`, ticketId, printer, mark: n === 1 ? 'original' : 'reprint' },
})
const came: OfficeEvent = {
  ...{ type: 'CheckedIn', visitId: 'visit-of-000000000001', kiosk: '1', ticketId, number: 'A001', order: 1 },
  ...{ letter: 'A', service: 'passport-new', key: null, priority: false, window: window('09.00-10.00') },
  ...{ arrival: 'early', shiftMin: 0, turnAt: at('09.00'), callableFromAt: at('08.00'), stage: 'documents' },
}
const live = (...events: OfficeEvent[]): State =>
  [came, ...events].reduce((state, event) => evolve(state, event, at('07.40')), morning())
const frame = { epoch: 'e', seq: 1, at: at('07.41'), tokenOf: () => 'token' }
const slipsOf = (state: State, place: string, office: Office = DENPASAR) =>
  printerView(state, office, place, frame).slips.map(({ slipId, state: is }) => `${slipId.slice(-1)} ${is}`)

test('a printer sees its own papers that are owed, oldest first, as they are now', () => {
  const queued = live(slip(1, '1'), slip(2, '2'), slip(3, '1'))
  expect([slipsOf(queued, '1'), slipsOf(queued, '2'), slipsOf(queued, '3')]).toEqual([
    ['1 queued', '3 queued'],
    ['2 queued'],
    [],
  ])
  const report = { type: 'SlipReported', slipId: `${ticketId}/1`, printer: '1', cause: null } as const
  const sending = evolve(queued, { ...report, status: 'sending' }, at('07.41'))
  expect(slipsOf(sending, '1')).toEqual(['1 sending', '3 queued'])
  expect(slipsOf(evolve(sending, { ...report, status: 'printed' }, at('07.41')), '1')).toEqual(['3 queued'])
  expect(slipsOf(queued, '1')).toEqual(['1 queued', '3 queued'])
})

test('of papers that wait behind each other it sees twenty, and every one whose end is not known', () => {
  const queued = live(...Array.from({ length: 60 }, (_, i) => slip(i + 1, i % 2 === 0 ? '1' : '2')))
  expect(slipsOf(queued, '1')).toHaveLength(20)
  expect(printerView(queued, DENPASAR, '1', frame).slips.map(({ slipId }) => slipId.split('/').at(-1))).toEqual(
    Array.from({ length: 20 }, (_, i) => String(2 * i + 1)),
  )
  const report = {
    type: 'SlipReported',
    slipId: `${ticketId}/59`,
    status: 'sending',
    printer: '1',
    cause: null,
  } as const
  const sending = printerView(evolve(queued, report, at('07.41')), DENPASAR, '1', frame).slips
  expect(sending).toHaveLength(21)
  expect(sending.at(-1)).toMatchObject({ slipId: `${ticketId}/59`, state: 'sending' })
})
