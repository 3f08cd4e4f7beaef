import { refusalText, say } from '../../ui/texts.ts'
import type { Kiosk } from '../deeds.ts'
import { CallAndUnderstood } from '../parts/Actions.tsx'
import { Frame } from '../parts/Frame.tsx'
import type { ScreenOf } from '../screen.ts'
import { TURNED } from '../texts.ts'

/** The office understood and did not do it: why, in one sentence. */
export function RefusedScreen({ screen, kiosk }: { screen: ScreenOf<'refused'>; kiosk: Kiosk }) {
  return (
    <Frame
      screen={screen}
      kiosk={kiosk}
      tag={{ icon: 'info', tone: 'lewat', words: say(TURNED.refused, kiosk.lang) }}
      picture="petugas"
      headline={refusalText(screen.refusal, kiosk.lang)}
      actions={<CallAndUnderstood kiosk={kiosk} />}
    />
  )
}
