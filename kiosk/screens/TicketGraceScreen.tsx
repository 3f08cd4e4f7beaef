import { say } from '../../ui/texts.ts'
import { clockTime } from '../../ui/time.ts'
import type { Kiosk } from '../deeds.ts'
import { Done } from '../parts/Actions.tsx'
import { Documents } from '../parts/Documents.tsx'
import { Frame } from '../parts/Frame.tsx'
import { likelyField, waitField, windowField } from '../parts/fields.ts'
import { PaperLine } from '../parts/PaperLine.tsx'
import { Say } from '../parts/Say.tsx'
import { TicketCard } from '../parts/TicketCard.tsx'
import type { ScreenOf } from '../screen.ts'
import { TICKET } from '../texts.ts'

/** Late within the grace: as on time, with the minute from which the turn counts. */
export function TicketGraceScreen({ screen, kiosk }: { screen: ScreenOf<'ticket-grace'>; kiosk: Kiosk }) {
  const { ticket } = screen
  return (
    <Frame
      screen={screen}
      kiosk={kiosk}
      verdict={{ icon: 'lengkap', tone: 'tepat' }}
      headline={say(TICKET.grace, kiosk.lang)}
      actions={<Done kiosk={kiosk} ticket={ticket} />}
    >
      {!ticket.priority && (
        <p class="sub rapat">
          <Say words={TICKET.graceBody} lang={kiosk.lang} fills={{ jam: clockTime(ticket.turnAt, kiosk.zone) }} />
        </p>
      )}
      <TicketCard
        ticket={ticket}
        kiosk={kiosk}
        size="large"
        fields={[...windowField(ticket, kiosk), ...likelyField(ticket, kiosk), ...waitField(ticket, kiosk)]}
      >
        <Documents ticket={ticket} kiosk={kiosk} />
      </TicketCard>
      <PaperLine ticket={ticket} kiosk={kiosk} owed />
    </Frame>
  )
}
