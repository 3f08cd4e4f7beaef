import { StaffList } from '../StaffList.tsx'
import type { TabProps } from '../tab-props.ts'

/** Who may work at the counters and at this desk. */
export const StaffTab = ({ api, lang }: TabProps) => <StaffList api={api} lang={lang} />
