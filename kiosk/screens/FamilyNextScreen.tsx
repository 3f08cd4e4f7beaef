import { Icon } from '../../ui/parts/Icon.tsx'
import { say } from '../../ui/texts.ts'
import type { Kiosk } from '../deeds.ts'
import { DoneButton, TypeButton } from '../parts/Actions.tsx'
import { Frame } from '../parts/Frame.tsx'
import { Say } from '../parts/Say.tsx'
import { ScanPicture } from '../parts/ScanPicture.tsx'
import type { ScreenOf } from '../screen.ts'
import { TICKET } from '../texts.ts'

/** The next member of a family scans; every number that was given is out already. */
export function FamilyNextScreen({ screen, kiosk }: { screen: ScreenOf<'family-next'>; kiosk: Kiosk }) {
  const { lang } = kiosk
  return (
    <Frame
      screen={screen}
      kiosk={kiosk}
      verdict={{ icon: 'keluarga', tone: 'tepat' }}
      headline={say(TICKET.familyNext, lang)}
      actions={
        <div class="dua">
          <TypeButton kiosk={kiosk} />
          <DoneButton kiosk={kiosk} />
        </div>
      }
    >
      <p class="sub">
        {say(TICKET.familyBody, lang)}{' '}
        <Say words={TICKET.familyCount} lang={lang} fills={{ n: String(screen.here), m: String(screen.toCome) }} />
      </p>
      <ScanPicture />
      <Icon name="bawah" class="tunjuk" />
    </Frame>
  )
}
