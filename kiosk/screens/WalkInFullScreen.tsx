import { say } from '../../ui/texts.ts'
import { windowText } from '../../ui/time.ts'
import type { Kiosk } from '../deeds.ts'
import { CallAndBack } from '../parts/Actions.tsx'
import { Frame } from '../parts/Frame.tsx'
import { Say } from '../parts/Say.tsx'
import type { ScreenOf } from '../screen.ts'
import { ALWAYS } from '../texts.ts'
import { WALK_IN } from '../walk-in-texts.ts'

/** No number without an appointment: none left today, or none at this hour. */
export function WalkInFullScreen({ screen, kiosk }: { screen: ScreenOf<'walk-in-full'>; kiosk: Kiosk }) {
  const { lang, zone } = kiosk
  const { why, fromAt, untilAt } = screen
  return (
    <Frame
      screen={screen}
      kiosk={kiosk}
      tag={{ icon: 'info', tone: 'lain', words: say(ALWAYS.noNumber, lang) }}
      picture="kalender"
      headline={say(WALK_IN[why], lang)}
      actions={<CallAndBack kiosk={kiosk} />}
    >
      {why === 'closed' && fromAt !== null && untilAt !== null && (
        <p class="sub">
          <Say
            words={WALK_IN.closedHours}
            lang={lang}
            fills={{ jam: windowText({ startAt: fromAt, endAt: untilAt }, zone) }}
          />
        </p>
      )}
      <p class="sub">{say(WALK_IN.fullBody, lang)}</p>
    </Frame>
  )
}
