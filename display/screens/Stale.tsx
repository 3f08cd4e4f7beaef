import type { ShownCall } from '../../protocol/faces.ts'
import { Icon } from '../../ui/parts/Icon.tsx'
import { fill } from '../../ui/texts.ts'
import { clockTime } from '../../ui/time.ts'
import { Board, type BoardProps } from '../parts/Board.tsx'
import { Stub, StubCall, StubHead } from '../parts/Stub.tsx'
import { TEXTS } from '../texts.ts'

/** The line has been down for a while: the last picture, drained of its colour, and since when (epoch ms). */
export function Stale(props: BoardProps & { call: ShownCall | null; lostAt: number }) {
  const { view, call, lostAt } = props
  const since = clockTime(lostAt, view.office.zone)
  const banner = (
    <div class="basi" role="status">
      <Icon name="putus" />
      {TEXTS.offline.id}
      <span>{fill(TEXTS.offlineSince.id, { jam: since })}</span>
    </div>
  )
  return (
    <Board {...props} lit={false} class="terputus" banner={banner}>
      <main class="tengah">
        <Stub lit={false}>
          <StubHead
            icon={<Icon name="jam" />}
            words={call === null ? TEXTS.noCallYet : TEXTS.lastKnown}
            aside={<span class="en jam">{since}</span>}
          />
          {call !== null && <StubCall call={call} />}
        </Stub>
        {props.side}
      </main>
    </Board>
  )
}
