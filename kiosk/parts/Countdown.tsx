import type { Words } from '../../protocol/ids.ts'
import { fill, say } from '../../ui/texts.ts'
import type { Kiosk } from '../deeds.ts'
import { type Screen, type Timeout, WARNING_MS } from '../screen.ts'
import { ALWAYS } from '../texts.ts'

/** Seconds that are left, never below 1 while the screen still stands. */
export const secondsLeft = (timeout: Timeout): number => Math.max(1, Math.ceil(timeout.leftMs / 1000))

/** What the end of the time brings: the start, or the answer that silence is. */
const endOf = ({ name }: Screen): Words => {
  if (name === 'priority-ask') return ALWAYS.noChoiceNo
  if (name === 'checklist' || name === 'checklist-missing') return ALWAYS.noAnswerTakes
  return name === 'walk-in-reason' ? ALWAYS.noChoiceOther : ALWAYS.returning
}

/** When this screen returns to the start. Beside a number the last ten seconds are announced here. */
export function Countdown({ screen, kiosk }: { screen: Screen; kiosk: Kiosk }) {
  const { timeout } = screen
  if (timeout === null || timeout.warning === 'silent') return null
  const warned = timeout.warning === 'inline' && timeout.leftMs <= WARNING_MS
  const words = fill(say(endOf(screen), kiosk.lang), { n: secondsLeft(timeout) })
  const question = 'silence' in screen
  return (
    <div class="hitung">
      <p>
        {warned && !question && <b>{say(ALWAYS.stillThere, kiosk.lang)} </b>}
        {words}
      </p>
      <i aria-hidden="true">
        <b style={{ width: `${Math.max(0, Math.min(100, (timeout.leftMs / timeout.totalMs) * 100))}%` }} />
      </i>
      <p role="status" class="sembunyi">
        {warned &&
          (question
            ? fill(say(endOf(screen), kiosk.lang), { n: WARNING_MS / 1000 })
            : `${say(ALWAYS.stillThere, kiosk.lang)} ${say(ALWAYS.willReturn, kiosk.lang)}`)}
      </p>
    </div>
  )
}
