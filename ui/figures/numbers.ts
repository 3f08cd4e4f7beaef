import type { FigureUnit } from '../../protocol/desk/figures.ts'
import type { Lang } from '../texts.ts'

/** What stands where there is no figure. */
const NONE = '–'

const formats = new Map<string, Intl.NumberFormat>()
const formatOf = (lang: Lang, digits: number): Intl.NumberFormat => {
  const key = `${lang} ${digits}`
  const made =
    formats.get(key) ??
    new Intl.NumberFormat(lang === 'id' ? 'id-ID' : 'en-GB', {
      ...{ minimumFractionDigits: digits, maximumFractionDigits: digits, numberingSystem: 'latn' },
    })
  formats.set(key, made)
  return made
}

/** `1.582`, in English `1,582`. */
export const countText = (n: number, lang: Lang): string => formatOf(lang, 0).format(n)

/** Whole minutes: people do not wait to a tenth. */
export const minutesText = (minutes: number | null, lang: Lang): string =>
  minutes === null ? NONE : formatOf(lang, 0).format(minutes)

/** `10,8 %` of per cent, never broken before the sign; `digits` 0 where space is short. */
export const percentText = (percent: number | null, lang: Lang, digits = 1): string =>
  percent === null ? NONE : `${formatOf(lang, digits).format(percent)}\u00a0%`

/** A part of a whole as per cent; null of nothing. */
export const percentOf = (part: number, whole: number): number | null => (whole === 0 ? null : (100 * part) / whole)

/** A cell of a table as its column says. */
export const cellText = (cell: string | number | null, unit: FigureUnit, lang: Lang): string => {
  if (cell === null) return NONE
  if (typeof cell === 'string') return cell
  if (unit === 'share') return percentText(cell, lang)
  if (unit === 'minutes') return formatOf(lang, cell < 100 && !Number.isInteger(cell) ? 1 : 0).format(cell)
  return formatOf(lang, Number.isInteger(cell) ? 0 : 1).format(cell)
}
