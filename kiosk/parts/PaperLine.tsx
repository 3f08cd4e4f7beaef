import { Icon, type IconName } from '../../ui/parts/Icon.tsx'
import { say } from '../../ui/texts.ts'
import type { Kiosk } from '../deeds.ts'
import type { Ticket } from '../screen.ts'
import { TICKET } from '../texts.ts'

type PaperLineProps = {
  ticket: Ticket
  kiosk: Kiosk
  /** This visit makes a paper. */
  owed: boolean
  short?: boolean
}

/** Where the paper is. It is said to be below only once it is out. */
export function PaperLine({ ticket, kiosk, owed, short = false }: PaperLineProps) {
  const line = (icon: IconName, words: keyof typeof TICKET, more = false) => (
    <p class={owed ? 'kertas-tiket' : 'kertas-tiket kedua'}>
      <Icon name={icon} />
      <span>
        {say(TICKET[words], kiosk.lang)}
        {more && <span class="kedua"> {say(TICKET.watch, kiosk.lang)}</span>}
      </span>
    </p>
  )
  if (ticket.paper === 'queued' || ticket.paper === 'sending') return line('cetak', 'paperComing')
  // Whoever is called goes to the counter; the waiting room's screen is for those who wait.
  if (!owed) return ticket.counter === null ? line('info', 'watch') : null
  return line('bawah', 'paperOut', !short)
}
