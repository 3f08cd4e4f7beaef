import { say } from '../../ui/texts.ts'
import { clockTime } from '../../ui/time.ts'
import type { Kiosk } from '../deeds.ts'
import { Frame } from '../parts/Frame.tsx'
import { Say } from '../parts/Say.tsx'
import type { ScreenOf } from '../screen.ts'
import { ALWAYS, IDLE } from '../texts.ts'

/** The line is down: nothing is queued, so the person is sent to where a number can be made. */
export function OfflineScreen({ screen, kiosk }: { screen: ScreenOf<'offline'>; kiosk: Kiosk }) {
  const { lang, zone } = kiosk
  return (
    <Frame
      screen={screen}
      kiosk={kiosk}
      tag={{ icon: 'putus', tone: 'rusak', words: say(ALWAYS.noNumber, lang) }}
      picture="putus"
      headline={say(IDLE.offlineHeadline, lang)}
    >
      <p class="sub">{say(IDLE.offlineBody, lang)}</p>
      <p class="sub kedua">
        <Say words={IDLE.offlineSince} lang={lang} fills={{ jam: clockTime(screen.lostAt, zone) }} />
      </p>
    </Frame>
  )
}
