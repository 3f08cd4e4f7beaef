import { fill, say } from '../../ui/texts.ts'
import type { Kiosk } from '../deeds.ts'
import { Frame } from '../parts/Frame.tsx'
import type { ScreenOf } from '../screen.ts'
import { IDLE } from '../texts.ts'

/** The server does not know this device: how staff pair it. */
export function NotPairedScreen({ screen, kiosk }: { screen: ScreenOf<'not-paired'>; kiosk: Kiosk }) {
  const { lang } = kiosk
  return (
    <Frame screen={screen} kiosk={kiosk} headline={say(IDLE.pairHeadline, lang)}>
      <ol class="langkah urut">
        <li>{say(IDLE.pairBody, lang)}</li>
        <li>{fill(say(IDLE.pairStep, lang), { place: kiosk.place })}</li>
        <li>{say(IDLE.pairEnd, lang)}</li>
      </ol>
    </Frame>
  )
}
