import type { Wish } from '../../protocol/commands.ts'
import type { PartProps } from './part-props.ts'

/** What a question's form is drawn with. `busy`: an act is under way, and nothing else is sent. */
export type FormProps = Omit<PartProps, 'onQuestion'> & {
  busy: boolean
  onSend: (wish: Wish) => void
  onClose: () => void
}
