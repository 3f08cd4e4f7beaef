import type { TrackerView } from '../../protocol/views.ts'
import { fill, type Lang, say } from '../../ui/texts.ts'
import { clockTime, rangeText } from '../../ui/time.ts'
import { chooseNotice } from '../choose-screen.ts'
import { Facts } from '../parts/Facts.tsx'
import { HourRibbon } from '../parts/HourRibbon.tsx'
import { NoticeLine } from '../parts/NoticeLine.tsx'
import { TicketSheet, TwoFacts } from '../parts/TicketSheet.tsx'
import { TEXTS } from '../texts.ts'
import { aheadText } from './Waiting.tsx'

/** Came before it may be called: when calls start, and that the turn is kept. `now` is the server's clock (epoch ms). */
export function Held({ view, now, lang }: { view: TrackerView; now: number; lang: Lang }) {
  const { zone } = view.office
  const startsAt = Math.max(view.window?.startAt ?? 0, view.callableFromAt)
  return (
    <TicketSheet
      view={view}
      lang={lang}
      facts={
        <>
          <HourRibbon view={view} now={now} lang={lang} />
          <Facts view={view} lang={lang} />
        </>
      }
    >
      <TwoFacts
        facts={[
          { name: say(TEXTS.callsStart, lang), value: clockTime(startsAt, zone) },
          { name: say(TEXTS.ahead, lang), value: aheadText(view.ahead, lang) },
        ]}
      />
      <p class="catatan">
        <b>{say(TEXTS.kept, lang)}</b>{' '}
        {view.callableFromAt < startsAt &&
          (view.callableFromAt > now
            ? fill(say(TEXTS.maybeFrom, lang), { jam: clockTime(view.callableFromAt, zone) })
            : say(TEXTS.maybeEarlier, lang))}{' '}
        {view.range !== null && (
          <>
            {say(TEXTS.likely, lang)} <b class="jam">{rangeText(view.range, zone)}</b>.
          </>
        )}
      </p>
      <NoticeLine notice={chooseNotice(view)} zone={zone} lang={lang} />
    </TicketSheet>
  )
}
