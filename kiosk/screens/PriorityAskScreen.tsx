import { say } from '../../ui/texts.ts'
import type { Kiosk } from '../deeds.ts'
import { Button } from '../parts/Button.tsx'
import { Frame } from '../parts/Frame.tsx'
import type { ScreenOf } from '../screen.ts'
import { WALK_IN } from '../walk-in-texts.ts'

/** Priority on somebody's own word: two answers of one size, and silence is no. */
export function PriorityAskScreen({ screen, kiosk }: { screen: ScreenOf<'priority-ask'>; kiosk: Kiosk }) {
  const { lang, perform } = kiosk
  const answer = (priority: boolean) => () => perform({ type: 'choose-priority', priority })
  return (
    <Frame
      screen={screen}
      kiosk={kiosk}
      picture="kursi"
      headline={say(WALK_IN.priority, lang)}
      actions={
        <div class="dua">
          <Button onPress={answer(true)}>{say(WALK_IN.yes, lang)}</Button>
          <Button onPress={answer(false)}>{say(WALK_IN.no, lang)}</Button>
        </div>
      }
    >
      <p class="sub">{say(WALK_IN.priorityBody, lang)}</p>
      <p class="sub">{say(WALK_IN.priorityWhy, lang)}</p>
    </Frame>
  )
}
