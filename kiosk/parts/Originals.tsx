import type { Words } from '../../protocol/ids.ts'
import { Icon } from '../../ui/parts/Icon.tsx'
import { type Lang, say } from '../../ui/texts.ts'

/** More than these need smaller rows to stay on the glass in every mode; an office may name eight. */
const MANY = 4

/** The originals that are asked about, one large row each; `small` where they are only to be looked up once more. */
export function Originals({
  documents,
  lang,
  small = false,
}: {
  documents: readonly Words[]
  lang: Lang
  small?: boolean
}) {
  const size = small ? 'kecil-asli kedua' : documents.length > MANY ? 'banyak' : ''
  return (
    <ul class={`asli ${size}`}>
      {documents.map((words) => (
        <li key={words.id}>
          <Icon name="berkas" />
          <span>{say(words, lang)}</span>
        </li>
      ))}
    </ul>
  )
}
