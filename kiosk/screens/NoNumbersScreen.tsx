import { say } from '../../ui/texts.ts'
import type { Kiosk } from '../deeds.ts'
import { CallAndUnderstood } from '../parts/Actions.tsx'
import { closedWords } from '../parts/closed-words.tsx'
import { Frame } from '../parts/Frame.tsx'
import type { ScreenOf } from '../screen.ts'
import { ALWAYS } from '../texts.ts'

/** A code was presented outside of the hours in which numbers are given. */
export function NoNumbersScreen({ screen, kiosk }: { screen: ScreenOf<'no-numbers'>; kiosk: Kiosk }) {
  const { headline, body } = closedWords(screen.hours, kiosk)
  return (
    <Frame
      screen={screen}
      kiosk={kiosk}
      tag={{ icon: 'jam', tone: 'lain', words: say(ALWAYS.noNumber, kiosk.lang) }}
      picture="jam"
      headline={headline}
      actions={<CallAndUnderstood kiosk={kiosk} />}
    >
      <p class="sub">{body}</p>
    </Frame>
  )
}
