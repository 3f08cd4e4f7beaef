import type { ComponentType } from 'preact'
import type { DeskOverview } from '../protocol/desk/desk.ts'
import type { Words } from '../protocol/ids.ts'
import type { IconName } from '../ui/parts/Icon.tsx'
import type { Lang } from '../ui/texts.ts'
import type { DeskApi } from './desk-api.ts'

/** Where pairings are made and revoked. */
export const PAIRINGS = '/supervisor/office/devices'

/** What every page of the desk is drawn with. */
export type PageProps = {
  api: DeskApi
  overview: DeskOverview
  lang: Lang
  /** The rest of the address: `/supervisor/office/hours` has the part `hours`; null on the page itself. */
  part: string | null
  /** Goes to another address of the desk, `/supervisor/…`, after asking where something is unsaved. */
  go(path: string): void
  /** Says that leaving would lose something (true) or would not any more. */
  holdUnsaved(unsaved: boolean): void
  /** Reads the office's head again: its name or its day changed. */
  refresh(): void
}

/** One page of the side bar. */
export type Page = { slug: string; icon: IconName; name: Words; Body: ComponentType<PageProps> }
