import { useState } from 'preact/hooks'
import { FiguresPage as Answer, type Span } from '../../protocol/desk/figures.ts'
import type { DayStamp } from '../../protocol/ids.ts'
import { Head } from '../../ui/desk/Head.tsx'
import { useAsked } from '../../ui/desk/use-asked.ts'
import { countText } from '../../ui/figures/numbers.ts'

import { SpanPicker } from '../../ui/figures/SpanPicker.tsx'
import { isSpan, type SpanKind, spanAround, spanText } from '../../ui/figures/span.ts'
import { Icon } from '../../ui/parts/Icon.tsx'
import { fill, type Lang, say } from '../../ui/texts.ts'
import { dayText } from '../../ui/time.ts'
import type { PageProps } from '../page.ts'
import { Downloads } from '../parts/Downloads.tsx'
import { Loading } from '../parts/Loading.tsx'
import { exportPath, FigureTables } from './FigureTables.tsx'
import { PageOverview } from './PageOverview.tsx'
import { ReportPage } from './ReportPage.tsx'
import { FIGURES_PAGE } from './texts.ts'

function Empty(props: { since: DayStamp | null; lang: Lang; onShow: (day: DayStamp) => void }) {
  const { since, lang, onShow } = props
  return (
    <div class="kartu kosong-angka">
      <p>{say(FIGURES_PAGE.empty, lang)}</p>
      {since === null ? (
        <p class="label">{say(FIGURES_PAGE.emptyEver, lang)}</p>
      ) : (
        <>
          <p class="label">{fill(say(FIGURES_PAGE.emptyAct, lang), { hari: dayText(since, lang) })}</p>
          <button type="button" class="tombol" onClick={() => onShow(since)}>
            {say(FIGURES_PAGE.showSince, lang)}
          </button>
        </>
      )}
    </div>
  )
}

function Shown({ api, overview, lang }: PageProps) {
  const today = overview.day
  const [kind, setKind] = useState<SpanKind>('any')
  const [span, setSpan] = useState<Span>(spanAround('any', today))
  // What was typed and is no span is said beside it; the last figures stay.
  const [asked, setAsked] = useState(span)
  const query = `from=${asked.from}&until=${asked.until}&lang=${lang}`
  const loaded = useAsked(() => api.get(`/figures?${query}`, Answer), query)
  const page = loaded.value
  const choose = (nextKind: SpanKind, next: Span): void => {
    setKind(nextKind)
    setSpan(next)
    if (isSpan(next)) setAsked(next)
  }
  const isEmpty = page !== null && page.figures.headline.visits === 0
  const about = fill(say(FIGURES_PAGE.about, lang), {
    rentang: spanText(asked, lang),
    hari: countText(page?.figures.headline.days ?? 0, lang),
    n: countText(page?.figures.headline.visits ?? 0, lang),
  })
  return (
    <>
      <Head name={say(FIGURES_PAGE.head, lang)} about={page === null ? spanText(asked, lang) : about}>
        <SpanPicker {...{ kind, span, today, lang }} onChoose={choose} />
        {page !== null && !isEmpty && (
          <Downloads path={exportPath(page.figures)} lang={lang} of={say(FIGURES_PAGE.allTables, lang)} />
        )}
        <a
          class="tombol"
          href={`/supervisor/figures/report?month=${asked.until.slice(0, 7)}`}
          target="_blank"
          rel="noreferrer"
        >
          <Icon name="cetak" />
          {say(FIGURES_PAGE.report, lang)}
        </a>
      </Head>
      <Loading loaded={loaded} lang={lang} />
      {isEmpty && (
        <Empty since={page.figures.since} lang={lang} onShow={(day) => choose('day', { from: day, until: day })} />
      )}
      {page !== null && !isEmpty && (
        <>
          <PageOverview page={page} lang={lang} />
          <FigureTables page={page} lang={lang} />
        </>
      )}
    </>
  )
}

/** The figures of any span of days, or with the part `report` a month of them for paper. */
export function FiguresPage(props: PageProps) {
  return props.part === 'report' ? <ReportPage {...props} /> : <Shown {...props} />
}
