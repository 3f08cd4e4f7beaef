import type { Wish } from '../../protocol/commands.ts'
import { Notice } from '../../ui/desk/Notice.tsx'
import { fill, say } from '../../ui/texts.ts'
import type { DeskApi } from '../desk-api.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { AffectedPeople } from './AffectedPeople.tsx'
import { AnnounceForm } from './AnnounceForm.tsx'
import { HelpsForm } from './HelpsForm.tsx'
import { CancelForm, MoveForm } from './MoveForm.tsx'
import { OutageForm } from './OutageForm.tsx'
import type { PartProps } from './part-props.ts'
import type { Questioned } from './questioned.ts'
import { FLOOR } from './texts.ts'

const headOf = (question: Questioned): { id: string; en: string } => {
  switch (question.kind) {
    case 'announce':
      return FLOOR.announceHead
    case 'outage':
      return FLOOR.outageWhat
    case 'helps':
      return FLOOR.helpsHead
    case 'move':
      return FLOOR.moveHead
    case 'cancel':
      return FLOOR.cancelHead
    case 'affected':
      return FLOOR.affected
  }
}

/** A question over the floor; it goes when its act was taken, and stays with what was filled in when it was not. */
export function Question(
  props: PartProps & {
    api: DeskApi
    question: Questioned
    busy: boolean
    trouble: string | null
    onAsk: (wish: Wish) => Promise<boolean>
    onClose: () => void
  },
) {
  const { api, question, busy, trouble, onAsk, onClose, ...parts } = props
  const fillings = {
    loket: 'counter' in question ? (question.counter ?? '') : '',
    no: 'number' in question ? question.number : '',
  }
  const send = async (wish: Wish): Promise<void> => {
    if (await onAsk(wish)) onClose()
  }
  const form = { ...parts, busy, onSend: (wish: Wish) => void send(wish), onClose }
  return (
    <Dialog
      id="question"
      wide={question.kind === 'affected'}
      head={fill(say(headOf(question), parts.lang), fillings)}
      onClose={onClose}
    >
      <Notice tone="rusak" text={trouble} />
      {question.kind === 'announce' && <AnnounceForm {...form} />}
      {question.kind === 'outage' && <OutageForm {...form} />}
      {question.kind === 'helps' && <HelpsForm {...form} counter={question.counter} />}
      {question.kind === 'move' && <MoveForm {...form} ticketId={question.ticketId} />}
      {question.kind === 'cancel' && <CancelForm {...form} ticketId={question.ticketId} />}
      {question.kind === 'affected' && <AffectedPeople {...parts} api={api} which={question.which} onClose={onClose} />}
    </Dialog>
  )
}
