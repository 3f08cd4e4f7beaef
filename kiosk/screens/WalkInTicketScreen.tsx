import { say } from '../../ui/texts.ts'
import type { Kiosk } from '../deeds.ts'
import { Done } from '../parts/Actions.tsx'
import { Documents } from '../parts/Documents.tsx'
import { Frame } from '../parts/Frame.tsx'
import { callField, latestField, waitField } from '../parts/fields.ts'
import { PaperLine } from '../parts/PaperLine.tsx'
import { TicketCard } from '../parts/TicketCard.tsx'
import type { ScreenOf } from '../screen.ts'
import { TICKET } from '../texts.ts'

/** A number of the lane without appointment. */
export function WalkInTicketScreen({ screen, kiosk }: { screen: ScreenOf<'walk-in-ticket'>; kiosk: Kiosk }) {
  const { ticket } = screen
  return (
    <Frame
      screen={screen}
      kiosk={kiosk}
      verdict={{ icon: 'tiket', tone: 'tepat' }}
      headline={say(TICKET.walkIn, kiosk.lang)}
      actions={<Done kiosk={kiosk} ticket={ticket} />}
    >
      <p class="sub rapat kedua">{say(TICKET.walkInBody, kiosk.lang)}</p>
      <TicketCard
        ticket={ticket}
        kiosk={kiosk}
        size="large"
        fields={[...callField(ticket, kiosk), ...latestField(ticket, kiosk), ...waitField(ticket, kiosk)]}
      >
        <Documents ticket={ticket} kiosk={kiosk} />
      </TicketCard>
      <PaperLine ticket={ticket} kiosk={kiosk} owed short />
    </Frame>
  )
}
