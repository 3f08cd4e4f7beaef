import type { ComponentChildren } from 'preact'
import type { Words } from '../../protocol/ids.ts'
import { type Lang, say } from '../../ui/texts.ts'

/** A sentence whose blanks `{name}` are filled in bold, because they are what a person carries away. */
export function Say({ words, lang, fills = {} }: { words: Words; lang: Lang; fills?: Record<string, string> }) {
  const pieces: ComponentChildren[] = say(words, lang)
    .split(/\{(\w+)\}/)
    .map((piece, i) =>
      i % 2 === 1 ? <b class={/\d\.\d\d/.test(fills[piece] ?? '') ? 'jam' : ''}>{fills[piece]}</b> : piece,
    )
  return <>{pieces}</>
}
