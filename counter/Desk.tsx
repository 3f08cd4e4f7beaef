import { useRef, useState } from 'preact/hooks'
import { type Lang, say } from '../ui/texts.ts'
import { type Action, chooseActions, rejectDeed } from './choose-actions.ts'
import type { CounterScreen } from './choose-screen.ts'
import { ActionButton, SHEET_FORM } from './parts/ActionButton.tsx'
import { Bar } from './parts/Bar.tsx'
import { KeyHelp } from './parts/KeyHelp.tsx'
import { NoticeLine } from './parts/NoticeLine.tsx'
import { OtherCounters } from './parts/OtherCounters.tsx'
import { QueueTable } from './parts/QueueTable.tsx'
import { RejectQuestion } from './parts/RejectQuestion.tsx'
import { StaffCalls } from './parts/StaffCalls.tsx'
import { Called } from './screens/Called.tsx'
import { DayClosed } from './screens/DayClosed.tsx'
import { Idle } from './screens/Idle.tsx'
import { IdleEmpty } from './screens/IdleEmpty.tsx'
import { InHandCase } from './screens/InHandCase.tsx'
import { OpenCounter } from './screens/OpenCounter.tsx'
import { SignIn } from './screens/SignIn.tsx'
import { TEXTS } from './texts.ts'
import { type Asking, DOUBLE_PRESS_MS } from './use-asking.ts'
import { useKeys } from './use-keys.ts'

/** A screen with a view behind it. */
export type DeskScreen = Extract<CounterScreen, { view: unknown }>

type SheetProps = { chosen: DeskScreen; asking: Asking; lang: Lang }

function ChosenSheet({ chosen, asking, lang }: SheetProps) {
  const { view } = chosen
  const { zone } = view.office
  switch (chosen.screen) {
    case 'sign-in':
      return <SignIn view={view} asking={asking} lang={lang} />
    case 'day-closed':
      return <DayClosed lang={lang} />
    case 'open':
      return <OpenCounter view={view} asking={asking} lang={lang} />
    case 'idle-queue':
    case 'idle-held-only':
      return <Idle view={view} next={chosen.next} early={chosen.screen === 'idle-held-only'} lang={lang} />
    case 'idle-empty':
      return <IdleEmpty nextFromAt={chosen.nextFromAt} zone={zone} lang={lang} />
    case 'called':
      return <Called inHand={chosen.inHand} sinceMs={chosen.sinceMs} zone={zone} lang={lang} />
    case 'in-hand':
    case 'over-time': {
      const overMin = chosen.screen === 'over-time' ? chosen.overMin : 0
      return <InHandCase inHand={chosen.inHand} runsMs={chosen.runsMs} overMin={overMin} zone={zone} lang={lang} />
    }
  }
}

const sendForm = (): void => {
  const form = document.getElementById(SHEET_FORM)
  if (form instanceof HTMLFormElement) form.requestSubmit()
}

/**
 * The desk: bar, the sheet of the chosen screen, its buttons, the queue, the other counters. It stays while the sheets
 * change, so that the primary never moves and keeps the focus. `now` is the server's clock (epoch ms).
 */
export function Desk(props: SheetProps & { now: number; offline: boolean; onLang: (lang: Lang) => void }) {
  const { chosen, now, asking, lang, offline, onLang } = props
  const { view } = chosen
  const [rejecting, setRejecting] = useState<string | null>(null)
  const actions = chooseActions(chosen, lang)
  const inHand = chosen.screen === 'in-hand' || chosen.screen === 'over-time' ? chosen.inHand : null
  const asksReject = inHand !== null && inHand.ticketId === rejecting

  const step = `${view.inHand?.ticketId ?? ''} ${view.inHand?.step ?? ''}`
  const changed = useRef({ step, atMs: Number.NEGATIVE_INFINITY })
  if (changed.current.step !== step) changed.current = { step, atMs: performance.now() }

  const press = (action: Action): void => {
    // The same key means start and finish: a second screen of this counter may just have begun the case.
    if (performance.now() - changed.current.atMs < DOUBLE_PRESS_MS) return
    if (offline || action.barred !== null) return
    if (action.deed.by === 'form') sendForm()
    else if (action.deed.by === 'sign-out') void asking.enter({ type: 'SignOut' })
    else if (action.deed.by === 'ask-reject') setRejecting(inHand?.ticketId ?? null)
    else {
      setRejecting(null)
      void asking.ask(action.deed.wish, action.deed.done)
    }
  }
  const reject = (): void => {
    setRejecting(null)
    if (inHand === null) return
    const { wish, done } = rejectDeed(inHand, lang)
    void asking.ask(wish, done)
  }
  useKeys(actions === null ? [] : [actions.primary, ...actions.beside, ...actions.below], press)

  const button = { offline: offline ? say(TEXTS.offlineReason, lang) : null, busy: asking.busy, onPress: press }
  const hasQueue = view.staff !== null && view.open !== null
  return (
    <div class="meja-kerja">
      <Bar view={view} now={now} offline={offline} lang={lang} onLang={onLang} />
      <main>
        <section class="kiri">
          <ChosenSheet chosen={chosen} asking={asking} lang={lang} />
          <NoticeLine notice={asking.notice} offline={offline} lang={lang} />
          {asksReject ? (
            <RejectQuestion
              inHand={inHand}
              lang={lang}
              offline={offline}
              onYes={reject}
              onNo={() => setRejecting(null)}
            />
          ) : (
            <div class="aksi">
              {actions?.beside.map((action) => (
                <ActionButton key={action.label} action={action} {...button} />
              ))}
            </div>
          )}
          {actions && <ActionButton action={actions.primary} main {...button} />}
        </section>
        <section class="kanan">
          {view.staff !== null && (
            <StaffCalls
              view={view}
              lang={lang}
              offline={offline}
              onAnswer={(kiosk) => void asking.ask({ type: 'AnswerStaffCall', kiosk }, null)}
            />
          )}
          {hasQueue ? <QueueTable view={view} now={now} lang={lang} /> : <KeyHelp lang={lang} />}
          <div class="bawah">
            {actions?.below.map((action) => (
              <ActionButton key={action.label} action={action} {...button} />
            ))}
          </div>
        </section>
      </main>
      <OtherCounters others={view.others} now={now} lang={lang} />
    </div>
  )
}
