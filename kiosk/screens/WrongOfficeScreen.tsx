import { say } from '../../ui/texts.ts'
import type { Kiosk } from '../deeds.ts'
import { CallAndUnderstood } from '../parts/Actions.tsx'
import { Frame } from '../parts/Frame.tsx'
import type { ScreenOf } from '../screen.ts'
import { ALWAYS, TURNED } from '../texts.ts'

/** The code says that it is another office's. */
export function WrongOfficeScreen({ screen, kiosk }: { screen: ScreenOf<'wrong-office'>; kiosk: Kiosk }) {
  const { lang } = kiosk
  return (
    <Frame
      screen={screen}
      kiosk={kiosk}
      tag={{ icon: 'lokasi', tone: 'lain', words: say(ALWAYS.noNumber, lang) }}
      picture="lokasi"
      headline={say(TURNED.wrongOffice, lang)}
      actions={<CallAndUnderstood kiosk={kiosk} />}
    >
      <p class="sub">{say(TURNED.wrongOfficeBody, lang)}</p>
    </Frame>
  )
}
