import { say } from '../../ui/texts.ts'
import type { Kiosk } from '../deeds.ts'
import { Choices } from '../parts/Choices.tsx'
import { Frame } from '../parts/Frame.tsx'
import type { ScreenOf } from '../screen.ts'
import { WALK_IN } from '../walk-in-texts.ts'

/** Why somebody has no appointment: counted, and without a say in the turn. */
export function WalkInReasonScreen({ screen, kiosk }: { screen: ScreenOf<'walk-in-reason'>; kiosk: Kiosk }) {
  const { lang, perform } = kiosk
  const choices = screen.reasons.map(({ id, name }) => ({
    key: id,
    words: say(name, lang),
    onPress: () => perform({ type: 'choose-reason', reason: id }),
  }))
  return (
    <Frame
      screen={screen}
      kiosk={kiosk}
      headline={say(WALK_IN.reason, lang)}
      actions={<Choices choices={choices} page={screen.page} kiosk={kiosk} />}
    >
      <p class="sub">{say(WALK_IN.reasonBody, lang)}</p>
    </Frame>
  )
}
