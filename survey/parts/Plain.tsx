import type { Words } from '../../protocol/ids.ts'
import { FORM } from '../../ui/survey/survey-texts.ts'
import { fill, type Lang, SHARED, say } from '../../ui/texts.ts'
import type { SurveyScreen } from '../choose-screen.ts'
import { TEXTS } from '../texts.ts'

type PlainScreen = Exclude<SurveyScreen['screen'], 'form' | 'start'>

const WORDS: Record<PlainScreen, { head: Words; body: Words | null }> = {
  loading: { head: TEXTS.loading, body: null },
  'not-paired': { head: SHARED.notPaired, body: SHARED.howToPair },
  offline: { head: TEXTS.offline, body: TEXTS.offlineBody },
  closed: { head: TEXTS.closed, body: TEXTS.closedBody },
  absent: { head: TEXTS.absent, body: TEXTS.absentBody },
}

/** A screen that says one thing; from `absent` a touch leads back. */
export function Plain({
  screen,
  lang,
  place,
  onBack,
}: {
  screen: PlainScreen
  lang: Lang
  place: string
  onBack: () => void
}) {
  const { head, body } = WORDS[screen]
  return (
    <>
      <div class="tanya" role="status">
        <h1>{say(head, lang)}</h1>
        {body !== null && <p class="sub">{fill(say(body, lang), { role: 'survey', place })}</p>}
      </div>
      <div class="jawab">
        {screen === 'absent' && (
          <button type="button" class="tombol utama" onClick={onBack}>
            {say(FORM.back, lang)}
          </button>
        )}
      </div>
    </>
  )
}
