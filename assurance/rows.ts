import { DRILLS } from './drills.ts'
import { FAULTS } from './faults.ts'
import { REQUIREMENTS } from './requirements.ts'
import type { Row } from './row.ts'

/** Every row of the assurance, in the order of its page. Tests name the rows they show in their `tags`. */
export const ROWS: readonly Row[] = [...REQUIREMENTS, ...FAULTS].map((row) => {
  const drill = DRILLS[row.id]
  return drill === undefined ? row : { ...row, drill }
})
