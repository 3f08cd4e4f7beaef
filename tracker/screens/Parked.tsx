import type { TrackerView } from '../../protocol/views.ts'
import { type Lang, say } from '../../ui/texts.ts'
import { Facts } from '../parts/Facts.tsx'
import { TicketSheet } from '../parts/TicketSheet.tsx'
import { TEXTS } from '../texts.ts'

/** Set aside to fetch or mend papers: back without queueing again. */
export function Parked({ view, lang }: { view: TrackerView; lang: Lang }) {
  return (
    <TicketSheet view={view} lang={lang} facts={<Facts view={view} lang={lang} />}>
      <p class="menuju">{say(TEXTS.parked, lang)}</p>
      <p class="catatan">{say(TEXTS.parkedBody, lang)}</p>
    </TicketSheet>
  )
}
