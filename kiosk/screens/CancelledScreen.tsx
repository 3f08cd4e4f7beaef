import { say } from '../../ui/texts.ts'
import type { Kiosk } from '../deeds.ts'
import { CallAndUnderstood } from '../parts/Actions.tsx'
import { Frame } from '../parts/Frame.tsx'
import type { ScreenOf } from '../screen.ts'
import { ALWAYS, TURNED } from '../texts.ts'

/** The booking is marked as cancelled. */
export function CancelledScreen({ screen, kiosk }: { screen: ScreenOf<'cancelled'>; kiosk: Kiosk }) {
  const { lang } = kiosk
  return (
    <Frame
      screen={screen}
      kiosk={kiosk}
      tag={{ icon: 'info', tone: 'lain', words: say(ALWAYS.noNumber, lang) }}
      picture="petugas"
      headline={say(TURNED.cancelled, lang)}
      actions={<CallAndUnderstood kiosk={kiosk} />}
    >
      <p class="sub">{say(TURNED.cancelledBody, lang)}</p>
    </Frame>
  )
}
