import { Head } from '../../ui/desk/Head.tsx'
import { useAsked } from '../../ui/desk/use-asked.ts'
import { FigureTables } from '../../ui/figures/FigureTables.tsx'
import { countText } from '../../ui/figures/numbers.ts'
import { Overview } from '../../ui/figures/Overview.tsx'
import { SpanPicker } from '../../ui/figures/SpanPicker.tsx'
import { spanText } from '../../ui/figures/span.ts'
import { fill, say } from '../../ui/texts.ts'
import type { PageProps } from '../page.ts'
import { Loading } from '../parts/Loading.tsx'
import { ScopePicker } from '../parts/ScopePicker.tsx'
import { PAGE } from './page-texts.ts'
import { scopeOf, scopeQuery, scopeText } from './scope.ts'
import { useSpan } from './use-span.ts'

/** The figures of an office, a region or all of them in a span of days. */
export function FiguresPage(props: PageProps) {
  const { api, board, lang, query, onQuery } = props
  const { today, kind, picked, asked, choose } = useSpan(props)
  const scope = scopeOf(query, board)
  const wanted = `from=${asked.from}&until=${asked.until}${scopeQuery(scope)}&lang=${lang}`
  const loaded = useAsked(() => api.figures(wanted), wanted)
  const page = loaded.value
  const rentang = spanText(asked, lang)
  const name = scopeText(scope, board, lang)
  const about =
    page === null
      ? rentang
      : fill(say(PAGE.figuresAbout, lang), {
          ...{ rentang, kantor: countText(page.offices, lang), hari: countText(page.figures.headline.days, lang) },
          n: countText(page.figures.headline.visits, lang),
        })
  return (
    <>
      <Head name={say(PAGE.figuresHead, lang)} about={about}>
        <ScopePicker {...{ board, scope, lang }} onChoose={(next) => onQuery({ ...next })} />
        <SpanPicker {...{ kind, today, lang }} span={picked} onChoose={choose} />
      </Head>
      <Loading loaded={loaded} lang={lang} />
      {page !== null && (
        <>
          <h2 class="judul-cakupan">{name}</h2>
          {page.figures.headline.visits === 0 ? (
            <p class="kartu">{say(PAGE.empty, lang)}</p>
          ) : (
            <>
              <Overview
                figures={page.figures}
                limitMin={page.limitMin}
                about={say(PAGE.waitsAbout, lang)}
                lang={lang}
              />
              <FigureTables tables={page.tables} lang={lang} />
              {scope.office === null && <p class="label">{say(PAGE.manyOffices, lang)}</p>}
            </>
          )}
        </>
      )}
    </>
  )
}
