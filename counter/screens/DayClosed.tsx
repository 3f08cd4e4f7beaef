import { type Lang, say } from '../../ui/texts.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { TEXTS } from '../texts.ts'

/** Signed in, but no day is open: nothing can be called. */
export function DayClosed({ lang }: { lang: Lang }) {
  return (
    <Sheet
      head={
        <div class="berikut" role="status">
          <h1>{say(TEXTS.dayClosed, lang)}</h1>
          <p>{say(TEXTS.dayClosedBody, lang)}</p>
        </div>
      }
    />
  )
}
