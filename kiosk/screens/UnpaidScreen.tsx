import { say } from '../../ui/texts.ts'
import type { Kiosk } from '../deeds.ts'
import { CallAndUnderstood } from '../parts/Actions.tsx'
import { Frame } from '../parts/Frame.tsx'
import type { ScreenOf } from '../screen.ts'
import { ALWAYS, TURNED } from '../texts.ts'

/** The payment for the booking is not recorded. */
export function UnpaidScreen({ screen, kiosk }: { screen: ScreenOf<'unpaid'>; kiosk: Kiosk }) {
  const { lang } = kiosk
  return (
    <Frame
      screen={screen}
      kiosk={kiosk}
      tag={{ icon: 'info', tone: 'lain', words: say(ALWAYS.noNumber, lang) }}
      picture="berkas"
      headline={say(TURNED.unpaid, lang)}
      actions={<CallAndUnderstood kiosk={kiosk} />}
    >
      <p class="sub">{say(TURNED.unpaidBody, lang)}</p>
    </Frame>
  )
}
