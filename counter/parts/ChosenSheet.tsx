import type { ComponentChildren } from 'preact'
import type { Lang } from '../../ui/texts.ts'
import type { DeskScreen } from '../choose-screen.ts'
import { Called } from '../screens/Called.tsx'
import { DayClosed } from '../screens/DayClosed.tsx'
import { Idle } from '../screens/Idle.tsx'
import { IdleEmpty } from '../screens/IdleEmpty.tsx'
import { InHandCase } from '../screens/InHandCase.tsx'
import { OpenCounter } from '../screens/OpenCounter.tsx'
import { ParkedCase } from '../screens/ParkedCase.tsx'
import { Paused } from '../screens/Paused.tsx'
import { LockedHead, SignIn, SignInHead } from '../screens/SignIn.tsx'
import type { Asking } from '../use-asking.ts'
import type { Ticks } from '../use-ticks.ts'

/**
 * The sheet of the chosen screen; `inside` are the buttons that stand on it, `known` the staff number that a locked counter
 * asks for first.
 */
export function ChosenSheet(props: {
  chosen: DeskScreen
  asking: Asking
  lang: Lang
  known: string
  ticks: Ticks
  inside: ComponentChildren
}) {
  const { chosen, asking, lang, known, ticks, inside } = props
  const { view } = chosen
  const { zone } = view.office
  switch (chosen.screen) {
    case 'sign-in':
      return <SignIn key="sign-in" known="" head={<SignInHead view={view} lang={lang} />} asking={asking} lang={lang} />
    case 'locked':
      return (
        <SignIn
          key="locked"
          known={known}
          head={<LockedHead number={chosen.number} paused={view.paused} zone={zone} lang={lang} />}
          asking={asking}
          lang={lang}
        />
      )
    case 'day-closed':
      return <DayClosed lang={lang} />
    case 'open':
      return <OpenCounter view={view} asking={asking} lang={lang} />
    case 'paused':
      return <Paused paused={chosen.paused} zone={zone} lang={lang} />
    case 'idle-queue':
    case 'idle-held-only':
      return <Idle view={view} next={chosen.next} early={chosen.screen === 'idle-held-only'} lang={lang} />
    case 'parked':
      return <ParkedCase parked={chosen.parked} zone={zone} lang={lang} />
    case 'idle-empty':
      return <IdleEmpty nextFromAt={chosen.nextFromAt} zone={zone} lang={lang} />
    case 'called':
    case 'recall-wait':
      return <Called inHand={chosen.inHand} sinceMs={chosen.sinceMs} waitSec={chosen.waitSec} zone={zone} lang={lang} />
    case 'in-hand':
    case 'over-time': {
      const overMin = chosen.screen === 'over-time' ? chosen.overMin : 0
      return (
        <InHandCase
          inHand={chosen.inHand}
          runsMs={chosen.runsMs}
          overMin={overMin}
          zone={zone}
          lang={lang}
          ticks={ticks}
        >
          {inside}
        </InHandCase>
      )
    }
  }
}
