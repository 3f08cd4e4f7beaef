import type { DevicesView } from '../../protocol/devices-view.ts'
import type { DeskPorts } from '../gateway/options.ts'
import type { OpenOffice } from '../open-office.ts'
import { makeFloor } from './desk-floor.ts'
import { makeSurveyPage } from './desk-survey.ts'

/** What the pages of the supervisor's desk ask of a house at work. */
export const makeDesk = (options: { house: OpenOffice; devices: () => DevicesView; now: () => number }): DeskPorts => {
  const { house } = options
  return {
    floor: makeFloor(options),
    survey: makeSurveyPage(house),
    overview({ staff }) {
      const { name, zone, example } = house.office.read()
      const { day } = house.door.state()
      return { staff: staff ?? '', office: name, zone, day: day?.status === 'open' ? day.day : null, example }
    },
  }
}
