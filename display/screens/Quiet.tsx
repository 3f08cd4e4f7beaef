import type { ShownCall } from '../../protocol/faces.ts'
import { LaneBadge } from '../../ui/parts/LaneBadge.tsx'
import { Board, type BoardProps } from '../parts/Board.tsx'
import { Stub, StubCall, StubHead } from '../parts/Stub.tsx'
import { TEXTS } from '../texts.ts'

/** Nobody is being called: the last number stays, its turmeric goes off. */
export function Quiet(props: BoardProps & { call: ShownCall }) {
  const { call } = props
  return (
    <Board {...props} lit={false} class="tenang">
      <main class="tengah">
        <Stub lit={false}>
          <StubHead icon={<LaneBadge lane={call.lane} />} words={TEXTS.lastCall} />
          <StubCall call={call} />
        </Stub>
        {props.side}
      </main>
    </Board>
  )
}
