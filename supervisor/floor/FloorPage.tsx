import { useState } from 'preact/hooks'
import { Alerts } from '../../protocol/desk/floor.ts'
import { useLive } from '../../ui/connection.ts'
import { Head } from '../../ui/desk/Head.tsx'
import { Notice } from '../../ui/desk/Notice.tsx'
import { useAsked } from '../../ui/desk/use-asked.ts'
import { useNow } from '../../ui/now.ts'
import { Icon } from '../../ui/parts/Icon.tsx'
import { fill, say } from '../../ui/texts.ts'
import { clockTime, dayText } from '../../ui/time.ts'
import { FORM } from '../office/form-texts.ts'
import type { PageProps } from '../page.ts'
import { TEXTS } from '../texts.ts'
import { AlertList } from './AlertList.tsx'
import { Arrivals } from './Arrivals.tsx'
import { Counters } from './Counters.tsx'
import { LoadChart } from './LoadChart.tsx'
import { Outages } from './Outages.tsx'
import { Question } from './Question.tsx'
import { Queues } from './Queues.tsx'
import type { Questioned } from './questioned.ts'
import { Tickets } from './Tickets.tsx'
import { FLOOR } from './texts.ts'
import { useAct } from './use-act.ts'

const ALERTS_MS = 15_000

/** The floor as it is now: who serves whom, who waits, what is about to break, and what would help. */
export function FloorPage({ api, overview, lang, go }: PageProps) {
  const live = useLive({ role: 'supervisor' })
  const view = live.status === 'live' || live.status === 'stale' ? live.view : null
  const now = useNow(view)
  const alerts = useAsked(() => api.get('/floor/alerts', Alerts), 'alerts', ALERTS_MS)
  const act = useAct(api, lang)
  const [question, setQuestion] = useState<Questioned | null>(null)

  if (view === null || now === null)
    return (
      <>
        <Head name={say(FLOOR.name, lang)} about="" />
        <div class="memuat" role="status">
          {say(TEXTS.loading, lang)}
        </div>
      </>
    )
  const { zone } = view.office
  const about =
    live.status === 'stale'
      ? fill(say(FLOOR.stale, lang), { jam: clockTime(view.at, zone) })
      : view.day === null
        ? say(FLOOR.dayClosed, lang)
        : fill(say(FLOOR.dayOpen, lang), { hari: dayText(view.day, lang) })
  const ask = async (wish: Parameters<typeof act.ask>[0]): Promise<boolean> => {
    const taken = await act.ask(wish)
    if (taken) void alerts.again()
    return taken
  }
  const parts = { view, now, lang, onQuestion: setQuestion }
  return (
    <>
      <Head name={say(FLOOR.name, lang)} about={about}>
        <button type="button" class="tombol" onClick={() => setQuestion({ kind: 'announce' })}>
          <Icon name="suara" />
          {say(FLOOR.announce, lang)}
        </button>
        {view.outage === null && (
          <button type="button" class="tombol" onClick={() => setQuestion({ kind: 'outage' })}>
            <Icon name="putus" />
            {say(FLOOR.recordOutage, lang)}
          </button>
        )}
        <b class="jam besar">{clockTime(now, zone)}</b>
      </Head>
      <Notice tone={act.notice?.tone ?? 'tepat'} text={act.notice?.text ?? null} />
      {overview.example && (
        <Notice tone="nanti" text={say(FORM.setUpExample, lang)}>
          <button type="button" class="tombol" onClick={() => go('/supervisor/office/setup')}>
            {say(FORM.setUpOpen, lang)}
          </button>
        </Notice>
      )}
      <Outages {...parts} busy={act.busy} onAsk={ask} />
      <AlertList {...parts} loaded={alerts} busy={act.busy} onAsk={ask} onGo={go} />
      <div class="dua-kolom">
        <div class="kolom">
          <Counters {...parts} />
          <Queues {...parts} />
          <Tickets {...parts} api={api} />
        </div>
        <div class="kolom">
          <LoadChart {...parts} />
          <Arrivals {...parts} />
        </div>
      </div>
      {question !== null && (
        <Question
          {...parts}
          api={api}
          question={question}
          busy={act.busy}
          trouble={act.notice?.tone === 'rusak' ? act.notice.text : null}
          onAsk={ask}
          onClose={() => setQuestion(null)}
        />
      )}
    </>
  )
}
