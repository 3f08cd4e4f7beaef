import { useEffect, useRef, useState } from 'preact/hooks'
import type { CounterView } from '../protocol/views.ts'
import type { Lang } from '../ui/texts.ts'
import { chooseForm } from './questions/choose-form.ts'
import type { Filled, Form, Question } from './questions/question.ts'

/** The question that stands on the sheet, and its form; `form` is null while none does. */
export type Questioning = {
  question: Question | null
  form: Form | null
  filled: Filled
  open(question: Question): void
  write(name: string, value: string): void
  leave(): void
}

/** Asks one question at a time. It ends by itself when the view gives no more reason to ask; the focus then goes back. */
export const useQuestion = (view: CounterView, lang: Lang, host: Window): Questioning => {
  const [asked, setAsked] = useState<{ question: Question; filled: Filled } | null>(null)
  const opener = useRef<Element | null>(null)
  const form = asked && chooseForm(asked.question, { view, filled: asked.filled, lang })
  const stands = form !== null

  useEffect(() => {
    if (stands) return
    setAsked(null)
    const back = opener.current?.isConnected ? opener.current : host.document.querySelector('.lembar')
    if (opener.current !== null && back instanceof HTMLElement) back.focus()
    opener.current = null
  }, [asked, host, stands])

  return {
    question: asked !== null && stands ? asked.question : null,
    form,
    filled: asked?.filled ?? {},
    open(question) {
      opener.current ??= host.document.activeElement
      setAsked({ question, filled: {} })
    },
    write(name, value) {
      setAsked((last) => last && { ...last, filled: { ...last.filled, [name]: value } })
    },
    leave: () => setAsked(null),
  }
}
