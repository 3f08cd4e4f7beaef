import { Kawung } from '../../ui/parts/Kawung.tsx'
import { Mark } from '../../ui/parts/Mark.tsx'
import { Perforation } from '../../ui/parts/Perforation.tsx'
import { say } from '../../ui/texts.ts'
import { clockTime, dayText } from '../../ui/time.ts'
import type { Kiosk } from '../deeds.ts'
import { ALWAYS } from '../texts.ts'

/** The office's name and clock; without an office yet, the product's own name. */
export function Head({ kiosk, office, today }: { kiosk: Kiosk; office: string | null; today: string | null }) {
  return (
    <header class="kepala">
      <Kawung />
      <div class="plat">
        <Mark lit />
        <b>{office ?? say(ALWAYS.product, kiosk.lang)}</b>
      </div>
      {kiosk.now !== null && (
        <div class="waktu">
          <strong class="jam">{clockTime(kiosk.now, kiosk.zone)}</strong>
          {today && <span>{dayText(today, kiosk.lang)}</span>}
        </div>
      )}
      <Perforation />
    </header>
  )
}
