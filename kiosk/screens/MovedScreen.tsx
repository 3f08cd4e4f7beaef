import { say } from '../../ui/texts.ts'
import type { Kiosk } from '../deeds.ts'
import { CallAndUnderstood } from '../parts/Actions.tsx'
import { Frame } from '../parts/Frame.tsx'
import type { ScreenOf } from '../screen.ts'
import { ALWAYS, TURNED } from '../texts.ts'

/** The booking was moved in the app, and its new day is not known here. */
export function MovedScreen({ screen, kiosk }: { screen: ScreenOf<'moved'>; kiosk: Kiosk }) {
  const { lang } = kiosk
  return (
    <Frame
      screen={screen}
      kiosk={kiosk}
      tag={{ icon: 'kalender', tone: 'lain', words: say(ALWAYS.noNumber, lang) }}
      picture="kalender"
      headline={say(TURNED.moved, lang)}
      actions={<CallAndUnderstood kiosk={kiosk} />}
    >
      <p class="sub">{say(TURNED.movedBody, lang)}</p>
      <p class="sub kedua">{say(TURNED.movedStaff, lang)}</p>
    </Frame>
  )
}
