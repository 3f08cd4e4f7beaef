import { useEffect, useRef } from 'preact/hooks'
import { fill, say } from '../../ui/texts.ts'
import type { Kiosk } from '../deeds.ts'
import type { Timeout } from '../screen.ts'
import { ALWAYS } from '../texts.ts'
import { Button } from './Button.tsx'
import { secondsLeft } from './Countdown.tsx'

/** The last ten seconds of a screen without a number: a ticket over the dimmed screen. Any touch goes on. */
export function StillThere({ timeout, kiosk }: { timeout: Timeout; kiosk: Kiosk }) {
  const question = useRef<HTMLElement>(null)
  // What had the focus cannot be reached below the question, and only what has it is read out.
  useEffect(() => question.current?.querySelector('button')?.focus(), [])
  return (
    <div class="tirai">
      <section
        ref={question}
        class="lembar masih"
        role="alertdialog"
        aria-labelledby="masih-judul"
        aria-describedby="masih-isi"
      >
        <h2 id="masih-judul">{say(ALWAYS.stillThere, kiosk.lang)}</h2>
        <p id="masih-isi" class="sub">
          {fill(say(ALWAYS.stillThereBody, kiosk.lang), { n: secondsLeft(timeout) })}
        </p>
        <Button primary onPress={() => kiosk.perform({ type: 'stay' })}>
          {say(ALWAYS.goOn, kiosk.lang)}
        </Button>
      </section>
    </div>
  )
}
