import { Icon } from '../../ui/parts/Icon.tsx'
import { fill, type Lang, say } from '../../ui/texts.ts'
import { clockTime } from '../../ui/time.ts'
import type { Notice } from '../choose-screen.ts'
import { TEXTS } from '../texts.ts'

/** An outage, in which the likely call stands still, or a break. */
export function NoticeLine({ notice, zone, lang }: { notice: Notice | null; zone: string; lang: Lang }) {
  if (notice === null) return null
  const outage = notice.notice === 'outage'
  const words = outage ? TEXTS.outage : notice.at === null ? TEXTS.onBreakOpen : TEXTS.onBreak
  return (
    <p class={outage ? 'kabar' : 'kabar istirahat'}>
      <Icon name={outage ? 'awas' : 'jeda'} />
      <span>{fill(say(words, lang), notice.at === null ? {} : { jam: clockTime(notice.at, zone) })}</span>
    </p>
  )
}
