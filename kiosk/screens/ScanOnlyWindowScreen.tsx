import { say } from '../../ui/texts.ts'
import { windowText } from '../../ui/time.ts'
import type { Kiosk } from '../deeds.ts'
import { Button } from '../parts/Button.tsx'
import { Choices } from '../parts/Choices.tsx'
import { Frame } from '../parts/Frame.tsx'
import type { ScreenOf } from '../screen.ts'
import { WALK_IN } from '../walk-in-texts.ts'

/** An office without a list: the visitor says the hour on the letter. */
export function ScanOnlyWindowScreen({ screen, kiosk }: { screen: ScreenOf<'scan-only-window'>; kiosk: Kiosk }) {
  const { lang, zone, perform } = kiosk
  const { visitId, windows, page } = screen
  const choices = windows.map((window) => ({
    key: String(window.startAt),
    words: windowText(window, zone),
    onPress: () => perform({ type: 'choose-window', visitId, window }),
  }))
  return (
    <Frame
      screen={screen}
      kiosk={kiosk}
      headline={say(WALK_IN.window, lang)}
      actions={
        <Choices
          choices={choices}
          page={page}
          kiosk={kiosk}
          foot={
            <Button onPress={() => perform({ type: 'choose-window', visitId, window: null })}>
              {say(WALK_IN.windowUnknown, lang)}
            </Button>
          }
        />
      }
    >
      <p class="sub">{say(WALK_IN.windowBody, lang)}</p>
    </Frame>
  )
}
