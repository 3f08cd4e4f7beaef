import type { Words } from '../../protocol/ids.ts'
import { fill, type Lang, say } from '../texts.ts'
import type { Trouble } from './ask-server.ts'
import { Notice } from './Notice.tsx'
import type { Loaded } from './use-asked.ts'

const LOADING: Words = { id: 'Memuat', en: 'Loading' }
const NOT_READ: Words = { id: 'Belum terbaca: {alasan}', en: 'Could not be read: {alasan}' }

/** What stands where a page's data is not there yet, or did not come, and why in the screen's words; nothing when all is well. */
export function LoadingOf(props: {
  loaded: Loaded<unknown>
  lang: Lang
  why: (trouble: Trouble, lang: Lang) => string
}) {
  const { loaded, lang, why } = props
  const { value, trouble, slow } = loaded
  if (trouble !== null) return <Notice tone="rusak" text={fill(say(NOT_READ, lang), { alasan: why(trouble, lang) })} />
  if (value !== null) return null
  return (
    <div class="memuat" role="status">
      {slow ? say(LOADING, lang) : ''}
    </div>
  )
}
