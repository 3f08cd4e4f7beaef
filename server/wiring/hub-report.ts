import { join } from 'node:path'
import type { Logger } from 'pino'
import { openDocument } from '../../config/document.ts'
import type { DevicesView } from '../../protocol/devices-view.ts'
import type { Sender } from '../../protocol/roles.ts'
import { SupervisorView } from '../../protocol/supervisor-view.ts'
import type { Clock } from '../clock.ts'
import { newCommandId, type OpenOffice } from '../open-office.ts'
import { HubDocument, NO_HUB } from '../report/hub-document.ts'
import { openHubLine } from '../report/hub-line.ts'
import { pulseOf, surveyMonthsOf } from '../report/pulse-of.ts'
import { reportToHub } from '../report/report-to-hub.ts'
import { viewFor } from '../views/view-for.ts'

/** Sees what a supervisor sees, and is nobody. */
const HUB: Sender = { role: 'supervisor', device: 'hub', place: 'hub', staff: '00' }
/** Months that can still change once the earlier ones were told. */
const OPEN_MONTHS = 2

/** The file of the hub's address and key in a data folder. */
export const hubFile = (dataDir: string): string => join(dataDir, 'hub.json')

/** Tells the hub that `hub.json` names, from the start on; nothing where it names none. */
export const openHubReport = async (options: {
  house: OpenOffice
  dataDir: string
  devices: () => DevicesView
  clock: Clock
  log: Logger
  onFault: (fault: unknown) => void
}): Promise<{ stop(): Promise<void> }> => {
  const { house, dataDir, devices, clock, log, onFault } = options
  const file = hubFile(dataDir)
  const document = await openDocument({ file, schema: HubDocument, initial: () => NO_HUB, log, mirror: house.mirror })
  const { hub } = document.read()
  if (hub === null) return { stop: async () => {} }
  const epoch = newCommandId()
  return reportToHub({
    ...{ line: openHubLine(hub), journal: house.journal, onRecorded: house.door.onRecorded },
    async pulse(telling, wasHeard) {
      const [state, at] = [house.door.state(), clock.now()]
      const view = viewFor(state, HUB, { epoch, seq: house.journal.lastSeq(), at, tokenOf: () => '' })
      const months = surveyMonthsOf(await house.survey.responses())
      const { weight } = house.office.read().survey
      return pulseOf({
        ...{ view: SupervisorView.parse(view), devices: devices(), telling },
        survey: { weight, months: wasHeard ? months.slice(-OPEN_MONTHS) : months },
      })
    },
    ...{ clock, log: log.child({ room: 'report' }), onFault },
  })
}
