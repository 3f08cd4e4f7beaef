import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Alert, Alerts, Help } from '../../protocol/desk/floor.ts'
import type { DevicesView } from '../../protocol/devices-view.ts'
import type { Instant } from '../../protocol/ids.ts'
import type { FloorPort } from '../gateway/desk/floor-port.ts'
import type { OpenOffice } from '../open-office.ts'
import { chooseHelp, meanCallMin, type Remedy, remediesFor, withRemedy } from '../rules/estimate/what-helps.ts'
import { floorAlerts } from '../rules/floor-alerts.ts'
import { type InDanger, promisesInDanger } from '../rules/promises.ts'
import type { State } from '../rules/state.ts'
import { affectedList, liveTickets, promiseFace } from '../views/floor-faces.ts'
import { affectedTable } from './affected-table.ts'
import { downloadOf } from './download-of.ts'

/** Every desk that is open asks again and again: one answer serves them all so long, ms. */
const FRESH_MS = 5_000

/** What would help these people most; null when nothing does. Between two questions others have their turn. */
const helpFor = async (state: State, { tickets }: InDanger, at: Instant): Promise<Help | null> => {
  const [first] = tickets
  const beforeMin = meanCallMin(state, tickets, at)
  if (first === undefined || beforeMin === null) return null
  const tried: { remedy: Remedy; afterMin: number | null }[] = []
  for (const remedy of remediesFor(state, first.stage)) {
    await nextTurn()
    tried.push({ remedy, afterMin: meanCallMin(withRemedy(state, remedy, at), tickets, at) })
  }
  return chooseHelp(beforeMin, tried)
}

/** What is the matter with the machine itself: before everything else, because everything else stands on it. */
const machineAlerts = ({ clock, disk }: OpenOffice): Alert[] => {
  const doubt = clock.doubt()
  const room = disk.level()
  return [
    ...(doubt === null ? [] : [{ kind: 'clock', ...doubt } as const]),
    ...(room === 'ample' ? [] : [{ kind: 'disk', freeMb: disk.freeMb(), stopped: room === 'full' } as const]),
  ]
}

/** Makes what the page of the floor asks of a house at work. */
export const makeFloor = (options: { house: OpenOffice; devices: () => DevicesView; now: () => number }): FloorPort => {
  const { house, devices, now } = options
  let last: { askedAt: number; answer: Promise<Alerts> } | null = null

  const readAlerts = async (): Promise<Alerts> => {
    const [at, state] = [now(), house.door.state()]
    const promises: Alert[] = []
    for (const danger of promisesInDanger(state, at))
      promises.push(promiseFace(danger, await helpFor(state, danger, at)))
    return { at, alerts: [...machineAlerts(house), ...floorAlerts(state, devices(), at, promises)] }
  }
  const affected = (which: number) => affectedList(house.door.state(), which, now())
  return {
    alerts() {
      if (last === null || performance.now() - last.askedAt > FRESH_MS)
        last = { askedAt: performance.now(), answer: readAlerts() }
      return last.answer
    },
    tickets: () => ({ tickets: liveTickets(house.door.state()) }),
    affected,
    async affectedFile(which, wish) {
      const list = affected(which)
      if (list === null) return null
      const { zone } = house.office.read()
      const day = house.door.state().day?.day ?? ''
      return downloadOf(`gangguan-${day}-${which + 1}`, [affectedTable(list, zone, wish.lang)], wish)
    },
  }
}
