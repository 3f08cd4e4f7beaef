import { Notice } from '../../ui/desk/Notice.tsx'
import type { Loaded } from '../../ui/desk/use-asked.ts'
import { fill, type Lang, say } from '../../ui/texts.ts'
import { TEXTS, troubleText } from '../texts.ts'

/** What stands where a page's data is not there yet, or did not come, with the hub's own sentence; nothing when all is well. */
export function Loading({ loaded, lang }: { loaded: Loaded<unknown>; lang: Lang }) {
  const { value, trouble, slow } = loaded
  if (trouble !== null)
    return <Notice tone="rusak" text={fill(say(TEXTS.notRead, lang), { alasan: troubleText(trouble, lang) })} />
  if (value !== null) return null
  return (
    <div class="memuat" role="status">
      {slow ? say(TEXTS.loading, lang) : ''}
    </div>
  )
}
