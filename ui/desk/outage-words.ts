import type { OutageScope } from '../../protocol/commands.ts'
import type { Words } from '../../protocol/ids.ts'

/** What is down, in words. */
export const SCOPES: Record<OutageScope, Words> = {
  national: { id: 'sistem keimigrasian nasional', en: 'the national immigration system' },
  network: { id: 'jaringan kantor', en: "the office's network" },
  power: { id: 'listrik', en: 'the power' },
}
