import type { Door } from '../../protocol/door.ts'
import type { StaffNumber } from '../../protocol/ids.ts'
import type { Office } from '../../protocol/office.ts'
import type { DeviceRole, Sender } from '../../protocol/roles.ts'
import { importAgenda } from '../agenda/import-agenda.ts'
import { done, type OfficeDesk, refused } from './office-desk.ts'

/** What this room needs of an office that was opened in this process; `openOffice` gives it. */
export type OfficeHere = {
  door: Door
  access: {
    pair(role: DeviceRole, place: string): Promise<{ token: string }>
    setPin(staff: StaffNumber): Promise<string>
  }
  office: { read(): Office }
  close(): Promise<void>
}

const placesOf = (office: Office, role: DeviceRole): string[] | null => {
  switch (role) {
    case 'kiosk':
      return office.kiosks.map(({ place }) => place)
    case 'display':
      return office.displays.map(({ place }) => place)
    case 'printer':
      return office.printers.map(({ place }) => place)
    case 'counter':
      return office.counters.map(({ number }) => String(number))
    case 'integration':
      return null
  }
}

/** The office of a data folder that no server works on, asked in this process as its console. */
export const openDeskHere = (
  here: OfficeHere,
  { address, sender, newCommandId }: { address: string; sender: Sender; newCommandId: () => string },
): OfficeDesk => ({
  address,
  async pair(role, place) {
    const places = placesOf(here.office.read(), role)
    if (places !== null && !places.includes(place))
      return refused(`there is no ${role} ${place} in the office's document; it has ${places.join(', ') || 'none'}`)
    return done((await here.access.pair(role, place)).token)
  },
  newPin: async (staff) => done(await here.access.setPin(staff)),
  async enterAgenda(text, acceptGoodRows) {
    const desk = { door: here.door, sender, newCommandId, office: here.office.read() }
    return done(await importAgenda(desk, text, { day: null, acceptGoodRows }))
  },
  close: () => here.close(),
})
