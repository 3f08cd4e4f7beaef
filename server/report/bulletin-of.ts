import type { DevicesView } from '../../protocol/devices-view.ts'
import type { Bulletin, SurveyMonth } from '../../protocol/hub/report.ts'
import type { SupervisorView } from '../../protocol/supervisor-view.ts'
import type { SurveyWeight } from '../../protocol/survey.ts'
import { SMALLEST_GROUP } from '../../protocol/survey-results.ts'
import { tallyOf } from '../survey/ikm.ts'
import type { Response } from '../survey/results.ts'

/** More unwell devices, or windows, than this say nothing more. */
const [TO_SEE_MAX, WINDOWS_MAX] = [100, 96]

const lanesOf = ({ lanes, queues }: SupervisorView): Bulletin['lanes'] =>
  lanes.flatMap(({ letter, name }) => {
    const own = queues.filter((queue) => queue.letter === letter)
    const waiting = own.reduce((sum, queue) => sum + queue.waiting, 0)
    const longestSinceAt = Math.min(...own.map((queue) => queue.longestSinceAt))
    return waiting === 0 ? [] : [{ letter, name, waiting, longestSinceAt }]
  })

const devicesOf = ({ printers, screens, scanners }: DevicesView): Bulletin['devices'] => {
  const all = [
    ...printers.map(({ place, care, status }) => ({ kind: 'printer' as const, place, care, status: String(status) })),
    ...screens.map(({ role, place, care }) => ({ kind: role, place, care, status: 'away' })),
    ...scanners.map(({ kiosk, care }) => ({ kind: 'scanner' as const, place: kiosk, care, status: 'away' })),
  ]
  const toSee = all.flatMap(({ care, ...device }) => (care === 'none' ? [] : [{ ...device, care }]))
  return { all: all.length, toSee: toSee.slice(0, TO_SEE_MAX) }
}

/** The survey by months, of those with enough answers that none of them is somebody's. */
export const surveyMonthsOf = (responses: readonly Response[]): SurveyMonth[] =>
  [...new Set(responses.map(({ month }) => month))].sort().flatMap((month) => {
    const own = responses.filter((response) => response.month === month)
    const tally = tallyOf(own.map(({ answers }) => answers)).map((counted) => ({ ...counted }))
    return own.length < SMALLEST_GROUP ? [] : [{ month, n: own.length, tally }]
  })

/** What an office says of itself: of what its supervisor sees, the counts. No number, no staff, no booking. */
export const bulletinOf = (given: {
  view: SupervisorView
  devices: DevicesView
  survey: { weight: SurveyWeight; months: readonly SurveyMonth[] }
  telling: Bulletin['telling']
}): Bulletin => {
  const { view, devices, survey, telling } = given
  const { at, office, day, hours, counters, load, outage } = view
  return {
    ...{ at, name: office.name, zone: office.zone, day, isOpen: hours.status === 'always' || hours.status === 'open' },
    lanes: lanesOf(view),
    counters: {
      all: counters.length,
      open: counters.filter(({ status }) => status !== 'closed').length,
      paused: counters.filter(({ status }) => status === 'paused').length,
    },
    load: load.slice(0, WINDOWS_MAX).map(({ window, booked, came, capacity }) => ({ window, booked, came, capacity })),
    outage,
    devices: devicesOf(devices),
    survey: { weight: survey.weight, months: [...survey.months] },
    telling,
  }
}
