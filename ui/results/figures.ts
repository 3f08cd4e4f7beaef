import type { Lang } from '../texts.ts'
import { dayParts } from '../time.ts'

/** A figure as people of the language write it: `83,89`, `2.951`; a dash for none. */
export const figure = (value: number | null, lang: Lang, decimals = 0): string =>
  value === null
    ? '–'
    : value.toLocaleString(lang === 'id' ? 'id-ID' : 'en-GB', {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
      })

/** A month (`2026-11`) in words: `November 2026`. */
export const monthText = (month: string, lang: Lang): string => {
  const parts = dayParts(`${month}-01`, lang)
  return `${parts.month} ${parts.year}`
}

/** A span of months in words; one month is said once. */
export const spanText = ({ from, until }: { from: string; until: string }, lang: Lang): string =>
  from === until ? monthText(from, lang) : `${monthText(from, lang)} – ${monthText(until, lang)}`
