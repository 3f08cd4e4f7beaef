import { say } from '../../ui/texts.ts'
import type { Kiosk } from '../deeds.ts'
import { ScanType } from '../parts/Actions.tsx'
import { Frame } from '../parts/Frame.tsx'
import { ScanPicture } from '../parts/ScanPicture.tsx'
import type { ScreenOf } from '../screen.ts'
import { ALWAYS, TURNED } from '../texts.ts'

/** The payment code was presented instead of the appointment code. */
export function BillingCodeScreen({ screen, kiosk }: { screen: ScreenOf<'billing-code'>; kiosk: Kiosk }) {
  const { lang } = kiosk
  return (
    <Frame
      screen={screen}
      kiosk={kiosk}
      tag={{ icon: 'info', tone: 'lain', words: say(ALWAYS.noNumber, lang) }}
      headline={say(TURNED.billing, lang)}
      actions={<ScanType kiosk={kiosk} />}
    >
      <p class="sub">{say(TURNED.billingBody, lang)}</p>
      <ScanPicture />
    </Frame>
  )
}
