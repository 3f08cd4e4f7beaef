import { FiguresPage as Answer } from '../../protocol/desk/figures.ts'
import { useAsked } from '../../ui/desk/use-asked.ts'
import { countText } from '../../ui/figures/numbers.ts'
import { monthOf } from '../../ui/figures/span.ts'
import { Icon } from '../../ui/parts/Icon.tsx'
import { say } from '../../ui/texts.ts'
import { dayParts, dayText } from '../../ui/time.ts'
import type { PageProps } from '../page.ts'
import { Loading } from '../parts/Loading.tsx'
import { FigureTables } from './FigureTables.tsx'
import { PageOverview } from './PageOverview.tsx'
import { FIGURES_PAGE } from './texts.ts'

/** What an office head reads on two or three pages; the other tables are in the workbook. */
const ON_PAPER = [
  'lanes',
  'kept',
  'arrivals',
  'stages',
  'counters',
  'walk-ins',
  'documents',
  'overrides',
  'outages',
  'paper',
]

/** `2026-11` of the address, or the month before this one's first day when it names none. */
const monthAsked = (today: string): string =>
  /[?&]month=(\d{4}-(?:0[1-9]|1[0-2]))(?:&|$)/.exec(location.search)?.[1] ?? today.slice(0, 7)

/** The monthly report, for A4: what stands around it on the screen is not printed. */
export function ReportPage({ api, overview, lang, go }: PageProps) {
  const today = overview.day
  const span = monthOf(`${monthAsked(today)}-01`)
  const query = `from=${span.from}&until=${span.until}&lang=${lang}`
  const loaded = useAsked(() => api.get(`/figures?${query}`, Answer), query)
  const { month, year } = dayParts(span.from, lang)
  const page = loaded.value
  return (
    <div class="laporan">
      <p class="bukan-cetak tindakan">
        <button type="button" class="tombol" onClick={() => go('/supervisor/figures')}>
          <Icon name="kiri" />
          {say(FIGURES_PAGE.back, lang)}
        </button>
        <button type="button" class="tombol utama" disabled={page === null} onClick={() => print()}>
          <Icon name="cetak" />
          {say(FIGURES_PAGE.print, lang)}
        </button>
      </p>
      <header>
        <h1>{say(FIGURES_PAGE.reportHead, lang)}</h1>
        <p>
          {overview.office}, {month} {year}
        </p>
        {page !== null && (
          <p class="label">
            {countText(page.figures.headline.visits, lang)} {lang === 'id' ? 'pemohon' : 'visitors'},{' '}
            {countText(page.figures.headline.days, lang)} {lang === 'id' ? 'hari kerja' : 'working days'},{' '}
            {dayText(today, lang)}
          </p>
        )}
      </header>
      <Loading loaded={loaded} lang={lang} />
      {page !== null && page.figures.headline.visits === 0 && <p class="kosong">{say(FIGURES_PAGE.empty, lang)}</p>}
      {page !== null && page.figures.headline.visits > 0 && (
        <>
          <PageOverview page={page} lang={lang} />
          <FigureTables page={page} lang={lang} plain only={(id) => ON_PAPER.includes(id)} />
          <p class="label">
            <b>{say(FIGURES_PAGE.definitions, lang)}.</b> {say(FIGURES_PAGE.definitionsText, lang)}
          </p>
        </>
      )}
    </div>
  )
}
