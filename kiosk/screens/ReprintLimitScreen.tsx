import { say } from '../../ui/texts.ts'
import type { Kiosk } from '../deeds.ts'
import { PAPER } from '../paper-texts.ts'
import { StaffAndDone } from '../parts/Actions.tsx'
import { Frame } from '../parts/Frame.tsx'
import type { ScreenOf } from '../screen.ts'

/** The kiosk has given its reprints of this ticket. */
export function ReprintLimitScreen({ screen, kiosk }: { screen: ScreenOf<'reprint-limit'>; kiosk: Kiosk }) {
  return (
    <Frame
      screen={screen}
      kiosk={kiosk}
      picture="tiket"
      headline={say(PAPER.limit, kiosk.lang)}
      actions={<StaffAndDone kiosk={kiosk} call />}
    >
      <p class="sub">{say(PAPER.limitBody, kiosk.lang)}</p>
    </Frame>
  )
}
