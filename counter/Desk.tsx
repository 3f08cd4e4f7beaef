import { useRef } from 'preact/hooks'
import { type Lang, say } from '../ui/texts.ts'
import type { Action } from './action.ts'
import { chooseActions, chooseFormActions } from './choose-actions.ts'
import { chooseNoticeLines } from './choose-notice.ts'
import type { CounterScreen } from './choose-screen.ts'
import { chooseUndo } from './choose-undo.ts'
import { ActionButton, SHEET_FORM } from './parts/ActionButton.tsx'
import { Bar } from './parts/Bar.tsx'
import { ChosenSheet } from './parts/ChosenSheet.tsx'
import { KeyHelp } from './parts/KeyHelp.tsx'
import { NoticeLine } from './parts/NoticeLine.tsx'
import { OfficeNotices } from './parts/OfficeNotices.tsx'
import { OtherCounters } from './parts/OtherCounters.tsx'
import { QuestionForm } from './parts/QuestionForm.tsx'
import { QueueTable } from './parts/QueueTable.tsx'
import { StaffCalls } from './parts/StaffCalls.tsx'
import type { Sending } from './questions/question.ts'
import { TEXTS } from './texts.ts'
import { type Asking, DOUBLE_PRESS_MS } from './use-asking.ts'
import { useKeys } from './use-keys.ts'
import { useQuestion } from './use-question.ts'

/** A screen with a view behind it. */
export type DeskScreen = Extract<CounterScreen, { view: unknown }>

const sendForm = (): void => {
  const form = document.getElementById(SHEET_FORM)
  if (form instanceof HTMLFormElement) form.requestSubmit()
}

/**
 * The desk: bar, the sheet of the chosen screen or of a question, its buttons, the queue, the other counters. It stays
 * while the sheets change, so that the primary never moves and keeps the focus. `now` is the server's clock (epoch ms).
 */
export function Desk(props: {
  chosen: DeskScreen
  asking: Asking
  lang: Lang
  now: number
  offline: boolean
  onLang: (lang: Lang) => void
}) {
  const { chosen, now, asking, lang, offline, onLang } = props
  const { view } = chosen
  const { form, ...questioning } = useQuestion(view, lang)
  const under = chooseActions(chosen, lang)
  const actions = form === null ? under : chooseFormActions(form, under, lang)
  const undo = chooseUndo(view, now, lang)

  const step = `${view.inHand?.ticketId ?? ''} ${view.inHand?.step ?? ''}`
  const changed = useRef({ step, atMs: Number.NEGATIVE_INFINITY })
  if (changed.current.step !== step) changed.current = { step, atMs: performance.now() }

  const send = async ({ wish, done }: Sending): Promise<void> => {
    if (await asking.ask(wish, done)) questioning.leave()
  }
  const press = ({ deed, barred }: Action): void => {
    // The same key means start and finish: a second screen of this counter may just have begun the case.
    if (performance.now() - changed.current.atMs < DOUBLE_PRESS_MS) return
    if (offline || barred !== null) return
    if (deed.by === 'form') sendForm()
    else if (deed.by === 'sign-out') void asking.enter({ type: 'SignOut' })
    else if (deed.by === 'ask') questioning.open(deed.question)
    else if (deed.by === 'leave') questioning.leave()
    else void send(deed)
  }
  const keyed = actions === null ? [] : [actions.primary, ...actions.beside, ...actions.inside, ...actions.below]
  useKeys(undo === null ? keyed : [...keyed, undo.action], press)

  const button = { offline: offline ? say(TEXTS.offlineReason, lang) : null, busy: asking.busy, onPress: press }
  const buttons = (list: readonly Action[] = []) =>
    list.map((action) => <ActionButton key={action.label} action={action} {...button} />)
  const { notice } = asking
  const lines = chooseNoticeLines(notice, undo, view.others, lang)
  const hasQueue = view.staff !== null && view.open !== null
  return (
    <div class="meja-kerja">
      <Bar view={view} now={now} offline={offline} lang={lang} onLang={onLang} />
      <main>
        <section class="kiri">
          {form === null ? (
            <ChosenSheet chosen={chosen} asking={asking} lang={lang} inside={buttons(actions?.inside)} />
          ) : (
            <QuestionForm
              key={JSON.stringify(questioning.question)}
              form={form}
              filled={questioning.filled}
              lang={lang}
              onWrite={questioning.write}
              onSend={(sending) => void send(sending)}
            />
          )}
          <NoticeLine
            lines={lines}
            refused={notice?.tone === 'refused'}
            undo={undo}
            offline={offline}
            busy={asking.busy}
            lang={lang}
            onPress={press}
          />
          <div class="aksi">{buttons(actions?.beside)}</div>
          {actions && <ActionButton action={actions.primary} main {...button} />}
        </section>
        <section class="kanan">
          {view.staff !== null && (
            <>
              <OfficeNotices
                view={view}
                now={now}
                lang={lang}
                offline={offline}
                onOutageEnd={() => void asking.ask({ type: 'EndOutage' }, null)}
              />
              <StaffCalls
                view={view}
                lang={lang}
                offline={offline}
                onAnswer={(kiosk) => void asking.ask({ type: 'AnswerStaffCall', kiosk }, null)}
              />
            </>
          )}
          {hasQueue ? (
            <QueueTable
              view={view}
              now={now}
              offline={offline}
              lang={lang}
              onRow={(ticketId) => questioning.open({ ask: 'row', ticketId })}
            />
          ) : (
            <KeyHelp lang={lang} />
          )}
          <div class="bawah">{buttons(actions?.below)}</div>
        </section>
      </main>
      <OtherCounters
        view={view}
        now={now}
        offline={offline}
        lang={lang}
        onTakeOver={(ticketId) => questioning.open({ ask: 'take-over', ticketId })}
      />
    </div>
  )
}
