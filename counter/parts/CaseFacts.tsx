import type { ComponentChildren } from 'preact'
import { Icon } from '../../ui/parts/Icon.tsx'
import { type Lang, say } from '../../ui/texts.ts'
import { clockTime, windowText } from '../../ui/time.ts'
import { chooseArrival } from '../choose-faces.ts'
import type { InHand } from '../choose-screen.ts'
import { TEXTS } from '../texts.ts'
import { FaceLine } from './FaceLine.tsx'

/** What the view says of the ticket in hand, and the originals its service asks for, with `children` after them. */
export function CaseFacts(props: { inHand: InHand; zone: string; lang: Lang; children?: ComponentChildren }) {
  const { inHand, zone, lang, children } = props
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
      {(inHand.documents.length > 0 || children !== undefined) && (
        <div class="asli">
          <h2 class="label">{say(TEXTS.originals, lang)}</h2>
          <ul>
            {inHand.documents.map((document) => (
              <li key={document.id}>
                <Icon name="berkas" />
                {say(document, lang)}
              </li>
            ))}
            {children !== undefined && <li>{children}</li>}
          </ul>
        </div>
      )}
    </>
  )
}
