import type { TrackerView } from '../../protocol/views.ts'
import { FORM } from '../../ui/survey/survey-texts.ts'
import { type Lang, say } from '../../ui/texts.ts'
import { TicketSheet } from '../parts/TicketSheet.tsx'
import { TEXTS } from '../texts.ts'

/**
 * Nothing is waited for any more: every call was missed (`missed`, with the way back) or the visit is `done`, and its owner may be
 * asked how it was; not without a line, which could not take the answers.
 */
export function Over(props: { view: TrackerView; lang: Lang; stale: boolean; onSurvey: (ticketId: string) => void }) {
  const { view, lang, stale, onSurvey } = props
  const missed = view.status === 'missed'
  const asked = view.status === 'done' ? view.survey : null
  return (
    <TicketSheet
      view={view}
      lang={lang}
      facts={
        asked?.status === 'open' &&
        !stale && (
          <>
            <h2>{say(FORM.ask, lang)}</h2>
            <p class="catatan">{say(FORM.askBody, lang)}</p>
            <button type="button" class="tombol utama penuh" onClick={() => onSurvey(asked.ticketId)}>
              {say(FORM.begin, lang)}
            </button>
          </>
        )
      }
    >
      <p class="menuju">{say(missed ? TEXTS.missed : TEXTS.done, lang)}</p>
      {missed && <p class="catatan">{say(TEXTS.missedBody, lang)}</p>}
      {asked?.status === 'answered' && <p class="catatan">{say(FORM.answeredBody, lang)}</p>}
    </TicketSheet>
  )
}
