import type { TrackerView } from '../../protocol/views.ts'
import { type Lang, say } from '../../ui/texts.ts'
import { TicketSheet } from '../parts/TicketSheet.tsx'
import { TEXTS } from '../texts.ts'

/** Nothing is waited for any more: every call was missed (`missed`, with the way back) or the visit is `done`. */
export function Over({ view, lang }: { view: TrackerView; lang: Lang }) {
  const missed = view.status === 'missed'
  return (
    <TicketSheet view={view} lang={lang}>
      <p class="menuju">{say(missed ? TEXTS.missed : TEXTS.done, lang)}</p>
      {missed && <p class="catatan">{say(TEXTS.missedBody, lang)}</p>}
    </TicketSheet>
  )
}
