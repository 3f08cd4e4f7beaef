import { say } from '../../ui/texts.ts'
import type { Kiosk } from '../deeds.ts'
import { ScanAgain } from '../parts/Actions.tsx'
import { Frame } from '../parts/Frame.tsx'
import { ScanPicture } from '../parts/ScanPicture.tsx'
import type { ScreenOf } from '../screen.ts'
import { TURNED } from '../texts.ts'

/** The office did not answer in time: it may have taken the code, so scanning again is safe and said to be. */
export function NoAnswerScreen({ screen, kiosk }: { screen: ScreenOf<'no-answer'>; kiosk: Kiosk }) {
  const { lang } = kiosk
  return (
    <Frame screen={screen} kiosk={kiosk} headline={say(TURNED.noAnswer, lang)} actions={<ScanAgain kiosk={kiosk} />}>
      <p class="sub">{say(TURNED.noAnswerBody, lang)}</p>
      <ScanPicture />
    </Frame>
  )
}
