import type { DevicesView } from '../../protocol/devices-view.ts'
import type { FiguresPort } from '../gateway/desk/figures-api.ts'
import type { DeskPorts } from '../gateway/options.ts'
import type { OpenOffice } from '../open-office.ts'
import { makeFloor } from './desk-floor.ts'

/** What the pages of the supervisor's desk ask of a house at work. */
export const makeDesk = (options: {
  house: OpenOffice
  devices: () => DevicesView
  figures: FiguresPort
  now: () => number
}): DeskPorts => {
  const { house, figures } = options
  return {
    figures,
    floor: makeFloor(options),
    overview({ staff }) {
      const { name, zone, example } = house.office.read()
      const { day } = house.door.state()
      return { staff: staff ?? '', office: name, zone, day: day?.status === 'open' ? day.day : null, example }
    },
  }
}
