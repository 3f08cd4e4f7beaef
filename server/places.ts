import type { Office } from '../protocol/office.ts'
import type { DeviceRole } from '../protocol/roles.ts'

const placesOf = (office: Office, role: DeviceRole): string[] | null => {
  switch (role) {
    case 'kiosk':
    case 'agent':
      return office.kiosks.map(({ place }) => place)
    case 'display':
      return office.displays.map(({ place }) => place)
    case 'printer':
      return office.printers.map(({ place }) => place)
    case 'counter':
      return office.counters.map(({ number }) => String(number))
    case 'survey':
      return [...office.survey.tablets, ...office.counters.map(({ number }) => `counter-${number}`)]
    case 'integration':
      return null
  }
}

/**
 * Why no device of this role can stand at this place, in one sentence; null when it can. An integration's place is a name
 * of its own.
 */
export const placeTrouble = (office: Office, role: DeviceRole, place: string): string | null => {
  const places = placesOf(office, role)
  if (places === null || places.includes(place)) return null
  return `there is no ${role} ${place} in the office's document; it has ${places.join(', ') || 'none'}`
}
