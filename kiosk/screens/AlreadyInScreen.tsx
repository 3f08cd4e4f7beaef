import { fill, say } from '../../ui/texts.ts'
import type { Kiosk } from '../deeds.ts'
import { DoneButton } from '../parts/Actions.tsx'
import { Button } from '../parts/Button.tsx'
import { Documents } from '../parts/Documents.tsx'
import { Frame } from '../parts/Frame.tsx'
import { callField, waitField, windowField } from '../parts/fields.ts'
import { PaperLine } from '../parts/PaperLine.tsx'
import { TicketCard } from '../parts/TicketCard.tsx'
import type { ScreenOf } from '../screen.ts'
import { TICKET } from '../texts.ts'

/**
 * The code was presented before: the same number, its place unchanged, and another paper on request. Whoever is being
 * called is sent to the counter instead.
 */
export function AlreadyInScreen({ screen, kiosk }: { screen: ScreenOf<'already-in'>; kiosk: Kiosk }) {
  const { ticket } = screen
  const { lang, perform } = kiosk
  const { counter } = ticket
  return (
    <Frame
      screen={screen}
      kiosk={kiosk}
      verdict={{ icon: 'lengkap', tone: 'tepat' }}
      headline={counter === null ? say(TICKET.alreadyIn, lang) : fill(say(TICKET.called, lang), { loket: counter })}
      actions={
        <div class="dua">
          <Button icon="cetak" onPress={() => perform({ type: 'reprint' })}>
            {say(TICKET.reprint, lang)}
          </Button>
          <DoneButton kiosk={kiosk} />
        </div>
      }
    >
      <p class="sub rapat kedua">{say(counter === null ? TICKET.alreadyInBody : TICKET.calledBody, lang)}</p>
      <TicketCard
        ticket={ticket}
        kiosk={kiosk}
        size={counter === null ? 'large' : 'small'}
        fields={
          counter === null
            ? [...windowField(ticket, kiosk), ...callField(ticket, kiosk), ...waitField(ticket, kiosk)]
            : waitField(ticket, kiosk)
        }
      >
        <Documents ticket={ticket} kiosk={kiosk} />
      </TicketCard>
      <PaperLine ticket={ticket} kiosk={kiosk} owed={false} short />
    </Frame>
  )
}
