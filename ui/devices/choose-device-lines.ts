import type { Care, DevicesView, ScannerFace, ScreenFace } from '../../protocol/devices-view.ts'
import type { Instant } from '../../protocol/ids.ts'
import type { IconName } from '../parts/Icon.tsx'
import { fill, type Lang, say } from '../texts.ts'
import { calendarDay, clockTime, dayParts } from '../time.ts'
import { DEVICES, PRINTER_STATES } from './devices-texts.ts'

/** How a device is: icon and word, which the tone only strengthens. */
export type DeviceLine = { icon: IconName; tone: string; words: string }

/** An instant as the office's clock shows it; of another day than the view's with its date. */
export const momentText = (at: Instant, { at: now, office: { zone } }: DevicesView, lang: Lang): string => {
  const day = calendarDay(at, zone)
  if (day === calendarDay(now, zone)) return clockTime(at, zone)
  const { date, month } = dayParts(day, lang)
  return fill(say(DEVICES.otherDay, lang), { tanggal: date, bulan: month, jam: clockTime(at, zone) })
}

/** How much somebody is needed: icon and tone. */
export const CARE_LOOKS: Record<Care, Omit<DeviceLine, 'words'>> = {
  none: { icon: 'lengkap', tone: 'tepat' },
  soon: { icon: 'info', tone: 'lewat' },
  now: { icon: 'awas', tone: 'rusak' },
}

/** Whether a place is connected and since when, or when it last was. Switched off is no trouble by itself. */
export const chooseScreenLine = (screen: ScreenFace, view: DevicesView, lang: Lang): DeviceLine => {
  const { at, care, connected, pairings, sound } = screen
  const moment = (words: { id: string; en: string }) =>
    fill(say(words, lang), { jam: at === null ? '' : momentText(at, view, lang) })
  if (connected > 0) {
    const lines = connected > 1 ? [fill(say(DEVICES.lines, lang), { n: connected })] : []
    const mute = care !== 'none' && sound !== null ? [say(DEVICES.mute, lang)] : []
    return { ...CARE_LOOKS[care], words: [moment(DEVICES.connected), ...lines, ...mute].join(', ') }
  }
  const look =
    care === 'none' ? { icon: 'putus' as const, tone: 'sepi' } : { ...CARE_LOOKS[care], icon: 'putus' as const }
  if (pairings === 0) return { ...look, words: say(DEVICES.notPaired, lang) }
  return { ...look, words: at === null ? say(DEVICES.gone, lang) : moment(DEVICES.lastSeen) }
}

/** Whether a scanner can be read from, and what it has done; never what it read. */
export const chooseScannerLine = (scanner: ScannerFace, view: DevicesView, lang: Lang): DeviceLine => {
  const { status, read, spoiled, lastReadAt, care } = scanner
  const done = [
    fill(say(DEVICES.read, lang), { n: read }),
    ...(lastReadAt === null ? [] : [fill(say(DEVICES.lastRead, lang), { jam: momentText(lastReadAt, view, lang) })]),
    ...(spoiled === 0 ? [] : [fill(say(DEVICES.spoiled, lang), { n: spoiled })]),
  ]
  return { ...CARE_LOOKS[care], words: `${say(PRINTER_STATES[status], lang)} · ${done.join(', ')}` }
}
