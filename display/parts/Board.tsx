import type { ComponentChildren } from 'preact'
import type { DisplayView } from '../../protocol/views.ts'
import { chooseTicker } from '../choose-ticker.ts'
import { LanesRow } from './LanesRow.tsx'
import { Strip } from './Strip.tsx'
import { Ticker } from './Ticker.tsx'

/** What every board needs to draw: the view, the server's clock `now` (epoch ms), whether sound is blocked, and its side. */
export type BoardProps = { view: DisplayView; now: number; soundBlocked: boolean; side: ComponentChildren }

/** The frame of a display: strip, the middle given, lanes, ticker. `banner` pushes the ticker out. */
export function Board(
  props: BoardProps & { lit: boolean; class: string; banner?: ComponentChildren; children: ComponentChildren },
) {
  const { view, now, soundBlocked, lit, banner, children } = props
  // After the close an empty row of lanes says nothing; whoever still waits is served and stays on it.
  const isOver = view.day === null || view.hours.status === 'closed'
  const waits = view.lanes.some(({ waiting }) => waiting > 0) || (!isOver && view.lanes.length > 0)
  return (
    <div class={`papan ${props.class}`}>
      <Strip view={view} now={now} lit={lit} soundBlocked={soundBlocked} offline={banner !== undefined} />
      {banner}
      {children}
      {waits && <LanesRow lanes={view.lanes} zone={view.office.zone} stale={banner !== undefined} />}
      {banner === undefined && <Ticker page={chooseTicker(view, now)} />}
    </div>
  )
}
