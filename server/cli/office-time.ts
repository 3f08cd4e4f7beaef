import type { Recorded } from '../journal/journal.ts'

/** `10.07.30` of an instant in a zone; with `day` also the day before it, `2026-11-24 10.07.30`. */
export const officeTime = (at: number, zone: string, day = false): string => {
  const time = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(at)
  const [date = '', clock = ''] = time.split(' ')
  return `${day ? `${date} ` : ''}${clock.replaceAll(':', '.')}`
}

/** Follows the office's zone through a journal: hand it every record in order, ask it at any. */
export const zoneFollower = () => {
  let zone = 'UTC'
  return {
    see: ({ event }: Pick<Recorded, 'event'>): void => {
      if (event.type === 'OfficeConfigured') zone = event.office.zone
    },
    zone: () => zone,
  }
}
