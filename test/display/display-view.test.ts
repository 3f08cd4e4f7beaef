import { expect, test } from 'vitest'
import type { Office } from '../../protocol/office.ts'
import { Office as OfficeSchema } from '../../protocol/office.ts'
import { DisplayView } from '../../protocol/views.ts'
import { displayView } from '../../server/views/display-view.ts'
import { at, DENPASAR, TODAY } from '../support/denpasar.ts'
import { booking, counter, morning, rehearse } from '../support/rules.ts'

/** The example office on two floors: documents below, interviews above, and a display for each besides one for all. */
const FLOORS: Office = OfficeSchema.parse({
  ...DENPASAR,
  zones: [
    { id: 'below', name: { id: 'Ruang A', en: 'Room A' }, floor: 1 },
    { id: 'above', name: { id: 'Ruang B', en: 'Room B' }, floor: 2 },
  ],
  counters: DENPASAR.counters.map((each) => ({ ...each, zone: each.number > 2 ? 'above' : 'below' })),
  displays: [{ place: '1' }, { place: '2', zone: 'below' }, { place: '3', zone: 'above' }],
})

const day = () => {
  const played = rehearse(morning(booking('FIRST', '10.00-11.00'), booking('SECOND', '10.00-11.00')))
  const shown = (place: string, clock: string) => {
    const frame = { epoch: 'epoch-1', seq: 1, at: at(clock), tokenOf: (ticketId: string) => ticketId }
    return DisplayView.parse(displayView(played.state(), FLOORS, place, frame))
  }
  return { ...played, shown }
}

test('a display of a floor shows the calls to its counters alone, one of the whole office all of them with their floor', () => {
  const { open, scan, call, shown } = day()
  open(1, ['documents'])
  const { number } = scan('FIRST', '10.01')
  call(1, '10.02')
  expect(shown('2', '10.02')).toMatchObject({ zone: { floor: 1 }, live: [{ number, counter: 1, zone: null }] })
  expect(shown('3', '10.02').live).toEqual([])
  expect(shown('1', '10.02')).toMatchObject({
    zone: null,
    live: [{ number, zone: { name: { id: 'Ruang A' }, floor: 1 } }],
  })
})

test('a call by a helping counter upstairs is shown below, where its person waits', () => {
  const { open, scan, call, shown } = day()
  open(3, ['interview'], ['documents'])
  const { number } = scan('FIRST', '10.01')
  call(3, '10.02')
  for (const [place, zone] of [
    ['2', { floor: 2 }],
    ['3', null],
  ] as const)
    expect(shown(place, '10.02').live).toMatchObject([{ number, counter: 3, zone }])
})

test('a lane of a floor counts those who wait for its counters', () => {
  const { open, scan, call, taken, shown } = day()
  open(1, ['documents'])
  const first = scan('FIRST', '10.01').number
  const second = scan('SECOND', '10.01').number
  call(1, '10.02')
  const ticketId = `${TODAY}/${first}`
  taken({ type: 'Start', ticketId }, counter(1), '10.02')
  taken({ type: 'Finish', ticketId, outcome: 'completed' }, counter(1), '10.06')
  const regular = (place: string) => shown(place, '10.06').lanes.find(({ lane }) => lane.letter === 'A')
  expect(regular('2')).toMatchObject({ next: second, waiting: 1 })
  expect(regular('3')).toMatchObject({ next: first, waiting: 1 })
  expect(regular('1')).toMatchObject({ waiting: 2 })
})
