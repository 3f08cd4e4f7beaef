import type { ComponentChildren } from 'preact'
import type { HoursFace } from '../../protocol/faces.ts'
import { say } from '../../ui/texts.ts'
import { calendarDay, clockTime, dayParts } from '../../ui/time.ts'
import type { Kiosk } from '../deeds.ts'
import { IDLE } from '../texts.ts'
import { Say } from './Say.tsx'

/** When it opens: the hour alone on the same day, else with its day. */
const opening = (nextAt: number, { lang, zone, now }: Kiosk): ComponentChildren => {
  const day = calendarDay(nextAt, zone)
  const jam = clockTime(nextAt, zone)
  if (now !== null && calendarDay(now, zone) === day) return <Say words={IDLE.opensAt} lang={lang} fills={{ jam }} />
  const { weekday, date, month } = dayParts(day, lang)
  return <Say words={IDLE.opensOn} lang={lang} fills={{ jam, hari: `${weekday}, ${date} ${month}` }} />
}

/** Why no number is given now, by the office's hours, and when the next one is. */
export const closedWords = (hours: HoursFace, kiosk: Kiosk): { headline: string; body: ComponentChildren } => {
  const { lang, day } = kiosk
  const { status, name, nextAt } = hours
  if (status === 'before-open' && nextAt !== null)
    return { headline: say(IDLE.notYetHeadline, lang), body: opening(nextAt, kiosk) }
  if (status === 'closed' && nextAt !== null)
    return {
      headline: say(name ? IDLE.closedToday : IDLE.closedHeadline, lang),
      body: (
        <>
          {name && `${say(name, lang)}. `}
          {opening(nextAt, kiosk)}
        </>
      ),
    }
  return day === null || status === 'closed'
    ? { headline: say(IDLE.closedHeadline, lang), body: say(IDLE.closedBody, lang) }
    : { headline: say(IDLE.noNumbers, lang), body: say(IDLE.noNumbersBody, lang) }
}
