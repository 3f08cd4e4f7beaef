import type { ShownCall } from '../../protocol/faces.ts'
import { Icon } from '../../ui/parts/Icon.tsx'
import { NumberText } from '../../ui/parts/NumberText.tsx'
import { shortZone } from '../choose-words.ts'
import { Board, type BoardProps } from '../parts/Board.tsx'
import { besides, Goal, Stub, StubHead } from '../parts/Stub.tsx'
import { TEXTS } from '../texts.ts'

/** Two or three numbers are being called at once, newest first; `flash` as the stub has it, for the newest. */
export function Several(props: BoardProps & { calls: readonly ShownCall[]; flash: number | null }) {
  const { calls } = props
  return (
    <Board {...props} lit class="beberapa">
      <main class="tengah">
        <div class="kini-hidup" aria-live="assertive">
          <Stub key={calls[0]?.callNo} lit flash={props.flash}>
            <StubHead icon={<Icon name="suara" />} words={TEXTS.goTo} />
            <ol class="baris">
              {calls.map((call) => (
                <li key={call.callNo} class={call.times > 1 || besides(call).length > 0 ? 'disertai' : ''}>
                  <NumberText number={call.number} class={call.number.length > 4 ? 'panjang' : ''} />
                  <Goal counter={call.counter} />
                  {(call.times > 1 || besides(call).length > 0) && (
                    <span class="ulang">
                      {call.times > 1 && <Icon name="ulang" />}
                      {[...(call.times > 1 ? [TEXTS.again.id] : []), ...besides(call, shortZone)].join(' · ')}
                    </span>
                  )}
                </li>
              ))}
            </ol>
          </Stub>
        </div>
        {props.side}
      </main>
    </Board>
  )
}
