import { documentForm, endForm, transferForm } from './about-case.ts'
import { outageForm, pauseForm } from './about-counter.ts'
import { callForm, rowForm, takeOverForm } from './about-queue.ts'
import { visitorForm } from './about-visitor.ts'
import type { Asked, Form, Question } from './question.ts'

/** The form of a question over what was filled in so far; null when the view no longer gives reason to ask it. */
export const chooseForm = (question: Question, asked: Asked): Form | null => {
  if (asked.view.staff === null) return null
  switch (question.ask) {
    case 'end':
      return endForm(asked, question.ticketId)
    case 'document':
      return documentForm(asked, question.ticketId)
    case 'transfer':
      return transferForm(asked, question.ticketId)
    case 'row':
      return rowForm(asked, question.ticketId)
    case 'take-over':
      return takeOverForm(asked, question.ticketId)
    case 'call':
      return callForm(asked)
    case 'pause':
      return pauseForm(asked)
    case 'outage':
      return outageForm(asked)
    case 'visitor':
      return visitorForm(asked)
  }
}
