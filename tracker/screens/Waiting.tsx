import type { TrackerView } from '../../protocol/views.ts'
import { fill, type Lang, say } from '../../ui/texts.ts'
import { clockTime } from '../../ui/time.ts'
import { isBroughtForward } from '../choose-screen.ts'
import { Facts } from '../parts/Facts.tsx'
import { HourRibbon } from '../parts/HourRibbon.tsx'
import { TicketSheet, TwoFacts } from '../parts/TicketSheet.tsx'
import { TEXTS } from '../texts.ts'

/** How many stand before this ticket, in words. */
export const aheadText = (ahead: number | null, lang: Lang): string =>
  ahead === null || ahead === 0 ? say(TEXTS.nobodyAhead, lang) : fill(say(TEXTS.people, lang), { n: ahead })

/** May be called now: the turn, and how many stand before it. `now` is the server's clock (epoch ms). */
export function Waiting({ view, now, lang }: { view: TrackerView; now: number; lang: Lang }) {
  const turn = isBroughtForward(view) ? say(TEXTS.broughtForward, lang) : clockTime(view.turnAt, view.office.zone)
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
          { name: say(TEXTS.turn, lang), value: turn },
          { name: say(TEXTS.ahead, lang), value: aheadText(view.ahead, lang) },
        ]}
      />
    </TicketSheet>
  )
}
