import { say } from '../../ui/texts.ts'
import type { Kiosk } from '../deeds.ts'
import { ScanTypeCall } from '../parts/Actions.tsx'
import { Frame } from '../parts/Frame.tsx'
import { ScanPicture } from '../parts/ScanPicture.tsx'
import type { ScreenOf } from '../screen.ts'
import { ALWAYS, TURNED } from '../texts.ts'

/** No booking has this code. */
export function UnknownScreen({ screen, kiosk }: { screen: ScreenOf<'unknown'>; kiosk: Kiosk }) {
  const { lang } = kiosk
  return (
    <Frame
      screen={screen}
      kiosk={kiosk}
      tag={{ icon: 'cari', tone: 'lain', words: say(ALWAYS.noNumber, lang) }}
      headline={say(TURNED.unknown, lang)}
      actions={<ScanTypeCall kiosk={kiosk} />}
    >
      <p class="sub">{say(TURNED.unknownBody, lang)}</p>
      <ScanPicture />
    </Frame>
  )
}
