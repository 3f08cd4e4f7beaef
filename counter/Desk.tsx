import { useRef } from 'preact/hooks'
import { Icon } from '../ui/parts/Icon.tsx'
import { type Lang, say } from '../ui/texts.ts'
import type { Action, Key } from './action.ts'
import { chooseActions, chooseFormActions } from './choose-actions.ts'
import { chooseUrgent } from './choose-faces.ts'
import { chooseNoticeLines } from './choose-notice.ts'
import { choosePrinterLines } from './choose-printers.ts'
import type { DeskScreen } from './choose-screen.ts'
import { chooseUndo } from './choose-undo.ts'
import { ActionButton, SHEET_FORM } from './parts/ActionButton.tsx'
import { Bar } from './parts/Bar.tsx'
import { ChosenSheet } from './parts/ChosenSheet.tsx'
import { FaceLine } from './parts/FaceLine.tsx'
import { KeyHelp } from './parts/KeyHelp.tsx'
import { NoticeLine } from './parts/NoticeLine.tsx'
import { OfficeNotices } from './parts/OfficeNotices.tsx'
import { OtherCounters } from './parts/OtherCounters.tsx'
import { PrinterLines } from './parts/PrinterLines.tsx'
import { QuestionForm } from './parts/QuestionForm.tsx'
import { QueueTable } from './parts/QueueTable.tsx'
import { SmallWindowButton } from './parts/SmallWindowButton.tsx'
import { StaffCalls } from './parts/StaffCalls.tsx'
import { listAnswered, type Sending } from './questions/question.ts'
import { TEXTS, wordsIn } from './texts.ts'
import { type Asking, DOUBLE_PRESS_MS } from './use-asking.ts'
import { useKeys } from './use-keys.ts'
import { useQuestion } from './use-question.ts'
import { useTicks } from './use-ticks.ts'

const sendForm = (host: Window): void => {
  const form = host.document.getElementById(SHEET_FORM)
  if (form instanceof HTMLFormElement) form.requestSubmit()
}

/** A notice is read aloud when it changes, so its seconds go by tens. */
const tens = (seconds: number): number => Math.ceil(seconds / 10) * 10

/**
 * The desk: bar, the sheet of the chosen screen or of a question, its buttons, the queue, the other counters. It stays
 * while the sheets change, so that the primary never moves and keeps the focus. `now` is the server's clock (epoch ms), `host`
 * the window it is drawn into, `lockSec` the seconds until it locks itself, once they are to be said. `onEnlarge` null: this is
 * no small window of another.
 */
export function Desk(props: {
  chosen: DeskScreen
  asking: Asking
  lang: Lang
  now: number
  offline: boolean
  onLang: (lang: Lang) => void
  host: Window
  lockSec: number | null
  onSmallWindow: () => void
  onEnlarge: (() => void) | null
}) {
  const { chosen, now, asking, lang, offline, onLang, host, lockSec, onSmallWindow, onEnlarge } = props
  const { view } = chosen
  const { form, ...questioning } = useQuestion(view, lang, host)
  const ticks = useTicks(view.inHand)
  const lastStaff = useRef(view.openedBy)
  lastStaff.current = view.staff ?? lastStaff.current ?? view.openedBy
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
    if (deed.by === 'form') sendForm(host)
    else if (deed.by === 'sign-out') void asking.enter({ type: 'SignOut' })
    else if (deed.by === 'ask') questioning.open(deed.question)
    else if (deed.by === 'leave') questioning.leave()
    else void send(deed)
  }
  const keyed = [
    actions.primary,
    ...actions.beside,
    ...actions.inside,
    ...actions.below,
    ...(undo ? [undo.action] : []),
  ]
  useKeys(host, {
    onKey(key: Key) {
      const action = key === 'Enter' ? actions.primary : keyed.find((each) => each.key === key)
      if (action !== undefined) press(action)
    },
    onDigit(digit) {
      const list = form === null ? undefined : listAnswered(form, questioning.filled)
      const option = list?.options[digit - 1]
      if (list !== undefined && option !== undefined) questioning.write(list.name, option.id)
      return list !== undefined
    },
  })

  const button = { offline: offline ? say(TEXTS.offlineReason, lang) : null, busy: asking.busy, onPress: press }
  const buttons = (list: readonly Action[] = []) =>
    list.map((action) => <ActionButton key={action.label} action={action} {...button} />)
  const { notice } = asking
  const lines = chooseNoticeLines(notice, undo, view.others, lang)
  if (lockSec !== null) lines.push(wordsIn(lang)('lockSoon', { n: tens(lockSec) }))
  const urgent = chooseUrgent(view, now, lang)
  const printers = view.staff === null ? [] : choosePrinterLines(view, lang)
  const hasQueue = view.staff !== null && view.open !== null
  return (
    <div class="meja-kerja">
      <Bar
        view={view}
        now={now}
        offline={offline}
        lang={lang}
        trouble={printers.find(({ quiet }) => !quiet)?.words ?? null}
        onLang={onLang}
        onSmallWindow={onSmallWindow}
      />
      <main>
        <section class="kiri">
          {form === null ? (
            <ChosenSheet
              chosen={chosen}
              asking={asking}
              lang={lang}
              known={lastStaff.current ?? ''}
              ticks={ticks}
              inside={buttons(actions.inside)}
            />
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
          {form === null && urgent !== null && (
            <p class="genting">
              <FaceLine face={urgent} />
            </p>
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
          <div class="aksi">{buttons(actions.beside)}</div>
          <ActionButton action={actions.primary} main {...button} />
          {onEnlarge !== null && (
            <button type="button" class="tombol penuh" onClick={onEnlarge}>
              <Icon name="pindah" />
              <span class="nama">{say(TEXTS.fullWindow, lang)}</span>
            </button>
          )}
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
              <PrinterLines lines={printers} />
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
          <div class="bawah">
            {buttons(actions.below)}
            <SmallWindowButton lang={lang} onPress={onSmallWindow} />
          </div>
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
