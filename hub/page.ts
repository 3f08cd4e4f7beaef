import type { ComponentType } from 'preact'
import type { Board } from '../protocol/hub/board.ts'
import type { Words } from '../protocol/ids.ts'
import type { Loaded } from '../ui/desk/use-asked.ts'
import type { IconName } from '../ui/parts/Icon.tsx'
import type { Lang } from '../ui/texts.ts'
import type { HubApi } from './hub-api.ts'

/** What every page of the hub is drawn with. */
export type PageProps = {
  api: HubApi
  /** The newest board, and how asking for it went. */
  board: Board
  loaded: Loaded<Board>
  lang: Lang
  /** What stands behind the `?` of the address, so that a view can be sent to somebody else. */
  query: URLSearchParams
  /** Sets names of the query, null takes one away; the address changes, the page stays. */
  onQuery(set: Readonly<Record<string, string | null>>): void
}

/** One page of the hub; its path is `/` and the slug, which is empty for the first. */
export type Page = { slug: string; icon: IconName; name: Words; Body: ComponentType<PageProps> }
