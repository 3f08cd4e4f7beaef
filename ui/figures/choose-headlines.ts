import type { Figures, Headline } from '../../protocol/desk/figures.ts'
import { fill, type Lang, say } from '../texts.ts'
import { countText, minutesText, percentOf, percentText } from './numbers.ts'
import { lengthOf } from './span.ts'
import { FIGURES } from './texts.ts'

/** One of the five figures at the head of the page: its name, value with unit, what it stands on, and what it was before. */
export type HeadFigure = { name: string; value: string; unit: string; about: string; before: string }

/** A value as it is written large, without its unit, and small, with it. */
type Value = { large: string; small: string; unit: string }

const minutes = (value: number | null, lang: Lang): Value => {
  const large = minutesText(value, lang)
  const unit = say(FIGURES.minute, lang)
  return { large, unit, small: value === null ? large : `${large} ${unit}` }
}

const percent = (value: number | null, lang: Lang, digits: number): Value => ({
  large: percentText(value, lang, digits).replace('\u00a0%', ''),
  unit: '%',
  small: percentText(value, lang, digits),
})

const valuesOf = ({ kept, waits, promises, booked, noShows }: Headline, lang: Lang): Value[] => [
  percent(percentOf(kept.within, kept.n), lang, 0),
  minutes(waits.medianMin, lang),
  minutes(waits.queuedMin, lang),
  percent(percentOf(promises.inside, promises.inside + promises.before + promises.after), lang, 0),
  percent(percentOf(noShows, booked), lang, 1),
]

/** The five figures, each beside what it was in the span of equal length before. */
export const chooseHeadlines = ({ from, until, headline, before }: Figures, lang: Lang): HeadFigure[] => {
  const { kept, waits, officeMin, booked, noShows } = headline
  const count = (n: number) => countText(n, lang)
  const names = [
    [FIGURES.kept, fill(say(FIGURES.keptSub, lang), { n: count(kept.within), semua: count(kept.n) })],
    [FIGURES.wait, fill(say(FIGURES.waitSub, lang), { n: minutesText(waits.p90Min, lang) })],
    [FIGURES.queued, fill(say(FIGURES.queuedSub, lang), { n: minutesText(officeMin, lang) })],
    [FIGURES.right, say(FIGURES.rightSub, lang)],
    [FIGURES.absent, fill(say(FIGURES.absentSub, lang), { n: count(noShows), semua: count(booked) })],
  ] as const
  const then = before === null ? null : valuesOf(before.headline, lang)
  const days = lengthOf({ from, until })
  return valuesOf(headline, lang).map(({ large, unit }, i) => {
    const [name, about] = names[i] ?? [FIGURES.kept, '']
    const was = then?.[i]?.small
    const words = say(days === 1 ? FIGURES.dayBefore : FIGURES.before, lang)
    return {
      ...{ name: say(name, lang), value: large, unit, about },
      before: was === undefined ? say(FIGURES.noBefore, lang) : fill(words, { n: days, nilai: was }),
    }
  })
}
