import type { HubCompare, HubOfficeLine } from '../../protocol/hub/board.ts'
import { Card } from '../../ui/desk/Card.tsx'
import { Head } from '../../ui/desk/Head.tsx'
import { useAsked } from '../../ui/desk/use-asked.ts'
import { countText, minutesText, percentOf, percentText } from '../../ui/figures/numbers.ts'
import { SpanPicker } from '../../ui/figures/SpanPicker.tsx'
import { spanText } from '../../ui/figures/span.ts'
import { fill, type Lang, say } from '../../ui/texts.ts'
import type { PageProps } from '../page.ts'
import { Loading } from '../parts/Loading.tsx'
import { ScopePicker } from '../parts/ScopePicker.tsx'
import { type SortColumn, SortTable } from '../parts/SortTable.tsx'
import { TEXTS } from '../texts.ts'
import { PAGE } from './page-texts.ts'
import { scopeOf, scopeQuery } from './scope.ts'
import { useSpan } from './use-span.ts'

/** What is compared, of one office or of all together. */
type Line = HubCompare['all']

/** Per cent of the likely calls that were right. */
const rightOf = ({ promises: { inside, before, after } }: Line): number | null =>
  percentOf(inside, inside + before + after)
const share100 = (share: number | null): number | null => (share === null ? null : 100 * share)

const columnsOf = (regionOf: (id: string) => string, lang: Lang): SortColumn<HubOfficeLine>[] => {
  const count = (n: number) => countText(n, lang)
  const percent = (value: number | null) => percentText(value, lang)
  const largest = { figure: true, first: 'descending' } as const
  const figure = (
    id: string,
    head: string,
    by: (line: HubOfficeLine) => number | null,
    write: (value: number | null) => string,
    first: 'ascending' | 'descending',
  ): SortColumn<HubOfficeLine> => ({ id, head, by, cell: (line) => write(by(line)), figure: true, first })
  return [
    {
      ...{ id: 'name', head: say(TEXTS.office, lang), by: ({ name }) => name },
      cell: ({ office, name }) => <a href={`/figures?office=${office}`}>{name}</a>,
    },
    {
      ...{ id: 'region', head: say(TEXTS.region, lang) },
      ...{ by: ({ region }) => regionOf(region), cell: ({ region }) => regionOf(region) },
    },
    { id: 'days', head: say(PAGE.days, lang), by: ({ days }) => days, cell: ({ days }) => count(days), ...largest },
    {
      ...{ id: 'visits', head: say(PAGE.visits, lang), by: ({ visits }) => visits, ...largest },
      cell: ({ visits }) => count(visits),
    },
    figure('kept', say(PAGE.kept, lang), ({ kept }) => percentOf(kept.within, kept.n), percent, 'ascending'),
    figure(
      'median',
      say(PAGE.median, lang),
      ({ waits }) => waits.medianMin,
      (value) => minutesText(value, lang),
      'descending',
    ),
    figure(
      'p90',
      say(PAGE.p90, lang),
      ({ waits }) => waits.p90Min,
      (value) => minutesText(value, lang),
      'descending',
    ),
    figure('over60', say(PAGE.over60, lang), ({ waits }) => share100(waits.over60), percent, 'descending'),
    figure('right', say(PAGE.right, lang), rightOf, percent, 'ascending'),
    {
      ...{ id: 'absent', head: say(PAGE.absent, lang), by: ({ noShows }) => noShows, ...largest },
      cell: ({ noShows }) => count(noShows),
    },
    figure(
      'absent-share',
      say(PAGE.absentShare, lang),
      ({ noShows, booked }) => percentOf(noShows, booked),
      percent,
      'descending',
    ),
  ]
}

/** The last row: all visits of the offices together, so that its median is everybody's and no mean of medians. */
const footOf = (all: Line, lang: Lang): string[] => {
  const { days, visits, kept, waits, booked, noShows } = all
  return [
    ...[say(PAGE.together, lang), '', countText(days, lang), countText(visits, lang)],
    percentText(percentOf(kept.within, kept.n), lang),
    ...[minutesText(waits.medianMin, lang), minutesText(waits.p90Min, lang)],
    ...[percentText(share100(waits.over60), lang), percentText(rightOf(all), lang)],
    ...[countText(noShows, lang), percentText(percentOf(noShows, booked), lang)],
  ]
}

/** Offices beside each other in a span of days. */
export function ComparePage(props: PageProps) {
  const { api, board, lang, query, onQuery } = props
  const { today, kind, picked, asked, choose } = useSpan(props)
  const scope = { ...scopeOf(query, board), office: null }
  const wanted = `from=${asked.from}&until=${asked.until}${scopeQuery(scope)}`
  const loaded = useAsked(() => api.compare(wanted), wanted)
  const compared = loaded.value
  const lines = compared?.offices ?? []
  const rentang = spanText(asked, lang)
  const regionOf = (id: string) => board.regions.find((region) => region.id === id)?.name ?? id
  return (
    <>
      <Head
        name={say(PAGE.compareHead, lang)}
        about={compared === null ? rentang : fill(say(PAGE.compareAbout, lang), { rentang, n: lines.length })}
      >
        <ScopePicker {...{ board, scope, lang }} regionsOnly onChoose={(next) => onQuery({ ...next })} />
        <SpanPicker {...{ kind, today, lang }} span={picked} onChoose={choose} />
      </Head>
      <Loading loaded={loaded} lang={lang} />
      {compared !== null && (
        <Card id="bandingkan" head={say(PAGE.compareTable, lang)} aside={say(PAGE.compareAside, lang)} wide>
          <SortTable
            label={say(PAGE.compareTable, lang)}
            columns={columnsOf(regionOf, lang)}
            rows={lines}
            keyOf={({ office }) => office}
            start={{ id: 'kept', direction: 'ascending' }}
            empty={say(PAGE.empty, lang)}
            lang={lang}
            foot={footOf(compared.all, lang)}
          />
          {lines.length > 0 && <p class="label jarak">{say(PAGE.togetherWhy, lang)}</p>}
        </Card>
      )}
    </>
  )
}
