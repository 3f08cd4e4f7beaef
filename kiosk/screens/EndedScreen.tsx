import { say } from '../../ui/texts.ts'
import type { Kiosk } from '../deeds.ts'
import { CallAndUnderstood } from '../parts/Actions.tsx'
import { Frame } from '../parts/Frame.tsx'
import type { ScreenOf } from '../screen.ts'
import { TURNED } from '../texts.ts'

/** The ticket of this code was served or is over. */
export function EndedScreen({ screen, kiosk }: { screen: ScreenOf<'ended'>; kiosk: Kiosk }) {
  const { lang } = kiosk
  return (
    <Frame
      screen={screen}
      kiosk={kiosk}
      picture="lengkap"
      headline={say(TURNED.ended, lang)}
      actions={<CallAndUnderstood kiosk={kiosk} />}
    >
      <p class="sub">{say(TURNED.endedBody, lang)}</p>
    </Frame>
  )
}
