import { clipOf, type Lang, type Piece } from './clip-of.ts'
import { sayCount, sayDigits } from './numbers.ts'
import { SAID, sayPhrase } from './phrases.ts'

const hourAndMinute = (time: string): [number, string] => {
  const [hour = '', minute = ''] = time.split(/[.:]/)
  return [Number(hour), minute]
}

/**
 * A clock time as the screens write it, `10.20`: "pukul sepuluh lewat dua puluh menit", "ten twenty". English hours on the
 * hour are said as trains are announced: "ten o'clock", "thirteen hundred". `named`: "pukul" was said already.
 */
export const sayTime = (time: string, lang: Lang, named = false): Piece[] => {
  const [hour, minute] = hourAndMinute(time)
  if (lang === 'id')
    return [
      ...(named ? [] : sayPhrase(SAID.clock, lang)),
      ...sayCount(hour, lang),
      ...(minute === '00'
        ? []
        : [...sayPhrase(SAID.past, lang), ...sayCount(Number(minute), lang), ...sayPhrase(SAID.minutes, lang)]),
    ]
  if (minute === '00')
    return [...sayCount(hour, lang), ...sayPhrase(hour >= 1 && hour <= 12 ? SAID.clock : SAID.past, lang)]
  return [...sayCount(hour, lang), ...(minute < '10' ? sayDigits(minute, lang) : sayCount(Number(minute), lang))]
}

/** A range of times, `10.20–10.45`: from … to …, each said in full. */
export const sayRange = (from: string, until: string, lang: Lang, named = false): Piece[] => [
  ...sayTime(from, lang, named),
  { clip: clipOf(lang, SAID.until[lang]) },
  ...sayTime(until, lang),
]
