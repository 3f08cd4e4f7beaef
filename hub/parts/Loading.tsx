import { LoadingOf } from '../../ui/desk/LoadingOf.tsx'
import type { Loaded } from '../../ui/desk/use-asked.ts'
import type { Lang } from '../../ui/texts.ts'
import { troubleText } from '../texts.ts'

/** `LoadingOf` in the words of the hub, with its own sentence where it said one. */
export function Loading(props: { loaded: Loaded<unknown>; lang: Lang }) {
  return <LoadingOf {...props} why={troubleText} />
}
