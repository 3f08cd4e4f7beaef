import { say } from '../../ui/texts.ts'
import type { Kiosk } from '../deeds.ts'
import { Frame } from '../parts/Frame.tsx'
import type { ScreenOf } from '../screen.ts'
import { IDLE } from '../texts.ts'

/** Before the first view. */
export function LoadingScreen({ screen, kiosk }: { screen: ScreenOf<'loading'>; kiosk: Kiosk }) {
  return (
    <Frame screen={screen} kiosk={kiosk} picture="jam" headline={say(IDLE.loadingHeadline, kiosk.lang)}>
      <p class="sub">{say(IDLE.loadingBody, kiosk.lang)}</p>
    </Frame>
  )
}
