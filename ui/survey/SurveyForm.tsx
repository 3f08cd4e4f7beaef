import { useEffect, useRef } from 'preact/hooks'
import type { Mark, SurveyElement } from '../../protocol/survey.ts'
import { QUESTIONS } from '../../protocol/survey-questions.ts'
import { Icon } from '../parts/Icon.tsx'
import { fill, type Lang, say } from '../texts.ts'
import { elementOf, type Filling, type FillingAct, QUESTIONS_ASKED } from './filling.ts'
import { FORM } from './survey-texts.ts'

const MARKS: readonly Mark[] = [1, 2, 3, 4]

/** A question that came this short a time ago is not answered by a touch, ms: it was meant for the one before. */
const FRESH_MS = 500

type FormProps = {
  filling: Filling
  lang: Lang
  happen: (act: FillingAct) => void
  /** Leaves the form at its first question, and after its end; null: there is nowhere to go. */
  onLeave: (() => void) | null
}

const OVER = { answered: FORM.answeredBody, declined: FORM.declinedBody, closed: FORM.closedBody } as const

function Question(
  props: { element: SurveyElement; no: number; chosen: Mark | undefined } & Omit<FormProps, 'filling'>,
) {
  const { element, no, chosen, lang, happen, onLeave } = props
  const { question, answers, name } = QUESTIONS[element]
  const shownMs = useRef(performance.now())
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    shownMs.current = performance.now()
    head.current?.focus()
  }, [no])
  const press = (act: FillingAct) => (event: MouseEvent) => {
    // A key has no place on the glass, and is never half of a double touch.
    if (event.detail === 0 || performance.now() - shownMs.current >= FRESH_MS) happen(act)
  }
  const leave = no === 1 ? onLeave : () => happen({ type: 'back' })
  return (
    <>
      <div class="tanya">
        <p class="maju">
          <span>{fill(say(FORM.progress, lang), { n: no, semua: QUESTIONS_ASKED })}</span>
          <progress max={QUESTIONS_ASKED} value={no} aria-hidden="true" />
          <span class="unsur">{say(name, lang)}</span>
        </p>
        <div role="status">
          <h1 ref={head} tabIndex={-1}>
            {say(question, lang)}
          </h1>
        </div>
      </div>
      <div class="jawab">
        <ol>
          {MARKS.map((mark) => (
            <li key={mark}>
              <button
                type="button"
                class={mark === chosen ? 'tombol pilihan dipilih' : 'tombol pilihan'}
                aria-pressed={mark === chosen}
                onClick={press({ type: 'marked', mark })}
              >
                <span class="angka" aria-hidden="true">
                  {mark}
                </span>
                <span>{say(answers[mark], lang)}</span>
                {mark === chosen && <Icon name="centang" class="ujung" />}
              </button>
            </li>
          ))}
        </ol>
        <div class="langkah">
          {leave !== null && (
            <button type="button" class="tombol" onClick={leave}>
              <Icon name="kiri" />
              {say(FORM.back, lang)}
            </button>
          )}
          <button type="button" class="tombol" onClick={press({ type: 'skipped' })}>
            {say(FORM.skip, lang)}
          </button>
          <button type="button" class="tombol" onClick={press({ type: 'declined' })}>
            {say(FORM.decline, lang)}
          </button>
        </div>
        <p class="rahasia">
          <Icon name="kunci" />
          {say(FORM.privacy, lang)}
        </p>
      </div>
    </>
  )
}

/** The form of one invitation, from its first question to the thanks. It says nothing to the office itself. */
export function SurveyForm({ filling, lang, happen, onLeave }: FormProps) {
  if (filling.step === 'question') {
    const element = elementOf(filling.no)
    if (element === null) return null
    const { no, answers } = filling
    return (
      <Question element={element} no={no} chosen={answers[element]} lang={lang} happen={happen} onLeave={onLeave} />
    )
  }
  const isUnsent = filling.step === 'unsent'
  const head = filling.step === 'over' ? FORM.answered : isUnsent ? FORM.unsent : FORM.sending
  const body = filling.step === 'over' ? OVER[filling.how] : isUnsent ? FORM.unsentBody : null
  return (
    <>
      <div class="tanya" role="status">
        <Icon name={filling.step === 'over' ? 'lengkap' : isUnsent ? 'putus' : 'jam'} class="besar-ik" />
        <h1>{say(head, lang)}</h1>
        {body !== null && <p class="sub">{say(body, lang)}</p>}
      </div>
      <div class="jawab">
        {isUnsent && (
          <button type="button" class="tombol utama" onClick={() => happen({ type: 'retried' })}>
            {say(FORM.sendAgain, lang)}
          </button>
        )}
        {filling.step === 'over' && onLeave !== null && (
          <button type="button" class="tombol" onClick={onLeave}>
            {say(FORM.back, lang)}
          </button>
        )}
      </div>
    </>
  )
}
