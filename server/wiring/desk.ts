import type { DevicesView } from '../../protocol/devices-view.ts'
import { dayOf } from '../days.ts'
import type { DeskPorts } from '../gateway/options.ts'
import type { OpenOffice } from '../open-office.ts'
import type { Presence } from '../presence.ts'
import { makeFloor } from './desk-floor.ts'
import { makeOfficeDesk } from './desk-office.ts'
import { makeSurveyPage } from './desk-survey.ts'

/** What the pages of the supervisor's desk ask of a house at work that need nothing of their own kept open. */
export const makeDesk = (options: {
  house: OpenOffice
  devices: () => DevicesView
  presence: Presence
  dataDir: string
  address: string
  now: () => number
}): Pick<DeskPorts, 'floor' | 'office' | 'survey' | 'overview'> => {
  const { house, now } = options
  return {
    floor: makeFloor(options),
    office: makeOfficeDesk(options),
    survey: makeSurveyPage(house),
    overview({ staff }) {
      const { name, zone, example } = house.office.read()
      const { day } = house.door.state()
      return {
        staff: staff ?? '',
        office: name,
        zone,
        day: day?.status === 'open' ? day.day : dayOf(now(), zone),
        example,
      }
    },
  }
}
