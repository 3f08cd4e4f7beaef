import { say } from '../../ui/texts.ts'
import type { ScreenOf } from '../choose-screen.ts'
import type { Kiosk } from '../deeds.ts'
import { Frame } from '../parts/Frame.tsx'
import { IDLE } from '../texts.ts'

/** No day is open. */
export function ClosedScreen({ screen, kiosk }: { screen: ScreenOf<'closed'>; kiosk: Kiosk }) {
  return (
    <Frame screen={screen} kiosk={kiosk} headline={say(IDLE.closedHeadline, kiosk.lang)}>
      <p class="sub">{say(IDLE.closedBody, kiosk.lang)}</p>
    </Frame>
  )
}
