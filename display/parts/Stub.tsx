import type { ComponentChildren } from 'preact'
import type { ShownCall } from '../../protocol/faces.ts'
import type { Words } from '../../protocol/ids.ts'
import { Icon } from '../../ui/parts/Icon.tsx'
import { NumberText } from '../../ui/parts/NumberText.tsx'
import { fill, SHARED } from '../../ui/texts.ts'
import { zoneWords } from '../choose-words.ts'
import { TEXTS } from '../texts.ts'
import { useBeat } from '../use-beat.ts'

/** Where a number goes: the arrow and the counter. */
export function Goal({ counter }: { counter: number }) {
  return (
    <p class="ke">
      <Icon name="kanan" />
      <span>{fill(SHARED.counter.id, { loket: counter })}</span>
    </p>
  )
}

/** A line over the number: a drawing, the words, and the English words or a clock time at the far end. */
export function StubHead({ icon, words, aside }: { icon: ComponentChildren; words: Words; aside?: ComponentChildren }) {
  return (
    <div class="ket">
      <h1>
        {icon} {words.id}
      </h1>
      {aside ?? (
        <span class="en" lang="en">
          {words.en}
        </span>
      )}
    </div>
  )
}

/** What else belongs to a call: the family that is called with it, and where the counter stands, in the words of `place`. */
export const besides = ({ together, zone }: ShownCall, place = zoneWords): string[] => [
  ...(together.length > 0 ? [fill(TEXTS.together.id, { daftar: together.join(', ') })] : []),
  ...(zone === null ? [] : [place(zone).id]),
]

/** The big number of one call and its counter. Five characters are set smaller, so that no number is ever cut. */
export function StubCall({ call }: { call: ShownCall }) {
  const lines = besides(call)
  const size = [call.number.length > 4 ? 'panjang' : '', lines.length > 0 ? 'berdua' : ''].join(' ').trim()
  return (
    <>
      <p>
        <NumberText number={call.number} class={size} />
      </p>
      <Goal counter={call.counter} />
      {lines.length > 0 && (
        <p class="serta">
          {lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </p>
      )}
    </>
  )
}

/**
 * The stub of the ticket: the left of a board. Turmeric only while `lit`; `flash`: how long ago its call came, ms, for
 * three beats of light, null when it was known before. The holes at its edge are where it is torn from the list.
 */
export function Stub(props: { lit: boolean; flash?: number | null; children: ComponentChildren }) {
  const { flash = null } = props
  const tone = props.lit ? 'menyala' : 'padam'
  return (
    <section class={`kini ${tone} ${flash === null ? '' : 'baru'}`} ref={useBeat(flash)}>
      {props.children}
      <svg class="lubang tegak" aria-hidden="true">
        <line x1="50%" y1="2" x2="50%" y2="100%" />
      </svg>
      <svg class="lubang datar" aria-hidden="true">
        <line x1="2" y1="50%" x2="100%" y2="50%" />
      </svg>
    </section>
  )
}
