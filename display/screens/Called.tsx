import type { ShownCall } from '../../protocol/faces.ts'
import { Icon } from '../../ui/parts/Icon.tsx'
import { LaneBadge } from '../../ui/parts/LaneBadge.tsx'
import { Board, type BoardProps } from '../parts/Board.tsx'
import { Stub, StubCall, StubHead } from '../parts/Stub.tsx'
import { TEXTS } from '../texts.ts'

/** One number is being called: its first call, or a recall (`call.times` above 1); `flash` as its stub has it. */
export function Called(props: BoardProps & { call: ShownCall; flash: number | null }) {
  const { call } = props
  const again = call.times > 1
  return (
    <Board {...props} lit class="satu">
      <main class="tengah">
        <div class="kini-hidup" aria-live="assertive">
          <Stub key={call.callNo} lit flash={props.flash}>
            <StubHead
              icon={
                <>
                  <LaneBadge lane={call.lane} />
                  {again && <Icon name="ulang" />}
                </>
              }
              words={again ? TEXTS.again : TEXTS.goTo}
            />
            <StubCall call={call} />
          </Stub>
        </div>
        {props.side}
      </main>
    </Board>
  )
}
