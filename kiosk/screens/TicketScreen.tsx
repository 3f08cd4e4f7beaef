import { say } from '../../ui/texts.ts'
import type { Kiosk } from '../deeds.ts'
import { Done } from '../parts/Actions.tsx'
import { Documents } from '../parts/Documents.tsx'
import { Frame } from '../parts/Frame.tsx'
import { callField, waitField, windowField } from '../parts/fields.ts'
import { PaperLine } from '../parts/PaperLine.tsx'
import { TicketCard } from '../parts/TicketCard.tsx'
import type { ScreenOf } from '../screen.ts'
import { TICKET } from '../texts.ts'

/** On time: the number, the hour, where to wait, what to have ready. */
export function TicketScreen({ screen, kiosk }: { screen: ScreenOf<'ticket'>; kiosk: Kiosk }) {
  const { ticket } = screen
  return (
    <Frame
      screen={screen}
      kiosk={kiosk}
      verdict={{ icon: 'lengkap', tone: 'tepat' }}
      headline={say(TICKET.onTime, kiosk.lang)}
      actions={<Done kiosk={kiosk} ticket={ticket} />}
    >
      <TicketCard
        ticket={ticket}
        kiosk={kiosk}
        size="large"
        fields={[...windowField(ticket, kiosk), ...callField(ticket, kiosk), ...waitField(ticket, kiosk)]}
      >
        <Documents ticket={ticket} kiosk={kiosk} />
      </TicketCard>
      <PaperLine ticket={ticket} kiosk={kiosk} owed />
    </Frame>
  )
}
