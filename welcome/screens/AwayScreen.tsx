import type { Words } from '../../protocol/ids.ts'
import { say } from '../../ui/texts.ts'
import { Cover, Note } from '../parts/Frame.tsx'
import type { ScreenProps } from '../screen-props.ts'
import { TEXTS } from '../texts.ts'

/** The house cannot be seen from here: the server is away, or this is another machine. Says which, and what helps. */
export function AwayScreen({ lang, onLang, onChanged, head, sub }: ScreenProps & { head: Words; sub: Words }) {
  return (
    <Cover lang={lang} onLang={onLang} step={null}>
      <h2>{say(head, lang)}</h2>
      <Note text={say(sub, lang)} trouble />
      <button type="button" class="tombol besar" onClick={onChanged}>
        {say(TEXTS.again, lang)}
      </button>
    </Cover>
  )
}
