import type { ShownCall } from '../../protocol/faces.ts'
import { Icon } from '../../ui/parts/Icon.tsx'
import { LaneBadge } from '../../ui/parts/LaneBadge.tsx'
import { chooseEarlier } from '../choose-screen.ts'
import { Board, type BoardProps } from '../parts/Board.tsx'
import { LastCalls } from '../parts/LastCalls.tsx'
import { Stub, StubCall, StubHead } from '../parts/Stub.tsx'
import { TEXTS } from '../texts.ts'

/** One number is being called: its first call, or a recall (`call.times` above 1). */
export function Called(props: BoardProps & { call: ShownCall; flash: boolean }) {
  const { view, call } = props
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
        <LastCalls calls={chooseEarlier(view, [call])} zone={view.office.zone} />
      </main>
    </Board>
  )
}
