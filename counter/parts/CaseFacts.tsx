import type { ComponentChildren } from 'preact'
import { Icon } from '../../ui/parts/Icon.tsx'
import { type Lang, say } from '../../ui/texts.ts'
import { clockTime, windowText } from '../../ui/time.ts'
import { chooseArrival } from '../choose-faces.ts'
import type { InHand } from '../choose-screen.ts'
import { TEXTS, wordsIn } from '../texts.ts'
import type { Ticks } from '../use-ticks.ts'
import { FaceLine } from './FaceLine.tsx'

/** Documents that were asked for beyond the list, each once, with how often. */
const askedLines = ({ asked }: InHand, lang: Lang): string[] =>
  [...new Set(asked.map((document) => say(document, lang)))].map((dokumen) => {
    const n = asked.filter((document) => say(document, lang) === dokumen).length
    return wordsIn(lang)(n === 1 ? 'askedFor' : 'askedTimes', { dokumen, n })
  })

/**
 * What the view says of the ticket in hand, the originals its service asks for, with `children` after them, and what was asked
 * for besides. With `ticks` each can be ticked as seen.
 */
export function CaseFacts(props: {
  inHand: InHand
  zone: string
  lang: Lang
  ticks?: Ticks
  children?: ComponentChildren
}) {
  const { inHand, zone, lang, ticks, children } = props
  const originals = [...inHand.documents.map((document) => say(document, lang)), ...askedLines(inHand, lang)]
  const lane = say(inHand.lane.name, lang)
  const facts = [
    [TEXTS.lane, inHand.priority ? `${lane}, ${say(TEXTS.priority, lang)}` : lane],
    [TEXTS.service, say(inHand.service, lang)],
    [TEXTS.stage, say(inHand.stage, lang)],
    [TEXTS.bookedFor, inHand.window === null ? say(TEXTS.noBooking, lang) : windowText(inHand.window, zone)],
    [TEXTS.cameAndCalled, `${clockTime(inHand.checkedInAt, zone)}, ${clockTime(inHand.calledAt, zone)}`],
  ] as const
  return (
    <>
      <dl class="rinci">
        {facts.map(([name, value]) => (
          <div key={name.id}>
            <dt class="label">{say(name, lang)}</dt>
            <dd class="nilai">{value}</dd>
          </div>
        ))}
        <div>
          <dt class="label">{say(TEXTS.arrival, lang)}</dt>
          <dd class="nilai">
            <FaceLine face={chooseArrival(inHand.arrival, lang)} />
          </dd>
        </div>
        {inHand.together.length > 0 && (
          <div class="keluarga">
            <dt class="label">{say(TEXTS.family, lang)}</dt>
            <dd class="nilai">
              <Icon name="keluarga" />
              {inHand.together.join(', ')}
            </dd>
          </div>
        )}
      </dl>
      {(originals.length > 0 || children !== undefined) && (
        <div class="asli">
          <h2 class="label">{say(TEXTS.originals, lang)}</h2>
          <ul>
            {originals.map((document) => (
              <li key={document}>
                {ticks === undefined ? (
                  <>
                    <Icon name="berkas" />
                    {document}
                  </>
                ) : (
                  <label class="centang">
                    <input
                      type="checkbox"
                      checked={ticks.seen.includes(document)}
                      onChange={() => ticks.toggle(document)}
                    />
                    {document}
                  </label>
                )}
              </li>
            ))}
            {children !== undefined && <li>{children}</li>}
          </ul>
        </div>
      )}
    </>
  )
}
