import { say } from '../../ui/texts.ts'
import type { Kiosk } from '../deeds.ts'
import { PAPER } from '../paper-texts.ts'
import { Frame } from '../parts/Frame.tsx'
import { callField, waitField, windowField } from '../parts/fields.ts'
import { TicketCard } from '../parts/TicketCard.tsx'
import type { ScreenOf } from '../screen.ts'

/** Another paper was asked for and has not come out yet. */
export function PrintingScreen({ screen, kiosk }: { screen: ScreenOf<'printing'>; kiosk: Kiosk }) {
  const { ticket } = screen
  return (
    <Frame
      screen={screen}
      kiosk={kiosk}
      verdict={{ icon: 'cetak', tone: 'tepat' }}
      headline={say(PAPER.printing, kiosk.lang)}
    >
      <TicketCard
        ticket={ticket}
        kiosk={kiosk}
        size="large"
        fields={[...windowField(ticket, kiosk), ...callField(ticket, kiosk), ...waitField(ticket, kiosk)]}
      >
        <p class="sub">{say(screen.isHot ? PAPER.hotBody : PAPER.printingBody, kiosk.lang)}</p>
      </TicketCard>
    </Frame>
  )
}
