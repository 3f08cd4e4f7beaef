import type { OfficeVersion } from '../../protocol/office-change.ts'
import { fill, type Lang, say } from '../../ui/texts.ts'
import { TEXTS } from './texts.ts'

/** Who made a version. */
export const whoText = ({ by }: Pick<OfficeVersion, 'by'>, lang: Lang): string =>
  by.staff === null ? say(TEXTS.byConsole, lang) : fill(say(TEXTS.bySupervisor, lang), { nomor: by.staff })
