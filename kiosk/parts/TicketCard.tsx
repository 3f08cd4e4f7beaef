import type { ComponentChildren } from 'preact'
import { LaneBadge } from '../../ui/parts/LaneBadge.tsx'
import { NumberText } from '../../ui/parts/NumberText.tsx'
import { say } from '../../ui/texts.ts'
import type { Kiosk } from '../deeds.ts'
import type { Ticket } from '../screen.ts'

/** One fact of a ticket. `tone` colours what this verdict is about. */
export type Field = { label: string; value: string; clock?: boolean; tone?: 'nanti' | 'lewat' }

type TicketCardProps = {
  ticket: Ticket
  kiosk: Kiosk
  /** Height of the number: alone on the upper half, above two large facts, or beside one. */
  size: 'large' | 'medium' | 'small'
  fields: readonly Field[]
  /** Below the perforation: what is about the person. */
  children: ComponentChildren
}

/** The ticket itself, as the paper says it: lane, service, number, facts, perforation. */
export function TicketCard({ ticket, kiosk, size, fields, children }: TicketCardProps) {
  const long = ticket.number.length > 4
  return (
    <section class={`lembar tiket tiket-${size}`}>
      <div class="atas">
        <div class="baris">
          <span>
            <LaneBadge lane={ticket.lane} /> {say(ticket.lane.name, kiosk.lang)}
          </span>
          <span>{say(ticket.service, kiosk.lang)}</span>
        </div>
        <div class="utama-tiket">
          <p>
            <NumberText number={ticket.number} class={long ? 'panjang' : ''} />
          </p>
          <dl class="fakta">
            {fields.map((field) => (
              <div key={field.label}>
                <dt class="label">{field.label}</dt>
                <dd class={`nilai ${field.clock ? 'jam' : ''} ${field.tone ?? ''}`}>{field.value}</dd>
              </div>
            ))}
          </dl>
        </div>
      </div>
      <div class="sobek">
        <i class="gigit l" />
        <i class="gigit r" />
      </div>
      <div class="bawahan">{children}</div>
    </section>
  )
}
