import type { Span } from '../../../protocol/desk/figures.ts'
import type {
  Board,
  HubCompare,
  HubFigures,
  HubFiguresQuery,
  HubSurvey,
  HubSurveyQuery,
} from '../../../protocol/hub/board.ts'
import type { Bulletin, HubPlace, Parcel } from '../../../protocol/hub/report.ts'

/** What the hub's routes ask of the rooms behind them. */
export type HubPort = {
  /** Whether this is the key of the office. */
  isOffice(office: string, key: string): Promise<boolean>
  /** How far the hub has an office without a gap. */
  place(office: string): Promise<HubPlace>
  /** Keeps a parcel; `another-history`: another event stands under the number `seq`, and nothing was kept. */
  take(
    office: string,
    parcel: Parcel,
  ): Promise<{ status: 'kept'; place: HubPlace } | { status: 'another-history'; seq: number }>
  hear(office: string, bulletin: Bulletin): Promise<void>
  /** The token of a session for a reader's key, null for another one. */
  signIn(key: string): Promise<string | null>
  signOut(token: string): void
  /** Whether a session's token, or a reader's key that a program shows, may read. */
  mayRead(shown: { token: string | null; key: string | null }): Promise<boolean>
  board(): Promise<Board>
  /** Null where the scope names nobody. */
  compare(span: Span, region: string | null): Promise<HubCompare | null>
  figures(asked: HubFiguresQuery): Promise<HubFigures | 'too-long' | null>
  survey(asked: HubSurveyQuery): Promise<HubSurvey | null>
}
