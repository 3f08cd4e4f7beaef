import { Icon } from '../../ui/parts/Icon.tsx'
import { say } from '../../ui/texts.ts'
import type { Kiosk } from '../deeds.ts'
import type { Ticket } from '../screen.ts'
import { TICKET } from '../texts.ts'

/** The originals that the service asks for. */
export function Documents({ ticket, kiosk }: { ticket: Ticket; kiosk: Kiosk }) {
  if (ticket.documents.length === 0) return null
  return (
    <div class="dokumen">
      <h2 class="judul">{say(TICKET.documents, kiosk.lang)}</h2>
      <ul class="cek">
        {ticket.documents.map((words) => (
          <li key={words.id}>
            <Icon name="berkas" />
            {say(words, kiosk.lang)}
          </li>
        ))}
      </ul>
    </div>
  )
}
