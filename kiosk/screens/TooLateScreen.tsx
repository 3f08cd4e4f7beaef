import { say } from '../../ui/texts.ts'
import { windowText } from '../../ui/time.ts'
import type { Kiosk } from '../deeds.ts'
import { Button } from '../parts/Button.tsx'
import { Frame } from '../parts/Frame.tsx'
import { Say } from '../parts/Say.tsx'
import type { ScreenOf } from '../screen.ts'
import { ALWAYS, TURNED } from '../texts.ts'

/** The hour is long past: a number without appointment, or staff. Nobody is sent home. */
export function TooLateScreen({ screen, kiosk }: { screen: ScreenOf<'too-late'>; kiosk: Kiosk }) {
  const { lang, zone, perform } = kiosk
  return (
    <Frame
      screen={screen}
      kiosk={kiosk}
      tag={{ icon: 'mundur', tone: 'lewat', words: say(ALWAYS.noNumber, lang) }}
      picture="tiket"
      headline={say(TURNED.tooLate, lang)}
      actions={
        <div class="pilih">
          <Button icon="petugas" hint={say(TURNED.staffHint, lang)} onPress={() => perform({ type: 'call-staff' })}>
            {say(ALWAYS.callStaff, lang)}
          </Button>
          <Button
            primary
            leads
            icon="tiket"
            hint={say(TURNED.takeHint, lang)}
            onPress={() => perform({ type: 'take-number', visitId: screen.visitId })}
          >
            {say(TURNED.takeNumber, lang)}
          </Button>
        </div>
      }
    >
      <p class="sub">
        {screen.booked ? (
          <Say words={TURNED.tooLateBody} lang={lang} fills={{ jam: windowText(screen.booked.window, zone) }} />
        ) : (
          say(TURNED.tooLateBodyPlain, lang)
        )}
      </p>
    </Frame>
  )
}
