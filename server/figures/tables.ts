import type { Figures, FigureTable, FigureUnit, WaitsOf } from '../../protocol/desk/figures.ts'
import type { Words } from '../../protocol/ids.ts'
import type { Office } from '../../protocol/office.ts'
import { namesIn } from './names.ts'
import { TABLE_WORDS as W } from './table-words.ts'

type Column = readonly [name: Words, unit: FigureUnit]
type Lang = 'id' | 'en'
type Row = readonly (string | number | null)[]

const table = (
  id: string,
  [name, about]: readonly [Words, Words],
  columns: readonly Column[],
  rows: readonly Row[],
): FigureTable => ({
  id,
  name,
  about,
  columns: columns.map(([title, unit]) => ({ name: title, unit })),
  rows: rows.map((row) => [...row]),
})

/** To so many decimals; null stays null. */
const round = (value: number | null, digits: number): number | null =>
  value === null ? null : Math.round(value * 10 ** digits) / 10 ** digits
const minutes = (value: number | null): number | null => round(value, 1)
const percent = (share: number | null): number | null => round(share === null ? null : share * 100, 1)
const part = (n: number, of: number): number | null => (of === 0 ? null : percent(n / of))

const WAITS: readonly Column[] = [
  [W.visitors, 'count'],
  [W.median, 'minutes'],
  [W.nineOfTen, 'minutes'],
  [W.over30, 'share'],
  [W.over60, 'share'],
]
const QUEUED: Column = [W.allStages, 'minutes']

type PlainWaits = Figures['stages'][number]['waits']
const waitCells = ({ n, medianMin, p90Min, over30, over60 }: PlainWaits): Row => [
  ...[n, minutes(medianMin), minutes(p90Min)],
  ...[percent(over30), percent(over60)],
]

const waitsTable = (
  id: string,
  words: readonly [Words, Words],
  title: Words,
  rows: readonly WaitsOf[],
  nameOf: (key: string) => string,
): FigureTable =>
  table(
    id,
    words,
    [[title, 'text'], ...WAITS, QUEUED],
    rows.map(({ key, queuedMin, ...waits }) => [nameOf(key), ...waitCells(waits), minutes(queuedMin)]),
  )

/**
 * The figures as tables that people take away, the most read first. Cells are in one language, minutes to a tenth, shares as
 * per cent. What the office's document names no more stands under its code.
 */
