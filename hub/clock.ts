import type { Words } from '../protocol/ids.ts'
import { fill, type Lang, say } from '../ui/texts.ts'

/** The zone of the directorate, by whose clock the hub's page is read. */
export const HUB_ZONE = 'Asia/Jakarta'

const ZONES: Readonly<Record<string, string>> = {
  ...{ 'Asia/Jakarta': 'WIB', 'Asia/Pontianak': 'WIB' },
  ...{ 'Asia/Makassar': 'WITA', 'Asia/Ujung_Pandang': 'WITA', 'Asia/Jayapura': 'WIT' },
}

/** What people call a zone (IANA name): `WITA`; another country's as it stands. */
export const zoneText = (zone: string): string => ZONES[zone] ?? zone

const SECOND_MS = 1_000
const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000

/** From how much on a length is said in the next unit, ms, the longest first. */
const UNITS: readonly { from: number; unit: number; words: Words }[] = [
  { from: 2 * DAY_MS, unit: DAY_MS, words: { id: '{n} hari lalu', en: '{n} days ago' } },
  { from: 2 * HOUR_MS, unit: HOUR_MS, words: { id: '{n} jam lalu', en: '{n} h ago' } },
  { from: MINUTE_MS, unit: MINUTE_MS, words: { id: '{n} menit lalu', en: '{n} min ago' } },
  { from: 0, unit: SECOND_MS, words: { id: '{n} detik lalu', en: '{n} s ago' } },
]

/** `3 detik lalu`, `12 menit lalu`: how long ago something was (ms), rounded down; what is ahead counts as now. */
export const agoText = (ms: number, lang: Lang): string => {
  const past = Math.max(0, ms)
  const found = UNITS.find(({ from }) => past >= from)
  return found === undefined ? '' : fill(say(found.words, lang), { n: Math.floor(past / found.unit) })
}
