import type { Lang } from '../ui/texts.ts'
import type { ConsoleApi } from './console-api.ts'

/** What every screen of this page is given. */
export type ScreenProps = {
  api: ConsoleApi
  lang: Lang
  onLang: (lang: Lang) => void
  /** Asks again what the house is: after a change, and when somebody wants to know. */
  onChanged: () => void
}
