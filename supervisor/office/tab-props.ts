import type { OfficeDesk } from '../../protocol/desk/office.ts'
import type { PageProps } from '../page.ts'
import type { DraftOfPage } from './use-draft.ts'

/** What every part of the page is drawn with, besides its form. */
export type TabProps = PageProps & { desk: OfficeDesk; page: DraftOfPage }
