import type { ComponentChildren } from 'preact'
import type { DisplayView } from '../../protocol/views.ts'
import { chooseNotice } from '../choose-screen.ts'
import { LanesRow } from './LanesRow.tsx'
import { Strip } from './Strip.tsx'
import { Ticker } from './Ticker.tsx'

/** What every board needs to draw: the view, the server's clock `now` (epoch ms) and whether sound is blocked. */
export type BoardProps = { view: DisplayView; now: number; soundBlocked: boolean }

/** The frame of a display: strip, the middle given, lanes, ticker. `banner` pushes the ticker out. */
export function Board(
  props: BoardProps & { lit: boolean; class: string; banner?: ComponentChildren; children: ComponentChildren },
) {
  const { view, now, soundBlocked, lit, banner, children } = props
  return (
    <div class={`papan ${props.class}`}>
      <Strip view={view} now={now} lit={lit} soundBlocked={soundBlocked} offline={banner !== undefined} />
      {banner}
      {children}
      <LanesRow lanes={view.lanes} zone={view.office.zone} stale={banner !== undefined} />
      {banner === undefined && <Ticker now={now} notice={chooseNotice(view, now)} zone={view.office.zone} />}
    </div>
  )
}
