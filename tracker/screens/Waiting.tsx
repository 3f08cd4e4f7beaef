import type { TrackerView } from '../../protocol/views.ts'
import { fill, type Lang, say } from '../../ui/texts.ts'
import { clockTime, rangeText } from '../../ui/time.ts'
import { chooseNotice, isBroughtForward } from '../choose-screen.ts'
import { Facts } from '../parts/Facts.tsx'
import { HourRibbon } from '../parts/HourRibbon.tsx'
import { NoticeLine } from '../parts/NoticeLine.tsx'
import { TicketSheet, TwoFacts } from '../parts/TicketSheet.tsx'
import { TEXTS } from '../texts.ts'

/** How many stand before this ticket, in words. */
export const aheadText = (ahead: number | null, lang: Lang): string =>
  ahead === null || ahead === 0 ? say(TEXTS.nobodyAhead, lang) : fill(say(TEXTS.people, lang), { n: ahead })

/** When the call is likely; where nobody can say, the turn. */
const callFact = (view: TrackerView, lang: Lang): { name: string; value: string } => {
  const { zone } = view.office
  if (view.range !== null) return { name: say(TEXTS.likely, lang), value: rangeText(view.range, zone) }
  const turn = isBroughtForward(view) ? say(TEXTS.broughtForward, lang) : clockTime(view.turnAt, zone)
  return { name: say(TEXTS.turn, lang), value: turn }
}

type WaitingProps = { view: TrackerView; screen: 'waiting' | 'next' | 'next-stage'; now: number; lang: Lang }

/**
 * May be called now: the likely call, and how many stand before it. `next`: time to come near. `next-stage`: where the
 * journey goes on. `now` is the server's clock (epoch ms).
 */
export function Waiting({ view, screen, now, lang }: WaitingProps) {
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
      <TwoFacts facts={[callFact(view, lang), { name: say(TEXTS.ahead, lang), value: aheadText(view.ahead, lang) }]} />
      {view.step.no > 1 && (
        <p class="catatan">
          <b>{fill(say(TEXTS.nextStage, lang), { tahap: say(view.stage, lang) })}</b>
        </p>
      )}
      {screen === 'next' && (
        <p class="catatan">
          <b>{fill(say(TEXTS.near, lang), { ruang: say(view.waitAt, lang) })}</b>
        </p>
      )}
      <NoticeLine notice={chooseNotice(view)} zone={view.office.zone} lang={lang} />
    </TicketSheet>
  )
}
