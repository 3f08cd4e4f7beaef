import { join } from 'node:path'
import type { Logger } from 'pino'
import { ConfigProblem } from '../../config/config-problem.ts'
import { openDocument } from '../../config/document.ts'
import type { DevicesView } from '../../protocol/devices-view.ts'
import type { SurveyMonth } from '../../protocol/hub/report.ts'
import type { Sender } from '../../protocol/roles.ts'
import { SupervisorView } from '../../protocol/supervisor-view.ts'
import type { Clock } from '../clock.ts'
import { newCommandId, type OpenOffice } from '../open-office.ts'
import { bulletinOf, surveyMonthsOf } from '../report/bulletin-of.ts'
import { HubDocument, NO_HUB } from '../report/hub-document.ts'
import { openHubLine } from '../report/hub-line.ts'
import { reportToHub } from '../report/report-to-hub.ts'
import { viewFor } from '../views/view-for.ts'

/** Sees what a supervisor sees, and is nobody. */
const HUB: Sender = { role: 'supervisor', device: 'hub', place: 'hub', staff: '00' }
/** Months that can still change once the earlier ones were told. */
const OPEN_MONTHS = 2

/** The hub that is to be told; null where none is, and where its document is not good: no office waits for its hub. */
const readHub = async (dataDir: string, { mirror }: OpenOffice, log: Logger): Promise<HubDocument['hub']> => {
  try {
    const file = join(dataDir, 'hub.json')
    return (await openDocument({ file, schema: HubDocument, initial: () => NO_HUB, log, mirror })).read().hub
  } catch (trouble) {
    if (!(trouble instanceof ConfigProblem)) throw trouble
    log.error({ trouble: trouble.message }, 'hub.json is not good; the hub is told nothing')
    return null
  }
}

/** Tells the hub that `hub.json` names, from the start on; nothing where it names none. */
export const openHubReport = async (options: {
  house: OpenOffice
  dataDir: string
  devices: () => DevicesView
  clock: Clock
  log: Logger
}): Promise<{ stop(): Promise<void> }> => {
  const { house, dataDir, devices, clock, log } = options
  const hub = await readHub(dataDir, house, log)
  if (hub === null) return { stop: async () => {} }
  // Answers join the results with the close of a day; reading all of them takes long in an office of years.
  let months: Promise<SurveyMonth[]> | null = null
  const stopListening = house.door.onRecorded((recorded) => {
    if (recorded.some(({ event }) => event.type === 'DayClosed')) months = null
  })
  const epoch = newCommandId()
  const report = reportToHub({
    ...{ line: openHubLine(hub), journal: house.journal, onRecorded: house.door.onRecorded },
    async bulletin(telling, wasHeard) {
      const [state, at] = [house.door.state(), clock.now()]
      const view = viewFor(state, HUB, { epoch, seq: house.journal.lastSeq(), at, tokenOf: () => '' })
      months ??= house.survey.responses().then(surveyMonthsOf)
      const known = await months
      const { weight } = house.office.read().survey
      return bulletinOf({
        ...{ view: SupervisorView.parse(view), devices: devices(), telling },
        survey: { weight, months: wasHeard ? known.slice(-OPEN_MONTHS) : known },
      })
    },
    ...{ clock, log: log.child({ room: 'report' }) },
  })
  return {
    async stop() {
      stopListening()
      await report.stop()
    },
  }
}
