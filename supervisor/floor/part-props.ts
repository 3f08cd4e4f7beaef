import type { SupervisorView } from '../../protocol/supervisor-view.ts'
import type { Lang } from '../../ui/texts.ts'
import type { Questioned } from './questioned.ts'

/** What every part of the floor is drawn with: the view, the server's clock (epoch ms), and how to ask a question. */
export type PartProps = {
  view: SupervisorView
  now: number
  lang: Lang
  onQuestion: (question: Questioned) => void
}