export const tablesOf = (figures: Figures, office: Office, lang: Lang): FigureTable[] => {
  const names = namesIn(office, lang)
  const { headline, before } = figures
  const counts = (
    id: string,
    words: readonly [Words, Words],
    title: Words,
    of: Figures['walkIns'],
    nameOf: (key: string) => string,
  ) =>
    table(
      id,
      words,
      [
        [title, 'text'],
        [W.count, 'count'],
        [W.share, 'share'],
      ],
      of.map(({ key, n }) => [
        nameOf(key),
        n,
        part(
          n,
          of.reduce((sum, one) => sum + one.n, 0),
        ),
      ]),
    )
  const summary = (of: Figures['headline'] | null): (number | null)[] =>
    of === null
      ? []
      : [
          ...[of.days, of.visits, part(of.kept.within, of.kept.n), part(of.kept.upTo30, of.kept.n)],
          ...[part(of.kept.later, of.kept.n), minutes(of.waits.medianMin), minutes(of.waits.p90Min)],
          ...[percent(of.waits.over30), percent(of.waits.over60), minutes(of.waits.queuedMin), minutes(of.officeMin)],
          ...[part(of.promises.inside, of.promises.inside + of.promises.before + of.promises.after)],
          ...[of.booked, of.noShows, part(of.noShows, of.booked)],
        ]
  const [now, then] = [summary(headline), summary(before?.headline ?? null)]
  return [
    waitsTable('lanes', W.lanes, W.lane, figures.byLane, names.lane),
    table(
      'summary',
      W.summary,
      [
        [W.figure, 'text'],
        [W.thisSpan, 'count'],
        [W.spanBefore, 'count'],
      ],
      W.summaryRows.map((name, i) => [name[lang], now[i] ?? null, then[i] ?? null]),
    ),
    waitsTable('windows', W.windows, W.window, figures.byWindow, names.window),
    waitsTable('hours', W.hours, W.hour, figures.byHour, names.hour),
    waitsTable('arrivals', W.arrivals, W.arrival, figures.byArrival, names.arrival),
    table(
      'punctuality',
      W.punctuality,
      [
        [W.arrival, 'text'],
        [W.visitors, 'count'],
        [W.offWindow, 'minutes'],
      ],
      figures.arrivals.map(({ key, n, offMin }) => [names.arrival(key), n, minutes(offMin)]),
    ),
    table(
      'kept',
      W.kept,
      [
        [W.window, 'text'],
        [W.visitors, 'count'],
        [W.within, 'share'],
        [W.upTo30, 'share'],
        [W.later, 'share'],
      ],
      figures.keptByWindow.map(({ key, n, within, upTo30, later }) => [
        ...[names.window(key), n, part(within, n), part(upTo30, n), part(later, n)],
      ]),
    ),
    table(
      'stages',
      W.stages,
      [
        ...([[W.stage, 'text'], ...WAITS] as const),
        ...([
          [W.calls, 'count'],
          [W.helped, 'count'],
          [W.recalls, 'count'],
          [W.misses, 'count'],
        ] as const),
        ...([
          [W.parks, 'count'],
          [W.cases, 'count'],
          [W.caseMedian, 'minutes'],
          [W.standard, 'minutes'],
        ] as const),
      ],
      figures.stages.map(({ stage, waits, calls, helped, recalls, misses, parks, cases, caseMedianMin }) => [
        ...[names.stage(stage), ...waitCells(waits), calls, helped, recalls, misses],
        ...[parks, cases, minutes(caseMedianMin), names.standardMin(stage)],
      ]),
    ),
    table(
      'counters',
      W.counters,
      [
        ...([
          [W.counter, 'text'],
          [W.open, 'minutes'],
          [W.paused, 'minutes'],
          [W.serving, 'minutes'],
        ] as const),
        ...([
          [W.used, 'share'],
          [W.cases, 'count'],
        ] as const),
      ],
      figures.counters.map(({ counter, openMin, pausedMin, servingMin, cases }) => [
        ...[names.counter(counter), minutes(openMin), minutes(pausedMin), minutes(servingMin)],
        ...[part(servingMin, openMin - pausedMin), cases],
      ]),
    ),
    table(
      'cases',
      W.caseTimes,
      [
        ...([
          [W.counter, 'text'],
          [W.stage, 'text'],
          [W.cases, 'count'],
        ] as const),
        ...([
          [W.caseMedian, 'minutes'],
          [W.standard, 'minutes'],
        ] as const),
      ],
      figures.counters.flatMap(({ counter, byStage }) =>
        byStage.map(
          ({ stage, cases, medianMin }): Row => [
            ...[names.counter(counter), names.stage(stage), cases, minutes(medianMin), names.standardMin(stage)],
          ],
        ),
      ),
    ),
    table(
      'pauses',
      W.pauses,
      [
        [W.reason, 'text'],
        [W.minutes, 'minutes'],
      ],
      figures.pauses.map(({ key, minutes: min }) => [names.pause(key), minutes(min)]),
    ),
    counts('walk-ins', W.walkIns, W.reason, figures.walkIns, names.walkIn),
    counts('turned-away', W.turnedAway, W.verdict, figures.turnedAway, names.verdict),
    counts('documents', W.documents, W.document, figures.documents, names.document),
    counts('outcomes', W.outcomes, W.outcome, figures.outcomes, names.outcome),
    table(
      'overrides',
      W.overrides,
      [
        [W.act, 'text'],
        [W.reason, 'text'],
        [W.count, 'count'],
      ],
      figures.overrides.map(({ act, reason, n }) => [names.act(act), names.override(reason), n]),
    ),
    table(
      'outages',
      W.outages,
      [
        [W.scope, 'text'],
        [W.count, 'count'],
        [W.minutes, 'minutes'],
      ],
      figures.outages.map(({ scope, n, minutes: min }) => [names.scope(scope), n, minutes(min)]),
    ),
    counts(
      'estimate',
      W.estimate,
      W.outcome,
      (['inside', 'before', 'after'] as const).map((key) => ({ key, n: headline.promises[key] })),
      names.promise,
    ),
    table(
      'paper',
      W.paper,
      [
        [W.what, 'text'],
        [W.count, 'count'],
      ],
      [
        ...figures.papers.map(({ key, n }): Row => [names.paper(key), n]),
        ...figures.reports.map(({ key, n }): Row => [names.report(key), n]),
        ...figures.troubles.map(({ key, n }): Row => [names.trouble(key), n]),
      ],
    ),
    table(
      'others',
      W.others,
      [
        [W.what, 'text'],
        [W.count, 'count'],
      ],
      [
        [W.uncalled[lang], figures.uncalled],
        [W.punctualUncalled[lang], headline.kept.uncalled],
        [W.incomplete[lang], figures.incomplete],
        [W.putOff[lang], figures.putOff],
      ],
    ),
  ]
}
