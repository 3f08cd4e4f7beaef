import { Icon, type IconName } from '../../ui/parts/Icon.tsx'
import { fill, say } from '../../ui/texts.ts'
import type { Kiosk } from '../deeds.ts'
import { PAPER } from '../paper-texts.ts'
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
  const { lang } = kiosk
  const line = (icon: IconName, words: string, more = false) => (
    <p class={owed ? 'kertas-tiket' : 'kertas-tiket kedua'}>
      <Icon name={icon} />
      <span>
        {words}
        {more && <span class="kedua"> {say(TICKET.watch, lang)}</span>}
      </span>
    </p>
  )
  const { paper, paperAt } = ticket
  if (owed && paperAt !== null) return line('cetak', fill(say(PAPER.elsewhere, lang), { kios: paperAt }))
  if (paper === 'queued' || paper === 'sending') return line('cetak', say(TICKET.paperComing, lang))
  // Whoever is called goes to the counter; the waiting room's screen is for those who wait.
  if (!owed) return ticket.counter === null ? line('info', say(TICKET.watch, lang)) : null
  if (paper === 'unproven') return line('bawah', say(PAPER.ask, lang))
  return line('bawah', say(TICKET.paperOut, lang), !short)
}
