import { say } from '../../ui/texts.ts'
import type { Kiosk } from '../deeds.ts'
import { ScanType } from '../parts/Actions.tsx'
import { Frame } from '../parts/Frame.tsx'
import { ScanPicture } from '../parts/ScanPicture.tsx'
import type { ScreenOf } from '../screen.ts'
import { ALWAYS, TURNED } from '../texts.ts'

/** What came from the scanner is not something the office can read. */
export function UnreadableScreen({ screen, kiosk }: { screen: ScreenOf<'unreadable'>; kiosk: Kiosk }) {
  const { lang } = kiosk
  return (
    <Frame
      screen={screen}
      kiosk={kiosk}
      tag={{ icon: 'pindai', tone: 'lewat', words: say(ALWAYS.noNumber, lang) }}
      headline={say(TURNED.unreadable, lang)}
      actions={<ScanType kiosk={kiosk} />}
    >
      <p class="sub">{say(TURNED.unreadableBody, lang)}</p>
      <ScanPicture />
    </Frame>
  )
}
