import { say } from '../../ui/texts.ts'
import { clockTime } from '../../ui/time.ts'
import type { Kiosk } from '../deeds.ts'
import { Done, StaffAndDone } from '../parts/Actions.tsx'
import { Frame } from '../parts/Frame.tsx'
import { likelyField, windowField } from '../parts/fields.ts'
import { HourRibbon } from '../parts/HourRibbon.tsx'
import { PaperLine } from '../parts/PaperLine.tsx'
import { Say } from '../parts/Say.tsx'
import { TicketCard } from '../parts/TicketCard.tsx'
import type { ScreenOf } from '../screen.ts'
import { TICKET } from '../texts.ts'

/** After the grace: served today all the same; by how much the turn moved, and why. */
export function LateScreen({ screen, kiosk }: { screen: ScreenOf<'late'>; kiosk: Kiosk }) {
  const { ticket } = screen
  const { lang, zone } = kiosk
  const turn = {
    label: say(TICKET.turn, lang),
    value: clockTime(ticket.turnAt, zone),
    clock: true,
    tone: 'lewat',
  } as const
  return (
    <Frame
      screen={screen}
      kiosk={kiosk}
      verdict={{ icon: 'mundur', tone: 'lewat' }}
      headline={say(TICKET.late, lang)}
      actions={ticket.paper === 'unproven' ? <Done kiosk={kiosk} ticket={ticket} /> : <StaffAndDone kiosk={kiosk} />}
    >
      {ticket.setBackMin > 0 && (
        <p class="sub rapat kedua">
          <Say words={TICKET.lateBody} lang={lang} fills={{ n: String(ticket.setBackMin) }} />
        </p>
      )}
      <TicketCard
        ticket={ticket}
        kiosk={kiosk}
        size="medium"
        fields={[...(ticket.priority ? [] : [turn]), ...(ticket.range ? likelyField : windowField)(ticket, kiosk)]}
      >
        {ticket.window && (
          <HourRibbon kiosk={kiosk} window={ticket.window} turnAt={ticket.turnAt} range={ticket.range} tone="lewat" />
        )}
        <p class="sub">{say(TICKET.lateOrder, lang)}</p>
        <p class="sub">
          <Say words={TICKET.sit} lang={lang} fills={{ ruang: say(ticket.waitAt, lang) }} />
        </p>
      </TicketCard>
      <PaperLine ticket={ticket} kiosk={kiosk} owed short />
    </Frame>
  )
}
