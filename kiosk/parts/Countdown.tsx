import { fill, say } from '../../ui/texts.ts'
import { type Timeout, WARNING_MS } from '../choose-screen.ts'
import type { Kiosk } from '../deeds.ts'
import { ALWAYS } from '../texts.ts'

/** Seconds that are left, never below 1 while the screen still stands. */
export const secondsLeft = (timeout: Timeout): number => Math.max(1, Math.ceil(timeout.leftMs / 1000))

/** When this screen returns to the start. Beside a number the last ten seconds are announced here. */
export function Countdown({ timeout, kiosk }: { timeout: Timeout | null; kiosk: Kiosk }) {
  if (timeout === null || timeout.warning === 'silent') return null
  const warned = timeout.warning === 'inline' && timeout.leftMs <= WARNING_MS
  const words = fill(say(ALWAYS.returning, kiosk.lang), { n: secondsLeft(timeout) })
  return (
    <div class="hitung">
      <p>
        {warned && <b>{say(ALWAYS.stillThere, kiosk.lang)} </b>}
        {words}
      </p>
      <i aria-hidden="true">
        <b style={{ width: `${Math.max(0, Math.min(100, (timeout.leftMs / timeout.totalMs) * 100))}%` }} />
      </i>
      <p role="status" class="sembunyi">
        {warned && `${say(ALWAYS.stillThere, kiosk.lang)} ${say(ALWAYS.willReturn, kiosk.lang)}`}
      </p>
    </div>
  )
}
