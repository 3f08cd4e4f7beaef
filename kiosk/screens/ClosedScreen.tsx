import type { Kiosk } from '../deeds.ts'
import { closedWords } from '../parts/closed-words.tsx'
import { Frame } from '../parts/Frame.tsx'
import type { ScreenOf } from '../screen.ts'

/** No day is open, or no numbers are given now. */
export function ClosedScreen({ screen, kiosk }: { screen: ScreenOf<'closed'>; kiosk: Kiosk }) {
  const { headline, body } = closedWords(screen.hours, kiosk)
  return (
    <Frame screen={screen} kiosk={kiosk} picture="jam" headline={headline}>
      <p class="sub">{body}</p>
    </Frame>
  )
}
