import { say } from '../../ui/texts.ts'
import type { Kiosk } from '../deeds.ts'
import { Frame } from '../parts/Frame.tsx'
import { CodePicture } from '../parts/ScanPicture.tsx'
import type { ScreenOf } from '../screen.ts'
import { IDLE } from '../texts.ts'

/** A code was sent to the office and the answer is on its way. */
export function ReadingScreen({ screen, kiosk }: { screen: ScreenOf<'reading'>; kiosk: Kiosk }) {
  return (
    <Frame screen={screen} kiosk={kiosk} headline={say(IDLE.readingHeadline, kiosk.lang)}>
      <p class="sub">{say(IDLE.readingBody, kiosk.lang)}</p>
      <CodePicture />
    </Frame>
  )
}
