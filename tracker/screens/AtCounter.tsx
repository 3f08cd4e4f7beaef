import type { TrackerView } from '../../protocol/views.ts'
import { Icon } from '../../ui/parts/Icon.tsx'
import { fill, type Lang, SHARED, say } from '../../ui/texts.ts'
import { Facts } from '../parts/Facts.tsx'
import { TicketSheet } from '../parts/TicketSheet.tsx'
import { TEXTS } from '../texts.ts'

/** Called to a counter (`called`, turmeric while the line holds) or being served at it (`serving`). */
export function AtCounter({ view, stale, lang }: { view: TrackerView; stale: boolean; lang: Lang }) {
  const called = view.status === 'called'
  return (
    <TicketSheet view={view} lang={lang} lit={called && !stale} facts={<Facts view={view} lang={lang} />}>
      <p class="menuju">{say(called ? TEXTS.goTo : TEXTS.servedAt, lang)}</p>
      {view.counter !== null && (
        <p class="ke">
          {called && <Icon name="kanan" />}
          {fill(say(SHARED.counter, lang), { loket: view.counter })}
        </p>
      )}
    </TicketSheet>
  )
}
