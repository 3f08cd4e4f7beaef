import { say } from '../../ui/texts.ts'
import { clockTime, rangeText } from '../../ui/time.ts'
import type { Kiosk } from '../deeds.ts'
import { Done } from '../parts/Actions.tsx'
import { Frame } from '../parts/Frame.tsx'
import { HourRibbon } from '../parts/HourRibbon.tsx'
import { PaperLine } from '../parts/PaperLine.tsx'
import { Say } from '../parts/Say.tsx'
import { TicketCard } from '../parts/TicketCard.tsx'
import type { ScreenOf } from '../screen.ts'
import { TICKET } from '../texts.ts'

/** Early: the turn is kept until its hour, and may come sooner when a counter is free. */
export function EarlyScreen({ screen, kiosk }: { screen: ScreenOf<'early'>; kiosk: Kiosk }) {
  const { ticket } = screen
  const { lang, zone } = kiosk
  const startAt = ticket.window?.startAt ?? ticket.turnAt
  const jam = clockTime(startAt, zone)
  const soonAlready = kiosk.now !== null && ticket.callableFromAt <= kiosk.now
  return (
    <Frame
      screen={screen}
      kiosk={kiosk}
      verdict={{ icon: 'tahan', tone: 'nanti' }}
      headline={say(TICKET.early, lang)}
      actions={<Done kiosk={kiosk} ticket={ticket} />}
    >
      <p class="sub rapat kedua">{say(TICKET.earlyBody, lang)}</p>
      <TicketCard
        ticket={ticket}
        kiosk={kiosk}
        size="small"
        fields={[{ label: say(TICKET.callsFrom, lang), value: jam, clock: true, tone: 'nanti' }]}
      >
        {ticket.window && (
          <HourRibbon kiosk={kiosk} window={ticket.window} turnAt={startAt} range={ticket.range} tone="nanti" />
        )}
        <p class="sub">
          <Say
            words={soonAlready ? TICKET.earlyNow : TICKET.earlyFrom}
            lang={lang}
            fills={{ jam, n: clockTime(ticket.callableFromAt, zone) }}
          />
          {ticket.range && (
            <>
              {' '}
              <Say words={TICKET.earlyLikely} lang={lang} fills={{ kira: rangeText(ticket.range, zone) }} />
            </>
          )}
        </p>
        <p class="sub">
          <Say words={TICKET.sit} lang={lang} fills={{ ruang: say(ticket.waitAt, lang) }} />
        </p>
      </TicketCard>
      <PaperLine ticket={ticket} kiosk={kiosk} owed short />
    </Frame>
  )
}
