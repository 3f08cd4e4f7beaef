import { Icon } from '../../ui/parts/Icon.tsx'
import { say } from '../../ui/texts.ts'
import type { Kiosk } from '../deeds.ts'
import { PAPER, PRINTER_WHY } from '../paper-texts.ts'
import { Button } from '../parts/Button.tsx'
import { Frame } from '../parts/Frame.tsx'
import { callField, waitField, windowField } from '../parts/fields.ts'
import { TicketCard } from '../parts/TicketCard.tsx'
import type { ScreenOf } from '../screen.ts'

/** The number is valid without paper: photograph it, write it down, or try once more. */
export function PrinterTroubleScreen({ screen, kiosk }: { screen: ScreenOf<'printer-trouble'>; kiosk: Kiosk }) {
  const { ticket } = screen
  const { lang, perform } = kiosk
  const why = PRINTER_WHY[screen.printer]
  return (
    <Frame
      screen={screen}
      kiosk={kiosk}
      verdict={{ icon: 'cetak', tone: 'rusak' }}
      headline={say(PAPER.trouble, lang)}
      actions={
        <div class="dua">
          <Button icon="ulang" onPress={() => perform({ type: 'reprint' })}>
            {say(PAPER.again, lang)}
          </Button>
          <Button primary onPress={() => perform({ type: 'done' })}>
            {say(PAPER.kept, lang)}
          </Button>
        </div>
      }
    >
      <p class="sub rapat">
        {why !== undefined && `${say(why, lang)} `}
        {say(PAPER.troubleBody, lang)}
      </p>
      <TicketCard
        ticket={ticket}
        kiosk={kiosk}
        size="large"
        fields={[...windowField(ticket, kiosk), ...callField(ticket, kiosk), ...waitField(ticket, kiosk)]}
      >
        <div class="foto">
          <h2>
            <Icon name="kamera" />
            {say(PAPER.photo, lang)}
          </h2>
          <p class="kedua">{say(PAPER.photoBody, lang)}</p>
        </div>
      </TicketCard>
    </Frame>
  )
}
