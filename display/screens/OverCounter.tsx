import type { ShownCall } from '../../protocol/faces.ts'
import { Icon } from '../../ui/parts/Icon.tsx'
import { NumberText } from '../../ui/parts/NumberText.tsx'
import { fill, SHARED } from '../../ui/texts.ts'
import { clockTime } from '../../ui/time.ts'
import type { Resting } from '../choose-words.ts'
import { TEXTS } from '../texts.ts'
import { useBeat } from '../use-beat.ts'

function CallNumber({ call }: { call: ShownCall }) {
  return <NumberText number={call.number} class={call.number.length > 4 ? 'panjang' : ''} />
}

function CallFace({ call, flash }: { call: ShownCall; flash: number | null }) {
  return (
    <div class={`loket menyala ${flash === null ? '' : 'baru'}`} ref={useBeat(flash)}>
      <h1>
        <CallNumber call={call} />
      </h1>
      {/* The arrow points down: the counter is below this screen. */}
      <p class="bawah">
        <Icon name="bawah" />
        {call.together.length > 0 && <span>{fill(TEXTS.together.id, { daftar: call.together.join(', ') })}</span>}
      </p>
    </div>
  )
}

/** A number is called to the counter below; `flash`: how long ago it came, ms, null when it was known before. The family comes with it. */
export function OverCalled(props: { call: ShownCall; flash: number | null }) {
  return (
    <main aria-live="assertive">
      <CallFace key={props.call.callNo} {...props} />
    </main>
  )
}

/** Nobody is called to the counter below: which one it is. */
export function OverIdle({ counter }: { counter: number }) {
  const [word] = SHARED.counter.id.split(' ')
  return (
    <main>
      <div class="loket kosong" role="status">
        <h1>
          <span>{word}</span> <b class={counter > 9 ? 'panjang' : ''}>{counter}</b>
        </h1>
      </div>
    </main>
  )
}

/** The counter below does not call now, and why. `zone`: the office's. */
export function OverResting({ counter, resting, zone }: { counter: number; resting: Resting; zone: string }) {
  const { headline, body, clock } = resting
  return (
    <main>
      <div class="loket istirahat" role="status">
        <p class="nama">{fill(SHARED.counter.id, { loket: counter })}</p>
        <h1 class={headline.id.length > 16 ? 'panjang' : ''}>{headline.id}</h1>
        {clock === null ? (
          <p>{body.id}</p>
        ) : (
          <p>
            {clock.words.id} <strong class="jam">{clockTime(clock.at, zone)}</strong>
          </p>
        )}
      </div>
    </main>
  )
}

/** The line has been down for a while: listen, and the last number that is known, drained. */
export function OverStale({ counter, call, since }: { counter: number; call: ShownCall | null; since: string }) {
  return (
    <main class="loket basi-loket">
      <div class="basi" role="status">
        <Icon name="putus" />
        <h1>{TEXTS.offline.id}</h1>
        <span>{fill(TEXTS.offlineSince.id, { jam: since })}</span>
      </div>
      {call === null ? <p class="nama">{fill(SHARED.counter.id, { loket: counter })}</p> : <CallNumber call={call} />}
    </main>
  )
}
