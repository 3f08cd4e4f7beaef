import type { DeskPort } from '../gateway/desk/desk-port.ts'
import type { OpenOffice } from '../open-office.ts'

/** What the pages of the supervisor's desk ask of a house at work. */
export const makeDesk = (options: { house: OpenOffice }): DeskPort => {
  const { house } = options
  return {
    overview({ staff }) {
      const { name, zone, example } = house.office.read()
      const { day } = house.door.state()
      return { staff: staff ?? '', office: name, zone, day: day?.status === 'open' ? day.day : null, example }
    },
  }
}
