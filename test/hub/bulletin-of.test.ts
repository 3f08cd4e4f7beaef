import { describe, expect, test } from 'vitest'
import { Bulletin } from '../../protocol/hub/report.ts'
import type { SurveyAnswers } from '../../protocol/survey.ts'
import { bulletinOf, surveyMonthsOf } from '../../server/report/bulletin-of.ts'
import type { Response } from '../../server/survey/results.ts'
import { devicesView } from '../../server/views/devices-view.ts'
import { supervisorView } from '../../server/views/supervisor-view.ts'
import { at, DENPASAR, TODAY } from '../support/denpasar.ts'
import { booking, morning, rehearse } from '../support/rules.ts'

const answers: SurveyAnswers = { persyaratan: 3, biaya: 3 }
const responses = (month: string, many: number): Response[] =>
  Array.from({ length: many }, () => ({ month, channel: 'phone', answers }))

test('a bulletin counts who waits and which counters are open, and names nobody', () => {
  const office = rehearse(morning(booking('C1', '08.00-09.00'), booking('C2', '08.00-09.00')))
  office.open(3, ['interview'], ['documents'])
  office.scan('C1', '08.05')
  office.scan('C2', '08.10')
  const frame = { epoch: 'e', seq: 9, at: at('08.20'), tokenOf: () => '' }
  const around = { pairings: [], presences: [], scanners: [] }
  const bulletin = bulletinOf({
    view: supervisorView(office.state(), DENPASAR, '00', frame),
    devices: devicesView(office.state(), DENPASAR, at('08.20'), around),
    survey: { weight: '1/9', months: [] },
    telling: 'on',
  })
  expect(Bulletin.parse(bulletin)).toEqual(bulletin)
  expect(bulletin).toMatchObject({
    at: at('08.20'),
    name: DENPASAR.name,
    zone: DENPASAR.zone,
    day: TODAY,
    telling: 'on',
  })
  expect(bulletin.lanes).toMatchObject([{ letter: 'A', waiting: 2, longestSinceAt: at('08.05') }])
  expect(bulletin.counters).toMatchObject({ open: 1, paused: 0 })
  expect(bulletin.load.find(({ window }) => window.startAt === at('08.00'))).toMatchObject({ booked: 2, came: 2 })
  const text = JSON.stringify(bulletin)
  for (const never of ['A001', '"07"', 'C1', 'ticketId']) expect(text).not.toContain(never)
})

describe('the survey in a bulletin', () => {
  test('is counted by month and element, and no answer is told by itself', () => {
    const [march] = surveyMonthsOf(responses('2026-03', 6))
    expect(march).toMatchObject({ month: '2026-03', n: 6 })
    expect(march?.tally.find(({ element }) => element === 'biaya')).toEqual({ element: 'biaya', n: 6, sum: 18 })
    expect(march?.tally.find(({ element }) => element === 'sarana')).toEqual({ element: 'sarana', n: 0, sum: 0 })
  })
  test('leaves out a month in which an answer could be somebody’s', () => {
    const months = surveyMonthsOf([...responses('2026-03', 4), ...responses('2026-04', 5)])
    expect(months.map(({ month }) => month)).toEqual(['2026-04'])
  })
})
