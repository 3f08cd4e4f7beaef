import { fill, type Lang, say } from '../../ui/texts.ts'
import { clockTime } from '../../ui/time.ts'
import { Sheet } from '../parts/Sheet.tsx'
import { TEXTS } from '../texts.ts'

/** Nobody may be called; `nextFromAt` (epoch ms) is when the first who is held may be, null when nobody waits. */
export function IdleEmpty({ nextFromAt, zone, lang }: { nextFromAt: number | null; zone: string; lang: Lang }) {
  return (
    <Sheet
      head={
        <div class="berikut" role="status">
          <h1>{say(nextFromAt === null ? TEXTS.nobodyWaiting : TEXTS.onlyEarly, lang)}</h1>
          <p>
            {nextFromAt === null
              ? say(TEXTS.newNumbersAppear, lang)
              : fill(say(TEXTS.nextFrom, lang), { mulai: clockTime(nextFromAt, zone) })}
          </p>
        </div>
      }
    />
  )
}
